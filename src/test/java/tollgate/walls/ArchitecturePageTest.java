package tollgate.walls;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of rooms that people read is the one that the walls are built from. */
class ArchitecturePageTest {

  private static final Path PAGE = Path.of("src/site/markdown/architecture.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+)` \\| [^|]+ \\| ?([\\w ]*)\\|$", Pattern.MULTILINE);

  @Test
  void tellsTheWalls() throws IOException {
    var told =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .collect(toMap(row -> row.group(1), ArchitecturePageTest::words));

    assertThat(told).isEqualTo(built());
  }

  private static Set<String> words(MatchResult row) {
    var list = row.group(2).strip();
    return list.isEmpty() ? Set.of() : Set.of(list.split(" "));
  }

  private static Map<String, Set<String>> built() {
    return Arrays.stream(Room.values())
        .collect(toMap(ArchitecturePageTest::name, ArchitecturePageTest::known));
  }

  private static Set<String> known(Room room) {
    return Arrays.stream(Room.values())
        .filter(other -> other != room && room.mayKnow(other))
        .map(ArchitecturePageTest::name)
        .collect(Collectors.toSet());
  }

  private static String name(Room room) {
    return room.name().toLowerCase(Locale.ROOT);
  }
}
