package tollgate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tollgate.AllProviders;
import tollgate.config.Book.Secrets;
import tollgate.support.Draws;
import tollgate.support.Seeds;

/**
 * The law of export and import: what is written out is read back as the same, to the last letter.
 */
class RoundTripTest {

  private static final Language LANGUAGE =
      new Language(AllProviders.known(), "https://pay.example");

  @Test
  void whatIsExportedIsReadBackTheSame() {
    Seeds.each(
        300,
        draws -> {
          var book = Book.empty().with(centres(draws));

          var text = yaml(book, Secrets.CLEAR);
          var back = Book.empty().with(parsed(text));

          assertThat(back.documents()).isEqualTo(book.documents());
          assertThat(yaml(back, Secrets.CLEAR)).isEqualTo(text);
          assertThat(LANGUAGE.read(back.tree(Secrets.CLEAR), new Mistakes()))
              .isEqualTo(LANGUAGE.read(book.tree(Secrets.CLEAR), new Mistakes()))
              .isNotNull();
        });
  }

  @Test
  void theMaskedExportChangesNothingWhereItCameFrom() {
    Seeds.each(
        300,
        draws -> {
          var book = Book.empty().with(centres(draws));
          var masked = yaml(book, Secrets.MASKED);
          var mistakes = new Mistakes();

          var wish = Edit.laidOver(parsed(masked)).of(book, mistakes);

          assertThat(mistakes.list()).isEmpty();
          assertThat(masked).doesNotContain("secret-of-");
          var after = book.with(((Edit.Wish.Tree) wish).centres());
          assertThat(after.changesSince(book)).as(masked).isEmpty();
        });
  }

  private static String yaml(Book book, Secrets how) {
    return YamlText.of(Written.Members.NONE.with(Language.CENTRES, book.tree(how)));
  }

  private static Written.Members parsed(String text) {
    var mistakes = new Mistakes();
    var file = YamlFile.parse(text, "law", mistakes);
    assertThat(mistakes.list()).as(text).isEmpty();
    return file.section(Language.CENTRES);
  }

  private static Written.Members centres(Draws draws) {
    var tree = Written.Members.NONE;
    for (int i = 0; i <= draws.below(3); i++) {
      var centre = members().with("name", text("N" + draws.text()));
      if (draws.percent(50)) centre = centre.with("brand", text(draws.text()));
      if (draws.percent(50)) centre = centre.with(Book.RATES, rates(draws));
      var first = 10 * i + 1;
      centre = centre.with(Book.GATEWAYS, gateways(draws, first));
      centre = centre.with(Book.PROJECTS, projects(draws, first));
      if (draws.percent(50)) centre = centre.with(Book.DATA_TOKENS, tokens(draws, first));
      tree = tree.with("c" + i, centre);
    }
    return tree;
  }

  private static Written.Members tokens(Draws draws, int first) {
    var name = "reader-" + first;
    var token =
        members()
            .with("token", text("secret-of-" + "%020d".formatted(first)))
            .with("key", text("secret-of-" + draws.text()))
            .with("projects", new Written.Items(List.of(text("" + (100 + first))), ""))
            .with("on", text(draws.percent(50) ? "true" : "false"));
    return members().with(name, token);
  }

  private static Written.Members gateways(Draws draws, int first) {
    var all = members();
    for (int number = first; number <= first + draws.below(3); number++) {
      var gateway =
          members()
              .with("provider", text("touchngo"))
              .with("base", text("${public}/sandbox/" + draws.word(5)))
              .with("fields", members().with("merchant_code", text("M" + draws.text())))
              .with("keys", members().with("merchant_key", text("secret-of-" + draws.text())))
              .with("on", text(draws.percent(50) ? "true" : "false"))
              .with("baseTime", text(draws.between(1, 59) + "s"))
              .with("limitTime", text(draws.between(1, 59) + "m"));
      if (draws.percent(50)) gateway = gateway.with("tariffs", tariffs(draws));
      if (draws.percent(30)) gateway = gateway.with("company", text("" + (100 + number)));
      all = all.with(Integer.toString(number), gateway);
    }
    return all;
  }

  private static Written.Members rates(Draws draws) {
    var rate =
        members()
            .with("rate", text(draws.between(1, 99) + "." + draws.below(10_000)))
            .with("until", text("2027-01-01T00:00:00Z"));
    if (draws.percent(50)) rate = rate.with("since", text("2026-01-01T00:00:00Z"));
    return members().with(draws.oneOf("USD-MYR", "MYR-IDR"), rate);
  }

  private static Written.Members tariffs(Draws draws) {
    var tariff =
        members()
            .with("percent", text(draws.below(100) + "." + draws.below(100)))
            .with("fixed", text(draws.below(10) + ".50"))
            .with("bearer", text(draws.oneOf("payer", "receiver", "company")));
    return members().with("MYR", tariff);
  }

  private static Written.Members projects(Draws draws, int first) {
    var all = members();
    for (int id = 100 + first; id <= 100 + first + draws.below(3); id++) {
      var secrets = new ArrayList<Written>();
      for (int i = 0; i <= draws.below(2); i++) secrets.add(text("secret-of-" + draws.text()));
      var project =
          members()
              .with("name", text("N" + draws.text()))
              .with("secrets", new Written.Items(secrets, ""))
              .with("webhookUrl", text("https://shop.example/" + draws.word(9)))
              .with("timeZone", text(draws.oneOf("UTC", "Asia/Jakarta", "Europe/Berlin")))
              .with("requestsPerSecond", text("" + draws.below(1000)));
      if (draws.percent(50)) {
        var network = draws.oneOf("203.0.113.0/24", "::1", "2001:db8::/32");
        project = project.with("networks", new Written.Items(List.of(text(network)), ""));
      }
      if (draws.percent(60)) {
        var method = members().with("gateway", text("" + first));
        project = project.with(Book.METHODS, members().with("touchngo", method));
      }
      all = all.with(Integer.toString(id), project);
    }
    return all;
  }

  private static Written.Members members() {
    return new Written.Members(new TreeMap<>(), "");
  }

  private static Written.Text text(String text) {
    return new Written.Text(text, "");
  }
}
