package tollgate.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A message kept as a file, and below a line of dashes what it must become. A callback may begin
 * with its headers, one a line in lower case, and an empty line; one that is called {@code query}
 * is the query of its address.
 */
record Recorded(String whole, String meaning) {

  private static final String LINE = "\n---\n";
  private static final Pattern HEADERS =
      Pattern.compile("((?:[a-z0-9-]+: [^\n]*\n)+)\n(.*)", Pattern.DOTALL);

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

  /** Of a callback, what came after its headers. */
  byte[] content() {
    var parts = HEADERS.matcher(whole);
    return (parts.matches() ? parts.group(2) : whole).getBytes(UTF_8);
  }

  /** The callback with this content and the headers that were recorded. */
  Callback callback(byte[] content) {
    var headers = headers();
    return new Callback("POST", headers.getOrDefault("query", ""), headers, content);
  }

  private Map<String, String> headers() {
    var parts = HEADERS.matcher(whole);
    if (!parts.matches()) return Map.of();

    return parts
        .group(1)
        .lines()
        .map(line -> line.split(": ", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line[1]));
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

  static Recorded read(Path file) {
    try {
      var parts = Files.readString(file).split(LINE, 2);
      if (parts.length < 2) throw new AssertionError(file + " has no line --- before its meaning");

      return new Recorded(parts[0], parts[1].strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A message that no test reads proves nothing: each file must be of one of these endings. */
  static void allAreRead(Path folder, Set<String> endings) {
    try (var all = Files.list(folder)) {
      assertThat(all).allSatisfy(file -> assertThat(endings).contains(ending(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ending(Path file) {
    var name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static Stream<Path> files(Path folder, String ending) {
    try (var all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith("." + ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
