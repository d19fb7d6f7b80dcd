package tollgate.provider.robokassa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tollgate.provider.robokassa.Demo.gateway;
import static tollgate.provider.robokassa.Demo.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.RedirectData;
import tollgate.provider.Callback;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Provider.Came;
import tollgate.provider.Provider.Start;
import tollgate.provider.Provider.Verdict;
import tollgate.provider.ProviderContract;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.signing.Digest;

class RobokassaTest extends ProviderContract {

  private static final Robokassa ROBOKASSA = new Robokassa();
  private static final String OWN = "Shp_order=TG-212-71001&Shp_token=" + Orders.TOKEN;

  RobokassaTest() {
    super("provider/robokassa", ROBOKASSA, gateway(), order());
  }

  @Test
  void theFormCarriesWhatThePageNeeds() {
    var form = form(order(), Map.of());

    assertThat(form.method() + " " + form.url())
        .isEqualTo("POST " + Demo.BASE + "/Merchant/Index.aspx");
    assertThat(form.fields())
        .hasToString(
            "{MerchantLogin=tollgate_demo, OutSum=250.50, InvId=71001,"
                + " Description=Taxi wallet top-up,"
                + " SignatureValue=5b53fde7fcae75770eadb92ccf330850, Encoding=utf-8,"
                + " ExpirationDate=2026-11-22T10:30:30Z,"
                + " Shp_order=TG-212-71001, Shp_token="
                + Orders.TOKEN
                + "}");
  }

  @Test
  void aTrialShopSaysSoAndIsNotAskedAbout() {
    var trial = Map.of("test", "yes");

    assertThat(form(order(), trial).fields()).containsEntry("IsTest", "1");
    assertThat(ROBOKASSA.ask(order(), gateway(trial))).isEmpty();
  }

  @Test
  void theStatusQueryIsThatOfTheWorkedExample() {
    var request = ROBOKASSA.ask(order(), gateway()).orElseThrow();

    assertThat(request.method() + " " + request.url())
        .isEqualTo(
            "GET "
                + Demo.BASE
                + "/Merchant/WebService/Service.asmx/OpStateExt"
                + "?MerchantLogin=tollgate_demo&InvoiceID=71001"
                + "&Signature=eb89cf7863ceebba11d4f5817d588add");
  }

  @ParameterizedTest(name = "{0} {1} by {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          md5    | tollgate_demo:250.50:71001 | 1 | b42c83f5022e3e053eb9adc6ae0dc43f
          sha256 | tollgate_demo:250.50:71001 | 1 | 5a8919b459f8464c9eab147a992e0b18266fbd94c2c895b3e9a91b2f88ac4f12
          md5    | 250.500000:71001           | 2 | b5a73b786e7745e980a8708fc09dcf94
          sha512 | 250.500000:71001           | 2 | 5be87f6db9661bd0046b1aa6702146540d83df7218bee7bc43921883f5dcc036770cffc57b914082060f7d975ca0c62ea101559e845d785163c55eff70f085a0
          md5    | 250.500000:71001           | 1 | bc88948d0846f59963af053165b0329b
          """)
  void theWorkedExamplesOfSignatures(String hash, String fields, int password, String signature) {
    var shop = Shop.of(gateway(Map.of("hash", hash)));
    var own = Signature.own(Map.of("Shp_user", "42", "Shp_order", "W-71001", "OutSum", "1"));

    var signed =
        Signature.of(
            shop,
            List.of(fields.split(":", -1)),
            password == 1 ? shop.password1() : shop.password2(),
            own);

    assertThat(signed).isEqualTo(signature);
  }

  /** Whatever begins with shp in any case belongs to the signature, in the order of bytes. */
  @Test
  void ownValuesAreSortedAsTheyAreSpelt() {
    var fields = Map.of("shp_b", "1", "SHP_a", "2", "Shpc", "3", "Sh_d", "4");

    assertThat(Signature.own(fields).keySet()).containsExactly("SHP_a", "Shpc", "shp_b");
  }

  @ParameterizedTest(name = "[{0}] is shown as [{1}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          'Поездка №5, ёж!' | 'Поездка №5, ёж!'
          'a\tb 😀 c'       | a b c
          ' '               | Payment
          ''                | Payment
          """)
  void theDescriptionIsOfLettersTheyTake(String description, String shown) {
    assertThat(form(described(description), Map.of()).fields()).containsEntry("Description", shown);
    assertThat(form(described("ы".repeat(120)), Map.of()).fields())
        .containsEntry("Description", "ы".repeat(100));
  }

