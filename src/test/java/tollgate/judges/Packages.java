package tollgate.judges;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The public packages that judge us, installed from their registries into {@code target} by the
 * lists of {@code src/test/resources/judges}: never committed, and never on our class path.
 *
 * <p>Where they cannot be had the tests are skipped with the reason; with {@code
 * -Dtollgate.judges=required} they fail.
 */
enum Packages {

  /** JavaScript, as the lock file pins them. It takes everything away first. */
  NPM("package-lock.json", "npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1"),

  /** Java, with whatever they need, into {@code lib}. */
  MAVEN(
      "pom.xml",
      "mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies"
          + " -DoutputDirectory=lib");

  static final Path HOME = Path.of("target/judges");

  private static final boolean REQUIRED =
      System.getProperty("tollgate.judges", "").equals("required");
  private static final int INSTALL_SECONDS_MAX = 120;
  private static final int TRIES = REQUIRED ? 3 : 1;

  private final String list;
  private final String command;

  Packages(String list, String command) {
    this.list = list;
    this.command = command;
  }

  /** A file of ours that goes beside them. */
  static void put(String file) throws IOException {
    Files.createDirectories(HOME);
    try (var in = Packages.class.getResourceAsStream("/judges/" + file)) {
      Files.copy(in, HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Once for all tests of a build, and again when the list is another. */
  void install() throws IOException, InterruptedException {
    put(list);
    var installed = HOME.resolve(list + ".installed");
    if (Files.exists(installed) && Files.mismatch(installed, HOME.resolve(list)) < 0) return;

    var said = "";
    for (int i = 0; i < TRIES; i++) {
      said = tried();
      if (said.isEmpty()) {
        Files.copy(HOME.resolve(list), installed, StandardCopyOption.REPLACE_EXISTING);
        return;
      }
    }
    if (REQUIRED) throw new IllegalStateException("the public SDKs are required: " + said);

    abort("The public SDKs judge nothing here. " + said);
  }

  /** What went wrong; empty when nothing did. */
  private String tried() throws InterruptedException {
    var words = List.of(command.split(" "));
    var tool = words.getFirst();
    try {
      var log = HOME.resolve(tool + ".log");
      var run = in(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      if (!run.waitFor(INSTALL_SECONDS_MAX, TimeUnit.SECONDS)) {
        run.destroyForcibly();
        return tool + " took longer than " + INSTALL_SECONDS_MAX + " s";
      }
      return run.exitValue() == 0 ? "" : tool + ": " + Files.readString(log).strip();
    } catch (IOException absent) {
      return tool + " is not installed: " + absent.getMessage();
    }
  }

  static ProcessBuilder in(List<String> command) {
    return new ProcessBuilder(command).directory(HOME.toFile());
  }
}
