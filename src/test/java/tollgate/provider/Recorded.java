package tollgate.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A message kept as a file, and below a line of dashes what it must become. */
record Recorded(String whole, String meaning) {

  private static final String LINE = "\n---\n";

  /** What a test does with each file. */
  interface Check {
    void accept(Recorded file);
  }

  String head() {
    return whole.substring(0, whole.indexOf('\n'));
  }

  String body() {
    return whole.substring(whole.indexOf('\n') + 1);
  }

  /** A test for each file of that ending in the folder. */
  static Stream<DynamicTest> each(Path folder, String ending, Check check) {
    return files(folder, ending)
        .map(file -> {
          var name = file.getFileName().toString();
          var recorded = read(file);
          return DynamicTest.dynamicTest(name, () -> check.accept(recorded));
        });
  }

  private static Recorded read(Path file) {
    try {
      var parts = Files.readString(file).split(LINE, 2);
      return new Recorded(parts[0], parts[1].strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path folder, String ending) {
    try (var all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith("." + ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