  @ParameterizedTest
  @CsvSource({"TG-212-71001, MYR", "TG-212-2147483648, RUB"})
  void onlyRoublesAndNumbersTheyKnowCanBeSent(String reference, String currency) {
    var odd = Orders.of(reference, Money.of(100, currency), "");

    assertThatThrownBy(() -> ROBOKASSA.start(odd, gateway()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "md5, no, ",
    "sha512, yes, ",
    "ripemd160, no, hash",
    "MD5, no, hash",
    "crc32, no, hash",
    "md5, 1, test"
  })
  void whatCouldNeverWorkIsRefusedInTheSettings(String hash, String test, String wrong) {
    var mistakes = ROBOKASSA.mistakes(gateway(Map.of("hash", hash, "test", test)));

    if (wrong == null) assertThat(mistakes).isEmpty();
    else assertThat(mistakes).containsOnlyKeys("fields." + wrong);
  }

  @Test
  void theyHearOkAndTheirNumber() {
    assertThat(ROBOKASSA.answer(Verdict.TAKEN, get("InvId=71001&OutSum=1.00")).body())
        .isEqualTo("OK71001");
    assertThat(ROBOKASSA.answer(Verdict.MISMATCH, get("InvId=71001&OutSum=1.00")).body())
        .doesNotStartWith("OK");
  }

  @Test
  void aResultMayComeByGet() {
    var paid = "OutSum=250.500000&InvId=71001&" + OWN;
    var signature = signed("250.500000:71001:p2-demo-Bb");

    assertThat(ROBOKASSA.open(get(paid + "&SignatureValue=" + signature), gateway()))
        .isInstanceOf(Genuine.class);
    assertThat(ROBOKASSA.open(get(paid), gateway())).isInstanceOf(Forged.class);
  }

  /** A trial shop has the trial pair in its settings, so a live signature is a forged one there. */
  @Test
  void aTrialShopTakesItsOwnTrials() {
    var paid = "OutSum=250.500000&InvId=71001&IsTest=1&" + OWN;
    var signature = signed("250.500000:71001:p2-demo-Bb");
    var callback = get(paid + "&SignatureValue=" + signature);

    assertThat(ROBOKASSA.open(callback, gateway(Map.of("test", "yes"))))
        .isInstanceOf(Genuine.class);
    assertThat(ROBOKASSA.open(callback, gateway())).isInstanceOf(Forged.class);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          failure, unsigned       | true  |
          success                 | true  | p1-demo-Aa
          success by the other    | false | p2-demo-Bb
          """)
  void customersComeBackByOurToken(String what, boolean known, String password) {
    var signature =
        password == null ? "" : "&SignatureValue=" + signed("250.500000:71001:" + password);

    var came =
        ROBOKASSA.returned(
            get("OutSum=250.500000&InvId=71001&Culture=ru&" + OWN + signature), gateway());

    var who = new Came(new Payment.Id(212, 71001), Orders.TOKEN);
    assertThat(came).as(what).isEqualTo(known ? Optional.of(who) : Optional.empty());
  }

  private static String signed(String text) {
    return Digest.MD5.hex(text + ":" + OWN.replace("&", ":"));
  }

  private static Callback get(String query) {
    return new Callback("GET", query, Map.of(), "".getBytes(UTF_8));
  }

  private static RedirectData form(Order order, Map<String, String> more) {
    var start = (Start.Already) ROBOKASSA.start(order, gateway(more));
    return ((CustomerRedirected) start.event()).to();
  }

  private static Order described(String description) {
    var usual = order();
    return new Order(
        usual.reference(),
        usual.amount(),
        description,
        usual.person(),
        usual.account(),
        usual.providersId(),
        usual.callbackUrl(),
        usual.returnUrl(),
        usual.token(),
        usual.limit(),
        usual.stamp());
  }
}
