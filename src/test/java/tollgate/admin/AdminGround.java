package tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tollgate.engine.News;
import tollgate.ledger.Account;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;

/** The admin port for the tests of one class, and what several of them ask and expect. */
class AdminGround {

  static AdminServer server;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    server = new AdminServer(folder);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  static HttpResponse<String> ok(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer;
  }

  static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("etag").orElseThrow();
  }

  static void tell(Payment.Id id, PaymentEvent event) {
    await(server.engine.handle(News.of(id, event)));
  }

  /** What the company of project 210 is owed in ringgit. */
  static long merchantHas() {
    var account = new Account.Merchant(210, Currency.getInstance("MYR"));
    return await(server.stores.payments().balances(List.of(account))).getOrDefault(account, 0L);
  }

  /** As the log of changes names it. */
  static String name(Payment.Id id) {
    return id.project() + "/" + id.operation();
  }
}
