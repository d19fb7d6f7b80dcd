package tollgate.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our style, held over every source there is. */
class StyleTest {

  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TESTS = Path.of("src/test/java");

  /** Broken on purpose. */
  private static final Path RUINS = TESTS.resolve("brokenwalls");

  private static final Path MESSAGES = Path.of("src/test/resources/provider");

  @Test
  void everySourceKeepsTheNumbers() {
    var files = Stream.concat(sources(MAIN), sources(TESTS)).toList();

    assertThat(Source.readAll(files)).hasSameSizeAs(files).flatMap(Style::complaints).isEmpty();
  }

  @Test
  void everyRoomSaysWhatItIsFor() {
    var rooms = sources(MAIN).map(Path::getParent).distinct();

    assertThat(rooms).allSatisfy(room -> assertThat(welcome(room)).contains("/**", "@NullMarked"));
  }

  private static String welcome(Path room) {
    var file = room.resolve("package-info.java");
    return Files.exists(file) ? text(file) : room + " has no package-info.java";
  }

  /** A recorded message that no test reads proves nothing and misleads who finds it. */
  @Test
  void everyRecordedMessageIsRead() {
    var tests = sources(TESTS).map(StyleTest::text).toList();

    assertThat(files(MESSAGES)).filteredOn(message -> !isRead(message, tests)).isEmpty();
  }

  /** By its name, by its name without the ending, or with the whole folder it lies in. */
  private static boolean isRead(Path message, List<String> tests) {
    var name = message.getFileName().toString();
    var stem = name.replaceFirst("\\.[^.]+$", "");
    var folder = "provider/" + MESSAGES.relativize(message.getParent());
    var mentions = List.of(name, "\"" + stem, stem + "\"", folder);
    return tests.stream().anyMatch(test -> mentions.stream().anyMatch(test::contains));
  }

  private static Stream<Path> sources(Path root) {
    return files(root)
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> !file.startsWith(RUINS));
  }

  private static Stream<Path> files(Path root) {
    if (!Files.exists(root)) {
      return Stream.empty();
    }
    try (var all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
