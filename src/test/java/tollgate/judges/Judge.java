package tollgate.judges;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;

/** A public SDK in a process of its own: one object a line in, one a line out. */
final class Judge implements AutoCloseable {

  private final Path errors;
  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private Judge(String name, List<String> command) throws IOException {
    errors = Packages.HOME.resolve(name + ".err");
    var builder = Packages.in(command);
    // It speaks to this machine alone.
    builder.environment().put("no_proxy", "*");
    process = builder.redirectError(errors.toFile()).start();
    questions = process.outputWriter(UTF_8);
    answers = process.inputReader(UTF_8);
  }

  /** The one in JavaScript that {@code NAME.js} asks. */
  static Judge named(String name) throws IOException, InterruptedException {
    for (var file : List.of("package.json", "judge.js", name + ".js")) Packages.put(file);
    Packages.NPM.install();
    return new Judge(name, List.of("node", "judge.js", name));
  }

  /** The one in Java that {@code NAME.java} asks, which is compiled as it starts. */
  static Judge inJava(String name) throws IOException, InterruptedException {
    Packages.put(name + ".java");
    Packages.MAVEN.install();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new Judge(
        name, List.of(java, "-XX:TieredStopAtLevel=1", "-cp", "lib/*", name + ".java"));
  }

  Json.Obj ask(Json.Obj question) {
    try {
      questions.write(question.encode());
      questions.newLine();
      questions.flush();
      var answer = answers.readLine();
      assertThat(answer).as("the judge has died: see %s", errors).isNotNull();
      return (Json.Obj) JsonReader.read(answer.getBytes(UTF_8), Limits.MESSAGE);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (JsonRefused refused) {
      throw new IllegalStateException(refused);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
