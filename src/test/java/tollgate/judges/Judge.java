package tollgate.judges;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;

/**
 * A public SDK in a process of its own: one object a line in, one a line out. It sits as long as
 * the tests of one class, as an extension of theirs; where it cannot be had they are skipped.
 */
final class Judge implements BeforeAllCallback, AfterAllCallback {

  private final String name;
  private final boolean inJava;
  private @Nullable Sitting sitting;

  private Judge(String name, boolean inJava) {
    this.name = name;
    this.inJava = inJava;
  }

  /** The one in JavaScript that {@code NAME.js} asks. */
  static Judge named(String name) {
    return new Judge(name, false);
  }

  /** The one in Java that {@code NAME.java} asks, which is compiled as it starts. */
  static Judge inJava(String name) {
    return new Judge(name, true);
  }

  /** The process, and what it reads and says. */
  private record Sitting(Process process, BufferedWriter questions, BufferedReader answers) {}

  @Override
  public void beforeAll(ExtensionContext tests) throws Exception {
    var builder = Packages.in(inJava ? broughtInJava() : brought());
    // It speaks to this machine alone.
    builder.environment().put("no_proxy", "*");
    var process = builder.redirectError(errors().toFile()).start();
    sitting = new Sitting(process, process.outputWriter(UTF_8), process.inputReader(UTF_8));
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    if (sitting != null) sitting.process().destroy();
  }

  private List<String> brought() throws IOException, InterruptedException {
    for (var file : List.of("package.json", "judge.js", name + ".js")) Packages.put(file);
    Packages.NPM.install();
    return List.of("node", "judge.js", name);
  }

  private List<String> broughtInJava() throws IOException, InterruptedException {
    Packages.put(name + ".java");
    Packages.MAVEN.install();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(java, "-XX:TieredStopAtLevel=1", "-cp", "lib/*", name + ".java");
  }

  private Path errors() {
    return Packages.HOME.resolve(name + ".err");
  }

  Json.Obj ask(Json.Obj question) {
    var now = requireNonNull(sitting, "the judge does not sit");
    try {
      now.questions().write(question.encode());
      now.questions().newLine();
      now.questions().flush();
      var answer = now.answers().readLine();
      assertThat(answer).as("the judge has died: see %s", errors()).isNotNull();
      return (Json.Obj) JsonReader.read(answer.getBytes(UTF_8), Limits.MESSAGE);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (JsonRefused refused) {
      throw new IllegalStateException(refused);
    }
  }
}
