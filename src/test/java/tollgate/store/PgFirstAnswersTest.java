package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tollgate.engine.FirstAnswers;
import tollgate.engine.FirstAnswers.Claim;
import tollgate.engine.FirstAnswers.Claim.Kept;
import tollgate.engine.FirstAnswers.Claim.Running;
import tollgate.engine.FirstAnswers.Claim.Yours;
import tollgate.engine.FirstAnswersContract;
import tollgate.engine.StoreUnderTest;
import tollgate.support.Postgres;

class PgFirstAnswersTest extends FirstAnswersContract {

  private static final String TODAY = "mod(floor(extract(epoch from now()) / 86400)::int8, 8)";

  PgUnderTest under() {
    return PgUnderTest.on(Postgres.EMBEDDED);
  }

  @Override
  protected StoreUnderTest store() {
    return under();
  }

  /** Two nodes, and a third for which it is always midnight: it writes into two days. */
  @Test
  void ofManyAtOnceOnManyNodesOneIsFirst() {
    var vertx = Vertx.vertx();
    var node = await(PgStores.open(vertx, under().options(), InstantSource.system()));
    var pool = under().pool(vertx);
    var midnight = atMidnight(pool);
    for (int round = 0; round < 30; round++) {
      var all = new ArrayList<Future<Claim>>();
      for (int i = 0; i < 64; i++) {
        var answers =
            switch (i % 3) {
              case 0 -> store.firstAnswers();
              case 1 -> node.firstAnswers();
              default -> midnight;
            };
        all.add(answers.claim(asked("round" + round, "a")));
      }

      assertThat(claims(all, Yours.class)).as("round %d", round).hasSize(1);
      assertThat(claims(all, Running.class)).hasSize(63);
    }
    await(pool.close());
    await(node.close());
    await(vertx.close());
  }

  @Test
  void aroundMidnightARowLiesInBothDays() {
    var vertx = Vertx.vertx();
    var pool = under().pool(vertx);
    FirstAnswers midnight = atMidnight(pool);
    var first = mine(await(midnight.claim(asked("k", "a"))));

    assertThat(rows("true")).isEqualTo(2);
    assertThat(claim("k", "a")).isEqualTo(new Running());
    assertThat(await(midnight.keep(first, TAKEN))).isEqualTo(TAKEN);
    assertThat(rows("status = 200")).isEqualTo(2);
    assertThat(claim("k", "a")).isEqualTo(new Kept(TAKEN));
    await(pool.close());
    await(vertx.close());
  }

  /** No row is deleted: the whole day gets a new, empty file, and nothing is left to vacuum. */
  @Test
  void aDayThatIsOverIsEmptiedAsAWhole() {
    var own = Postgres.fresh();
    fill(own.database());
    var files = files(own);
    var vertx = Vertx.vertx();
    var node = await(PgStores.open(vertx, own, InstantSource.system()));
    await(node.close());
    await(vertx.close());

    for (int age = 0; age < AnswerDays.DAYS; age++) {
      var isOver = age >= 2 && age < AnswerDays.DAYS - 1;
      var table = "first_answer_" + number(own, "select mod(" + TODAY + " - " + age + " + 8, 8)");
      assertThat(number(own, "select count(*) from " + table)).isEqualTo(isOver ? 0 : 1000);
      var file = number(own, "select pg_relation_filenode('" + table + "')");
      assertThat(files.contains(file)).as("%d days ago", age).isEqualTo(!isOver);
      assertThat(number(own, "select pg_stat_get_tuples_deleted('" + table + "'::regclass)"))
          .isZero();
    }
  }

  /** A reader who does not let go, such as a dump, costs a moment and not the sweep's day. */
  @Test
  void aDayThatSomebodyReadsIsEmptiedAnotherTime() {
    var own = Postgres.fresh();
    fill(own.database());
    var vertx = Vertx.vertx();
    var pool = PgUnderTest.pool(vertx, own);
    var reader = await(pool.getConnection());
    await(reader.begin());
    await(reader.query("select count(*) from first_answer").execute());
    var days = new AnswerDays(pool, Duration.ofHours(24));

    await(days.sweep().otherwiseEmpty());
    assertThat(number(own, "select count(*) from first_answer")).isEqualTo(8000);
    await(reader.close());
    await(days.sweep());
    assertThat(number(own, "select count(*) from first_answer")).isEqualTo(3000);
    await(pool.close());
    await(vertx.close());
  }

  private static PgFirstAnswers atMidnight(Pool pool) {
    var options = DatabaseOptions.FirstAnswers.USUAL;
    return new PgFirstAnswers(pool, options, Duration.ofHours(12), new PgStores.Batches(500, 5000));
  }

  private static void fill(String database) {
    Postgres.execute(
        database,
        """
        insert into first_answer
        select 1, 'k' || n, mod(n, 8), 'f', n, n, now(), now(), 200, '{}'
          from generate_series(0, 7999) n
        """);
  }

  private static Set<Long> files(DatabaseOptions own) {
    var files = new HashSet<Long>();
    for (int day = 0; day < AnswerDays.DAYS; day++) {
      files.add(number(own, "select pg_relation_filenode('first_answer_" + day + "')"));
    }
    return files;
  }

  private static long number(DatabaseOptions own, String sql) {
    return PgUnderTest.number(own, sql);
  }

  private long rows(String where) {
    return under()
        .number(
            "select count(*) from first_answer where project_id = " + project + " and " + where);
  }
}
