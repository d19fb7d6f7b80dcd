package tollgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tollgate.store.DatabaseOptions;
import tollgate.support.Postgres;

/** Whoever is woken at night finds a section that is true. */
class RunbookTest {

  private static final String PAGE = "src/site/markdown/runbook.md";
  private static final Pattern ALERT =
      Pattern.compile("- alert: (\\w+)\n(?: +(?!- ).*\n)*? +runbook_url: (\\S+)\n");
  private static final Pattern SECTION = Pattern.compile("(?ms)^## (\\w+)\n(.*?)(?=^## |\\z)");
  private static final Pattern LINK = Pattern.compile("\\]\\(#(\\w+)\\)");
  private static final Pattern QUERY = Pattern.compile("(?s)```sql\n(.*?)```");

  @Test
  void everyAlertHasItsSectionAndPointsThere() throws Exception {
    var alerts = matches(ALERT, Path.of("config/alerts.yaml"));

    assertThat(alerts)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            alert -> assertThat(alert.group(2)).isEqualTo(PAGE + "#" + anchor(alert.group(1))));
    assertThat(sections().map(section -> section.group(1)))
        .containsExactlyElementsOf(alerts.stream().map(alert -> alert.group(1)).toList());
  }

  /** An alert without the annotation would be no match above, and so pass unseen. */
  @Test
  void noAlertIsOverlooked() throws Exception {
    var text = Files.readString(Path.of("config/alerts.yaml"));

    assertThat(matches(ALERT, Path.of("config/alerts.yaml")))
        .hasSize(text.split("- alert: ", -1).length - 1);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyAlertFiresInOneStoryAndIsSilentInAnother(String name) throws Exception {
    var stories =
        Files.readString(Path.of("config/alerts-test.yaml"))
            + Files.readString(Path.of("config/alerts-slow-test.yaml"));

    assertThat(stories).containsOnlyOnce("- name: " + name + " fires\n");
    assertThat(stories).containsOnlyOnce("- name: " + name + " is silent\n");
  }

  @ParameterizedTest
  @MethodSource("names")
  void everySectionAnswersTheFourQuestions(String name) throws Exception {
    var section = sections().filter(each -> each.group(1).equals(name)).findFirst().orElseThrow();

    assertThat(section.group(2).lines().filter(line -> line.startsWith("**")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("**For money.** "),
            line -> assertThat(line).startsWith("**Look first.**"),
            line -> assertThat(line).startsWith("**Do.** "),
            line -> assertThat(line).startsWith("**Do not.** "));
  }

  @Test
  void everyLinkHasItsSection() throws Exception {
    assertThat(matches(LINK, Path.of(PAGE)))
        .isNotEmpty()
        .extracting(link -> link.group(1))
        .isSubsetOf(names().map(RunbookTest::anchor).toList());
  }

  /** A query that names a column of last year is worse than none. */
  @Test
  void everyQueryRuns() throws Exception {
    DatabaseOptions database = Postgres.fresh();

    for (var query : matches(QUERY, Path.of(PAGE))) {
      Postgres.execute(database.database(), query.group(1));
    }
  }

  static Stream<String> names() throws Exception {
    return sections().map(section -> section.group(1));
  }

  private static Stream<MatchResult> sections() throws Exception {
    return matches(SECTION, Path.of(PAGE)).stream();
  }

  private static List<MatchResult> matches(Pattern pattern, Path file) throws Exception {
    return pattern.matcher(Files.readString(file)).results().toList();
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT);
  }
}
