package tollgate.provider.midtrans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.RefundsContract;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

class GopayRefundsTest extends RefundsContract {

  private static final String BASE = "https://api.sandbox.midtrans.com";
  private static final String THEIRS = "5b8f6c1e-0a51-4f3c-9a0f-6f0f6f4f2c11";
  private static final GopayRefunds REFUNDS = new GopayRefunds();

  GopayRefundsTest() {
    super("provider/midtrans-refunds", new Midtrans(), gateway(), wanted(500_000, "Too long"));
  }

  @Test
  void aRefundIsWrittenToTheLetter() {
    var request = REFUNDS.send(wanted(500_000, "The ride was too long"), gateway());

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).isEqualTo(BASE + "/v2/" + THEIRS + "/refund");
    assertThat(request.body())
        .isEqualTo(
            "{\"refund_key\":\"TG-211-3001\",\"amount\":5000,"
                + "\"reason\":\"The ride was too long\"}");
    assertThat(request.headers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Accept",
                "application/json",
                "Content-Type",
                "application/json",
                "Authorization",
                "Basic U0ItTWlkLXNlcnZlci1Ub2xsZ2F0ZUV4YW1wbGUwMTo=",
                "Idempotency-Key",
                "TG-211-3001-rfd"));
  }

  @Test
  void withoutACommentThereIsNoReason() {
    assertThat(REFUNDS.send(wanted(500_000, " "), gateway()).body())
        .isEqualTo("{\"refund_key\":\"TG-211-3001\",\"amount\":5000}");
  }

  @Test
  void aLongCommentIsCutWhereACharacterEnds() {
    assertThat(REFUNDS.send(wanted(100, "x".repeat(254) + "😀"), gateway()).body())
        .endsWith("\"reason\":\"" + "x".repeat(254) + "\"}");
  }

  @ParameterizedTest
  @CsvSource({"50, IDR", "500050, IDR", "500000, MYR"})
  void onlyWholeRupiahGoBack(long minor, String currency) {
    var odd = new Wanted(sale("TG-211-1001"), 3001, "TG-211-3001", Money.of(minor, currency), "");

    assertThatThrownBy(() -> REFUNDS.send(odd, gateway()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A longer key is ignored in silence, and a repeat would not be known by it (K1). */
  @Test
  void theLongestKeyStillFitsTheIdempotencyKey() {
    var longest = "TG-999999999999999999-999999999999999999";
    var refund = new Wanted(sale(longest), 1, longest, Money.of(100, "IDR"), "");

    assertThat(REFUNDS.send(refund, gateway()).headers().get("Idempotency-Key"))
        .hasSizeLessThanOrEqualTo(46);
  }

  private static Gateway gateway() {
    return new Gateway(
        11,
        "midtrans",
        URI.create(BASE),
        Map.of(),
        Map.of("server_key", new Secret("SB-Mid-server-TollgateExample01")),
        GatewayTerms.USUAL);
  }

  private static Wanted wanted(long minor, String comment) {
    return new Wanted(sale("TG-211-1001"), 3001, "TG-211-3001", Money.of(minor, "IDR"), comment);
  }

  private static Order sale(String reference) {
    return new Order(
        reference,
        Money.of(1_500_000, "IDR"),
        "Taxi wallet",
        Map.of(),
        "",
        THEIRS,
        "https://pay.example/callbacks/11",
        "https://pay.example/return/" + reference + "/k3v9/",
        "k3v9",
        900,
        Orders.STAMP);
  }
}
