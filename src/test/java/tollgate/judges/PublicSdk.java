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
 * The public SDK in JavaScript, npm {@code ecommpay} 0.1.7, in a process of its own. It is
 * installed from the registry by the lock file of {@code src/test/resources/judges}, into {@code
 * target}.
 *
 * <p>Where it cannot be had the tests are skipped with the reason; with {@code
 * -Dtollgate.judges=required} they fail.
 */
final class PublicSdk implements AutoCloseable {

  private static final Path HOME = Path.of("target/judges");
  private static final boolean REQUIRED =
      System.getProperty("tollgate.judges", "").equals("required");
  private static final int INSTALL_SECONDS_MAX = 120;
  private static final int TRIES = REQUIRED ? 3 : 1;

  private final Process node;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private PublicSdk(Process node) {
    this.node = node;
    questions = node.outputWriter(UTF_8);
    answers = node.inputReader(UTF_8);
  }

  static PublicSdk start() throws IOException, InterruptedException {
    Files.createDirectories(HOME);
    for (var name : List.of("package.json", "package-lock.json", "judge.js")) {
      try (var in = PublicSdk.class.getResourceAsStream("/judges/" + name)) {
        Files.copy(in, HOME.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    install();
    return new PublicSdk(
        in("node", "judge.js").redirectError(Path.of("target/judges/err").toFile()).start());
  }

  private static void install() throws IOException, InterruptedException {
    var said = "";
    for (int i = 0; i < TRIES; i++) {
      try {
        said = npm();
      } catch (IOException absent) {
        said = "node and npm are not installed: " + absent.getMessage();
      }
      if (said.isEmpty()) return;
    }
    if (REQUIRED) throw new IllegalStateException("the public SDK is required: " + said);

    abort("The public SDK judges nothing here. " + said);
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

  private static ProcessBuilder in(String... command) {
    return new ProcessBuilder(command).directory(HOME.toFile());
  }

  /** What its Callback class says of a webhook, byte for byte as it came. */
  Json.Obj read(String webhook, String secret) {
    return ask(Json.object().put("callback", webhook).put("secret", secret).build());
  }

  String sign(Json.Obj message, String secret) {
    return ask(Json.object().put("sign", message).put("secret", secret).build()).text("signature");
  }

  /** The address of a Payment Page, with the parameters named as the SDK names them. */
  String page(Json.Obj parameters, String url) {
    var asked =
        Json.object()
            .put("page", parameters)
            .put("project", "210")
            .put("secret", "demo-secret-210")
            .put("url", url);
    return ask(asked.build()).text("url");
  }

  private Json.Obj ask(Json.Obj question) {
    try {
      questions.write(question.encode());
      questions.newLine();
      questions.flush();
      var answer = answers.readLine();
      assertThat(answer).as("the judge has died: see %s", HOME.resolve("err")).isNotNull();
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
