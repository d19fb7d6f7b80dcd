package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tollgate.engine.StoreUnderTest.await;

import io.vertx.core.Future;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tollgate.config.Book;
import tollgate.config.Edit;
import tollgate.config.Key;
import tollgate.config.Outcome;
import tollgate.config.Written;
import tollgate.tenant.Secret;

/** The configuration on a real database, as two nodes see it. */
class PgConfigurationTest extends ConfigurationGround {

  private static final List<String> CANARIES =
      List.of("demo-touchngo-merchant-key", "SB-Mid-server-demo", "demo-secret-210");

  private static final String SEALED =
      """
      select (select count(*) from gateway_key) + (select count(*) from project_secret)
             + (select count(*) from data_token_secret)
      """;

  @Test
  void whatIsImportedOnOneNodeCountsOnTheOtherWithinASecond() {
    assertThat(imported(one, demo())).isInstanceOf(Outcome.Saved.class);
    until(() -> other.get().project(211) != null);

    var best = Duration.ofDays(1);
    for (int i = 1; i <= 3; i++) {
      var url = "https://shop.example/" + i;
      await(one.change("ann", "test", webhook(url)));
      var since = System.nanoTime();
      assertThat(one.get().project(210).webhookUrl()).isEqualTo(url);
      until(() -> other.get().project(210).webhookUrl().equals(url));
      var took = Duration.ofNanos(System.nanoTime() - since);
      best = took.compareTo(best) < 0 ? took : best;
    }
    assertThat(best).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void anotherStartReadsTheSameAndAnotherImportChangesNothing() {
    imported(one, demo());
    var version = one.book().version();

    var again = (Outcome.Saved) imported(one, demo());

    assertThat(again.changed()).isEmpty();
    var later = node();
    assertThat(later.book()).isEqualTo(one.book());
    assertThat(later.book().version()).isEqualTo(version);
    assertThat(later.get()).isEqualTo(one.get());
    assertThat(later.get().gateway(2).key("server_key")).isEqualTo(new Secret(CANARIES.get(1)));
    var exported = one.book().tree(Book.Secrets.MASKED);
    assertThat(((Outcome.Saved) imported(one, exported)).changed()).isEmpty();
    await(later.close());
  }

  @Test
  void theDatabaseHoldsNoSecretAndTheLogNone() throws SQLException {
    imported(one, demo());
    await(one.change("ann", "test", webhook("https://shop.example/")));

    for (var table :
        List.of("gateway", "project", "gateway_key", "project_secret", "configuration_change")) {
      var dump = text("select string_agg(t::text, ' ') from " + table + " t");
      assertThat(dump).as(table).isNotBlank().doesNotContain(CANARIES);
    }
    assertThat(one.book().toString() + one.get()).doesNotContain(CANARIES);
    assertThat(
            text(
                "select who || what || name || before from configuration_change where version = 2"))
        .startsWith("anntest210{")
        .contains("\"secrets\":{\"1\":\"***\"}");
  }

  @Test
  void manyChangesAtOnceAllCountAndEachHasItsVersion() {
    imported(one, demo());
    var before = one.book().version();

    var all =
        IntStream.range(0, 6)
            .mapToObj(i -> i % 2 == 0 ? one : other)
            .map(node -> await(node.refresh().map(node)))
            .toList();
    var changes =
        IntStream.range(0, 6)
            .mapToObj(i -> all.get(i).change("n" + i, "test", field("f" + i)))
            .toList();
    await(Future.all(changes));
    await(one.refresh());

    assertThat(one.book().version()).isEqualTo(before + 6);
    assertThat(one.get().gateway(1).fields())
        .containsKeys("merchant_code", "f0", "f1", "f2", "f3", "f4", "f5");
  }

  @Test
  void aWrongImportChangesNothingAndNamesEveryMistake() {
    imported(one, demo());
    var before = one.book();
    var wrong =
        Written.Members.NONE
            .with(List.of("demo", "gateways", "1", "provider"), text("acme", "x:1"))
            .with(List.of("demo", "projects", "210", "webhookUrl"), text("nowhere", "x:2"));

    var outcome = imported(one, wrong);

    assertThat(outcome).isInstanceOf(Outcome.Wrong.class);
    assertThat(((Outcome.Wrong) outcome).mistakes().toString())
        .contains("gateways.1.base: is missing")
        .contains("projects.210.webhookUrl: must be an address")
        .contains("projects.210.name: is missing");
    assertThat(one.book()).isEqualTo(before);
  }

  @Test
  void theMasterKeyIsChangedWithoutARestart() throws Exception {
    imported(one, demo());
    Files.writeString(keyFile, Files.readString(keyFile) + key("k2") + "\n");

    assertThat(await(one.rewrap("ann"))).hasToString(text(SEALED));
    assertThat(await(one.rewrap("ann"))).isZero();
    Files.writeString(keyFile, key("k2") + "\n");

    var later = node();
    assertThat(later.get().gateway(2).key("server_key")).isEqualTo(new Secret(CANARIES.get(1)));
    assertThat(text("select string_agg(sealed, ' ') from gateway_key")).doesNotContain("v1.k1.");
    await(later.close());
    Files.writeString(keyFile, key("k1") + "\n");
    assertThatThrownBy(this::node).hasMessageContaining("there is no master key k2");
  }

  @Test
  void aSecretMovedToAnotherRowDoesNotOpenAndWhatWasThereStays() {
    imported(one, demo());
    until(() -> other.get().project(210) != null);
    server()
        .run(
            options.database(),
            "update project_secret set sealed = (select sealed from project_secret where project_id"
                + " = 210) where project_id = 211; update configuration set version = version + 1");

    assertThatThrownBy(() -> await(other.refresh())).hasMessageContaining("project 211, 1");
    assertThat(other.get().project(211).secret()).isEqualTo(new Secret("demo-secret-211"));
  }

  @Test
  void activationsCanBeTakenAway() {
    imported(one, demo());
    Edit removal =
        (book, _) -> {
          var tree = book.tree(Book.Secrets.CLEAR);
          var path = List.of("demo", "projects", "210", "methods");
          return new Edit.Wish.Tree(tree.with(path, Written.Members.NONE));
        };

    await(one.change("ann", "remove", removal));

    assertThat(node().book().document(Key.activation("210", "touchngo"))).isNull();
    assertThat(one.get().project(210).activations()).isEmpty();
  }
}
