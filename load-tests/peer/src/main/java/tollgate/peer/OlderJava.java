package tollgate.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The Java that Kill Bill 0.22 runs on: 11 or 17. It was made for 8 and 11, and measured on 17. */
final class OlderJava {

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");
  private static final List<String> VERSIONS = List.of("17", "11");

  private OlderJava() {}

  /**
   * The one that {@code -Dpeer.java=} names, else one that the system's packages have installed.
   */
  static Path executable() throws IOException {
    var named = System.getProperty("peer.java", "");
    if (!named.isEmpty()) return Path.of(named);

    for (var version : VERSIONS) {
      var found = installed("-" + version + "-");
      if (found.isPresent()) return found.get();
    }
    throw new IllegalStateException(
        "Kill Bill needs Java 17 or 11: apt-get install openjdk-17-jre-headless,"
            + " or name one by -Dpeer.java=/path/to/bin/java");
  }

  private static Optional<Path> installed(String version) throws IOException {
    if (!Files.isDirectory(INSTALLED)) return Optional.empty();

    try (var homes = Files.list(INSTALLED)) {
      return homes
          .filter(home -> home.getFileName().toString().contains(version))
          .map(home -> home.resolve("bin/java"))
          .filter(Files::isExecutable)
          .sorted()
          .findFirst();
    }
  }
}
