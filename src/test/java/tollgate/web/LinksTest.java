package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;
import static tollgate.web.TestTenants.KEY;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.gate.Webhooks;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Effect;
import tollgate.payment.Invoice;
import tollgate.payment.Link;
import tollgate.payment.Links;
import tollgate.payment.PaymentEvent.LinkConfirmed;
import tollgate.payment.PaymentEvent.LinkMailed;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.signing.GateSignature.Verdict;

/** What a merchant asks and hears about a payment link. */
class LinksTest extends MoneyGround {

  private static final String URL = "https://pay\\.example/link/210-[0-9]+-[A-Za-z0-9_-]{32}";

  @Test
  void isTakenAndTold() {
    var answer = ask("link");

    assertThat(at(answer, "status")).isEqualTo("success");
    assertThat(at(answer, "payment_id")).isEqualTo("LN-1");
    var told = told(Effect.NOTIFY_LINK_OPENED);
    assertThat(at(told, "payment.type")).isEqualTo("invoice");
    assertThat(at(told, "payment.status")).isEqualTo("awaiting payment");
    assertThat(at(told, "operation.type")).isEqualTo("invoice");
    assertThat(at(told, "operation.status")).isEqualTo("awaiting payment");
    assertThat(at(told, "operation.code")).isEqualTo("9999");
    assertThat(at(told, "operation.request_id")).isEqualTo(at(answer, "request_id"));
    assertThat(at(told, "invoice.url")).matches(URL).isEqualTo(invoice().url());
    assertThat(at(told, "invoice.best_before")).isEqualTo("2026-03-03T01:15:06+0000");
    assertThat(told.encode()).doesNotContain("\"method\"");
    assertThat(GateSignature.verify(told, Place.ROOT, KEY)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void itsStatusSaysTheSame() {
    var requestId = at(ask("link"), "request_id");

    var status = status("LN-1");

    assertThat(at(status, "payment.status")).isEqualTo("awaiting payment");
    assertThat(at(status, "operations.0.type")).isEqualTo("invoice");
    assertThat(at(status, "operations_total")).isEqualTo("1");
    assertThat(at(status, "invoice.url")).isEqualTo(invoice().url());
    var request = Good.named("request", wallet).with("request_id", Json.text(requestId).encode());
    assertThat(post(request)).isEqualTo(status);
  }

  @Test
  void mailedItSaysSo() {
    ask("link");
    happens("LN-1", new LinkMailed());

    var told = told(Effect.NOTIFY_LINK_MAILED);
    assertThat(at(told, "payment.status")).isEqualTo("invoice sent");
    assertThat(at(told, "operation.status")).isEqualTo("invoice sent");
    assertThat(at(status("LN-1"), "payment.status")).isEqualTo("invoice sent");
  }

  @Test
  void takenBackItIsOver() {
    ask("link");

    assertThat(at(ask("unlink"), "status")).isEqualTo("success");
    assertThat(at(ask("unlink"), "status")).as("a repeat is harmless").isEqualTo("success");

    var told = told(Effect.NOTIFY_FINAL);
    assertThat(at(told, "payment.status")).isEqualTo("invoice cancelled");
    assertThat(at(told, "operation.status")).isEqualTo("invoice cancelled");
    assertThat(at(told, "operation.code")).isEqualTo("301");
    assertThat(at(status("LN-1"), "payment.status")).isEqualTo("invoice cancelled");
  }

  @Test
  void expiredItCannotBeTakenBack() {
    ask("link");
    happens("LN-1", new TimeLimitReached());

    var told = told(Effect.NOTIFY_FINAL);
    assertThat(at(told, "payment.status")).isEqualTo("expired");
    assertThat(at(told, "operation.code")).isEqualTo("603");
    assertThat(code(Good.named("unlink", wallet))).isEqualTo("3060");
  }

  @Test
  void confirmedItIsAPurchase() {
    ask("link");
    confirm();

    assertThat(code(Good.named("unlink", wallet))).isEqualTo("3060");
    var open = status("LN-1");
    assertThat(at(open, "payment.type")).isEqualTo("purchase");
    assertThat(at(open, "payment.status")).isEqualTo("processing");
    assertThat(at(open, "payment.method")).isEqualTo("Touchngo Wallet");
    assertThat(at(open, "operations_total")).isEqualTo("2");
    assertThat(at(open, "operations.0.type")).isEqualTo("invoice");
    assertThat(at(open, "operations.0.status")).isEqualTo("success");
    assertThat(at(open, "operations.1.type")).isEqualTo("sale");
    assertThat(Long.parseLong(at(open, "operations.0.id")))
        .isLessThan(Long.parseLong(at(open, "operations.1.id")));

    happens("LN-1", new SaleApproved(Money.of(12550, "MYR"), "theirs"));
    var told = told(Effect.NOTIFY_FINAL);
    assertThat(at(told, "payment.type")).isEqualTo("purchase");
    assertThat(at(told, "operation.type")).isEqualTo("sale");
    assertThat(at(told, "operation.id")).isEqualTo(at(open, "operations.1.id"));
    assertThat(merchantHas()).isEqualTo(12550);
  }

  @Test
  void aWalletIsToppedUpByIt() {
    post(link().with("wallet.account_id", '"' + wallet + '"'));
    confirm();
    happens("LN-1", new SaleApproved(Money.of(12550, "MYR"), "theirs"));

    assertThat(walletHas()).isEqualTo(12550);
    assertThat(at(told(Effect.NOTIFY_FINAL), "wallet.credited")).isEqualTo("12550");
  }

  @Test
  void whoWantsToHearNothingHearsNothingButCanAsk() {
    post(link().with("callback.force_disable", "true"));

    assertThat(server.store.webhook(payment("LN-1").id(), Effect.NOTIFY_LINK_OPENED)).isEmpty();
    assertThat(at(status("LN-1"), "invoice.url")).matches(URL);
  }

  /** One name in a project, whatever goes by it. */
  @Test
  void sharesItsPaymentIdWithNothing() {
    ask("link");
    ask("sale");
    var payout = Good.named("payout", wallet);

    for (var good : List.of(link(), Good.named("sale", wallet), payout)) {
      var again = server.post(good.with("general.payment_id", "\"LN-1\""), KEY);
      assertThat(again.statusCode()).isEqualTo(409);
      assertThat(at(GateServer.read(again.body()), "code")).isEqualTo("3041");
    }
    var link = server.post(link().with("general.payment_id", "\"TG-1\""), KEY);
    assertThat(link.statusCode()).isEqualTo(409);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-03T09:15:06Z      | 2026-03-03T09:15:06Z
          2026-03-03T09:15:06       | 2026-03-03T09:15:06Z
          2026-03-03T09:15:06+08    | 2026-03-03T01:15:06Z
          2026-03-03T09:15:06-0330  | 2026-03-03T12:45:06Z
          2026-03-03T09:15:06+05:45 | 2026-03-03T03:30:06Z
          2026-03-02T09:15:11Z      | 2026-03-02T09:15:11Z
          2026-04-01T09:15:06Z      | 2026-04-01T09:15:06Z
          """)
  void endsWhenTheMerchantSays(String text, Instant end) {
    post(link().with("payment.best_before", '"' + text + '"'));

    assertThat(invoice().bestBefore()).isEqualTo(end);
    var seconds = payment("LN-1").terms().timetable().limit();
    assertThat(GateServer.NOW.plusSeconds(seconds)).isEqualTo(end);
  }

  @Test
  void endsAfterADayWhenNothingIsSaid() {
    post(link().without("payment.best_before"));

    assertThat(invoice().bestBefore()).isEqualTo(GateServer.NOW.plusSeconds(86_400));
  }

  @Test
  void withoutAnAddressOfItsOwnTheLinkIsWhereOneComesBackTo() {
    post(link().without("return_url"));

    assertThat(payment("LN-1").terms().details().returns().success()).isEqualTo(invoice().url());
  }

  @Test
  void onlyALinkIsTakenBack() {
    earn("TG-1", 12550);

    assertThat(code(Good.named("unlink", wallet).with("general.payment_id", "\"TG-1\"")))
        .isEqualTo("3060");
  }

  @Test
  void isNotRefunded() {
    ask("link");

    assertThat(code(Good.named("back", wallet).with("general.payment_id", "\"LN-1\"")))
        .isEqualTo("3060");
  }

  private Good link() {
    return Good.named("link", wallet);
  }

  private Invoice invoice() {
    return payment("LN-1").terms().details().invoice();
  }

  private void confirm() {
    assertThat(payment("LN-1")).isInstanceOf(Link.class);
    happens("LN-1", new LinkConfirmed(Links.CHOICE));
  }

  private Json.Obj told(Effect effect) {
    var id = payment("LN-1").id();
    var written = server.store.webhook(id, effect).orElseThrow().body();
    return GateServer.read(Webhooks.signed(written, GateSignature.with(KEY)));
  }
}
