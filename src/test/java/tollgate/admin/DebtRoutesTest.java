package tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;

import io.vertx.core.Future;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.engine.Debts.Outcome;
import tollgate.engine.Debts.Repayment;
import tollgate.engine.Debts.Source;
import tollgate.engine.Invariants;
import tollgate.engine.News;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.Sales;
import tollgate.support.Postgres;

/** A person writes down that a company paid the commissions that it owed. */
class DebtRoutesTest extends AdminGround {

  private static final String OWED = "/admin/v1/centres/demo/projects/210/owed";

  @Test
  void whatWasPaidOutsideIsOwedNoMore() {
    owe("MYR", 300);
    var before = owed("MYR");

    var written = ok(201, put("INV-1", body(300, "MYR", "outside"), "Tollgate-User", "ann"));
    assertThat(written.body())
        .contains("\"reference\":\"INV-1\"", "\"who\":\"admin: ann\"", "\"why\":\"their letter\"");
    assertThat(owed("MYR")).isEqualTo(before - 300);
    assertThat(ok(200, server.get(OWED)).body()).contains(written.body().strip());
    assertThat(await(server.stores.gauges().book()).owed()).containsEntry("MYR", before - 300);
    assertThat(number("select count(*) from posting where debit = 'outside' and amount = 300"))
        .isEqualTo(1);
  }

  @Test
  void theSameAgainChangesNothing() {
    owe("SGD", 200);

    var first = ok(201, put("again", body(150, "SGD", "waived"))).body();
    assertThat(ok(200, put("again", body(150, "SGD", "waived"))).body()).isEqualTo(first);
    ok(409, put("again", body(50, "SGD", "waived")));
    ok(409, put("again", body(150, "SGD", "outside")));
    assertThat(owed("SGD")).isEqualTo(50);
  }

  @Test
  void outOfTheBalanceItIsTakenFromThere() {
    owe("MYR", 4000);
    earn(3000);
    var before = merchantHas();
    var owedBefore = owed("MYR");

    ok(201, put("B-1", body(2000, "MYR", "balance")));
    assertThat(merchantHas()).isEqualTo(before - 2000);
    assertThat(owed("MYR")).isEqualTo(owedBefore - 2000);
    assertThat(ok(409, put("B-2", body(2000, "MYR", "balance"))).body()).contains("balance");
    earn(500);
    assertThat(await(server.stores.invariants().whole()).findings())
        .allMatch(Invariants.Finding::holds);
  }

  @Test
  void noMoreThanIsOwed() {
    owe("USD", 100);

    assertThat(ok(409, put("U-1", body(101, "USD", "outside"))).body()).contains("not owed");
    ok(201, put("U-2", body(60, "USD", "outside")));
    ok(409, put("U-3", body(41, "USD", "outside")));
    ok(201, put("U-4", body(40, "USD", "outside")));
    ok(409, put("U-5", body(1, "EUR", "outside")));
    assertThat(owed("USD")).isZero();
  }

  @Test
  void ofManyAtOnceOneIsWritten() {
    owe("IDR", 100);
    var asked =
        IntStream.range(0, 32)
            .mapToObj(i -> {
              var amount = Money.of(100, "IDR");
              var name = "many-" + i % 16;
              var wish = new Repayment(210, name, amount, Source.OUTSIDE, "admin", "why");
              return server.stores.debts().write(wish);
            })
            .toList();
    await(Future.join(asked));

    var outcomes = asked.stream().map(Future::result).toList();
    assertThat(outcomes).filteredOn(Outcome.Written.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .allMatch(it ->
            it instanceof Outcome.Written
                || it instanceof Outcome.Known
                || it instanceof Outcome.TooMuch);
    assertThat(owed("IDR")).isZero();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET | other/projects/210/owed
          GET | demo/projects/x/owed
          GET | demo/projects/999/owed
          PUT | other/projects/210/owed/X-1
          PUT | demo/projects/0/owed/X-1
          PUT | demo/projects/210/owed/a+b
          """)
  void onlyOfItsOwnCentre(String method, String path) {
    var body = method.equals("GET") ? null : body(1, "MYR", "outside");
    ok(404, server.send(method, "/admin/v1/centres/" + path, body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}
          {"amount":0,"currency":"MYR","from":"outside","why":"x"}
          {"amount":-1,"currency":"MYR","from":"outside","why":"x"}
          {"amount":1.5,"currency":"MYR","from":"outside","why":"x"}
          {"amount":"1","currency":"MYR","from":"outside","why":"x"}
          {"amount":1,"currency":"ringgit","from":"outside","why":"x"}
          {"amount":1,"from":"outside","why":"x"}
          {"amount":1,"currency":"MYR","from":"clearing","why":"x"}
          {"amount":1,"currency":"MYR","why":"x"}
          {"amount":1,"currency":"MYR","from":"outside","why":" "}
          {"amount":1,"currency":"MYR","from":"outside"}
          {"amount":1,"currency":"MYR","from":"outside","why":"x","who":"me"}
          []
          no JSON
          """)
  void allOfItMustBeSaid(String body) {
    ok(400, put("bad", body));
  }

  private static void owe(String currency, long minor) {
    var operation = await(server.stores.operations().next());
    Postgres.execute(
        server.database.database(),
        "insert into posting values (210, %d, 8, 'owed', 'fees', %d, '%s', now(), null, null)"
            .formatted(operation, minor, currency));
  }

  private static void earn(long minor) {
    var id = new Payment.Id(210, await(server.stores.operations().next()));
    var amount = Money.of(minor, "MYR");
    await(server.engine.open(Sales.SALE.of(amount).through(1).open(id)));
    var paid = new SaleApproved(amount, Sales.THEIRS + id.operation());
    await(server.engine.handle(News.of(id, paid)));
  }

  private static long owed(String currency) {
    return await(server.stores.debts().owed(210)).stream()
        .filter(it -> it.code().equals(currency))
        .mapToLong(Money::minor)
        .sum();
  }

  private static long number(String sql) {
    return Postgres.number(server.database.database(), sql);
  }

  private static String body(long minor, String currency, String from) {
    return "{\"amount\":%d,\"currency\":\"%s\",\"from\":\"%s\",\"why\":\"their letter\"}"
        .formatted(minor, currency, from);
  }

  private static HttpResponse<String> put(String reference, String body, String... headers) {
    return server.send("PUT", OWED + "/" + reference, body, headers);
  }
}
