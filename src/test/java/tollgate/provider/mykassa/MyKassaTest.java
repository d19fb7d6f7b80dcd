package tollgate.provider.mykassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tollgate.provider.mykassa.Kassas.gateway;
import static tollgate.provider.mykassa.Kassas.order;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.provider.Callback;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Provider.Came;
import tollgate.provider.Provider.Start;
import tollgate.provider.Provider.Verdict;
import tollgate.provider.ProviderContract;
import tollgate.provider.Reading.Genuine;
import tollgate.signing.Digest;
import tollgate.signing.Hmac;
import tollgate.tenant.Gateway;
import tollgate.tenant.Secret;

class MyKassaTest extends ProviderContract {

  private static final MyKassa MYKASSA = new MyKassa();
  private static final String LINK = "https://kassa.example";

  MyKassaTest() {
    super("provider/mykassa", MYKASSA, gateway("mykassa"), order());
  }

  @Test
  void theLinksAreSignedOverWhatTheySay() {
    assertThat(link(order(), "mykassa"))
        .isEqualTo(
            LINK
                + "/api/merchant.php?m=7001&oa=350.5&o=TG-212-1001"
                + "&s=c6514e8e576c88660516aa2965926350&us_token="
                + Orders.TOKEN);
    assertThat(link(order(), "freekassa"))
        .isEqualTo(
            LINK
                + "/?m=7001&oa=350.5&currency=RUB&o=TG-212-1001"
                + "&s=ea8d23f19ea6963db2b701a68a85b460&us_token="
                + Orders.TOKEN);
  }

  @ParameterizedTest
  @CsvSource({"35000, 350", "35050, 350.5", "35055, 350.55", "100, 1", "100000000, 1000000"})
  void amountsAreWrittenAsShortAsTheyCan(long minor, String text) {
    assertThat(link(order(minor), "mykassa")).contains("&oa=" + text + "&");
  }

  @ParameterizedTest
  @CsvSource({
    "7001:350.5:mk-word-1:TG-77, 5c5e7571d5046e1d1664bb12f2ad4ebc",
    "7001:350.50:mk-word-2:TG-77, 66e5eb48905bf8aea1da3965649ef136",
    "7001:350.5:mk-word-2:TG-77, e3f2216e228f1fb489f0f8ff6e51759e",
    "7001:350.5:mk-word-1:RUB:TG-77, 2517fd01f8f29ae612764aaa01bcf561"
  })
  void theWorkedExamplesOfSignatures(String text, String signature) {
    assertThat(Digest.MD5.hex(text)).isEqualTo(signature);
  }

  @Test
  void theWorkedExampleOfTheQuery() {
    assertThat(Hmac.sha256(new Secret("fk-demo-api-key")).hex("1768640000|TG-77|7001"))
        .isEqualTo("2233b3911fe121a8b617a59c67b33130bbf43de2c8594eebd191cea9460592b1");
  }

  @Test
  void onlyRoublesCanBeSent() {
    var ringgit = Orders.of("TG-212-1001", Money.of(100, "MYR"), "");

    assertThatThrownBy(() -> MYKASSA.start(ringgit, gateway("mykassa")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thereIsNoQuestionAndNoRefund() {
    assertThat(MYKASSA.ask(order(), gateway("mykassa"))).isEmpty();
    assertThat(MYKASSA.cancel(order(), gateway("mykassa"))).isEmpty();
    assertThat(MYKASSA.refunds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"mykassa, mykassa, true", "freekassa, mykassa, false", "freekassa, freekassa, true"})
  void aMethodGoesThroughItsOwnFlavour(String method, String flavour, boolean goes) {
    var of = MYKASSA.methods().stream().filter(it -> it.code().equals(method)).findFirst();

    assertThat(MYKASSA.refuses(of.orElseThrow(), gateway(flavour)).isEmpty()).isEqualTo(goes);
  }

  @ParameterizedTest
  @CsvSource({
    "7001, mykassa, ''",
    "7001, freekassa, ''",
    "7001, paykassa, fields.flavour",
    "shop, mykassa, fields.shop"
  })
  void whatCouldNeverWorkIsRefusedInTheSettings(String shop, String flavour, String wrong) {
    var all = gateway("mykassa");
    var odd =
        new Gateway(
            4,
            "mykassa",
            URI.create(LINK),
            Map.of("shop", shop, "flavour", flavour),
            all.keys(),
            all.terms());

    assertThat(String.join(",", MYKASSA.mistakes(odd).keySet())).isEqualTo(wrong);
  }

  @Test
  void theyHearYesAndNothingElse() {
    var any = Callback.post(Map.of(), new byte[0]);

    assertThat(MYKASSA.answer(Verdict.TAKEN, any).body()).isEqualTo("YES");
    assertThat(MYKASSA.answer(Verdict.FORGED, any).status()).isEqualTo(400);
    assertThat(MYKASSA.answer(Verdict.UNKNOWN, any).status()).isEqualTo(404);
  }

  @Test
  void aNotificationMayComeByGetAndTheCustomerBack() {
    var sign = Digest.MD5.hex("7001:350.50:mk-word-2:TG-212-1001");
    var query = "MERCHANT_ID=7001&AMOUNT=350.50&MERCHANT_ORDER_ID=TG-212-1001&us_token=abc";

    assertThat(MYKASSA.open(get(query + "&SIGN=" + sign), gateway("mykassa")))
        .isInstanceOf(Genuine.class);
    assertThat(MYKASSA.returned(get(query), gateway("mykassa")))
        .contains(new Came(new Payment.Id(212, 1001), "abc"));
    assertThat(MYKASSA.returned(get("a=b"), gateway("mykassa"))).isEmpty();
  }

  private static Callback get(String query) {
    return new Callback("GET", query, Map.of(), new byte[0]);
  }

  private static String link(Order order, String flavour) {
    var start = (Start.Already) MYKASSA.start(order, gateway(flavour));
    return ((CustomerRedirected) start.event()).to().url();
  }
}
