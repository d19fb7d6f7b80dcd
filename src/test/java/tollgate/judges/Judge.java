package tollgate.judges;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;

/**
 * A public SDK in JavaScript, in a process of its own. All of them are installed from the registry
 * by the lock file of {@code src/test/resources/judges}, into {@code target}.
 *
 * <p>Where they cannot be had the tests are skipped with the reason; with {@code
 * -Dtollgate.judges=required} they fail.
 */
final class Judge implements AutoCloseable {

  private static final Path HOME = Path.of("target/judges");
  private static final Path INSTALLED = HOME.resolve("installed");
  private static final String LOCK = "package-lock.json";
  private static final boolean REQUIRED =
      System.getProperty("tollgate.judges", "").equals("required");
  private static final int INSTALL_SECONDS_MAX = 120;
  private static final int TRIES = REQUIRED ? 3 : 1;

  private final Path errors;
  private final Process node;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private Judge(String name) throws IOException {
    errors = HOME.resolve(name + ".err");
    node = process(name).redirectError(errors.toFile()).start();
    questions = node.outputWriter(UTF_8);
    answers = node.inputReader(UTF_8);
  }

  /** The one that {@code NAME.js} asks. */
  static Judge named(String name) throws IOException, InterruptedException {
    Files.createDirectories(HOME);
    for (var file : List.of("package.json", LOCK, "judge.js", name + ".js")) {
      try (var in = Judge.class.getResourceAsStream("/judges/" + file)) {
        Files.copy(in, HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    install();
    return new Judge(name);
  }

  private static void install() throws IOException, InterruptedException {
    // npm ci takes everything away first: once for all judges of a build.
    if (Files.exists(INSTALLED) && Files.mismatch(INSTALLED, HOME.resolve(LOCK)) < 0) return;

    var said = "";
    for (int i = 0; i < TRIES; i++) {
      try {
        said = npm();
      } catch (IOException absent) {
        said = "node and npm are not installed: " + absent.getMessage();
      }
      if (said.isEmpty()) {
        Files.copy(HOME.resolve(LOCK), INSTALLED, StandardCopyOption.REPLACE_EXISTING);
        return;
      }
    }
    if (REQUIRED) throw new IllegalStateException("the public SDKs are required: " + said);

    abort("The public SDKs judge nothing here. " + said);
  }

  /** What went wrong; empty when nothing did. */
  private static String npm() throws IOException, InterruptedException {
    var log = HOME.resolve("npm.log");
    var npm =
        in("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!npm.waitFor(INSTALL_SECONDS_MAX, TimeUnit.SECONDS)) {
      npm.destroyForcibly();
      return "npm took longer than " + INSTALL_SECONDS_MAX + " s";
    }
    return npm.exitValue() == 0 ? "" : "npm ci: " + Files.readString(log).strip();
  }

  /** It speaks to this machine alone. */
  private static ProcessBuilder process(String name) {
    var node = in("node", "judge.js", name);
    node.environment().put("no_proxy", "*");
    return node;
  }

  private static ProcessBuilder in(String... command) {
    return new ProcessBuilder(command).directory(HOME.toFile());
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
    node.destroy();
  }
}
