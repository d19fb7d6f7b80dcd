package tollgate.sandbox.midtrans;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.sandbox.midtrans.MidtransCalls.body;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.sandbox.Playground;

/** The page on which a person plays the customer, as a browser sees it. */
class GopayPageTest {

  private final Playground ground = new Playground();
  private final MidtransCalls calls = new MidtransCalls(ground);

  @AfterEach
  void close() {
    ground.close();
  }

  private String app(String order, long amount) {
    return MidtransCalls.action(calls.charged(body(order, amount)), "deeplink-redirect");
  }

  @Test
  void thePageShowsTheBillAndNeedsNoScript() {
    var page = ground.get(app("A-1", 1_250_000));

    assertThat(page.body())
        .contains(
            "IDR 1,250,000<", "A-1", "Taxi &lt;Blue&gt; &amp; Co", "/pay\"", "/qr\"", "/store\"")
        .doesNotContain("<script", "style=", "onclick");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "form-action 'self' http://shop.example");
    assertThat(ground.get("/sandbox/sandbox.css").headers().firstValue("Content-Type"))
        .hasValue("text/css; charset=utf-8");
  }

  @ParameterizedTest
  @CsvSource({
    "pay, success, settlement",
    "fail, failure, pending",
    "leave, abort, pending",
    "decline, failure, deny"
  })
  void theAppReturnsTheCustomer(String action, String result, String status) {
    var app = app("A-1", 15000);

    var sent = ground.post(app + "/" + action, "");

    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location"))
        .hasValue("http://shop.example/return/k3v9/?order_id=A-1&result=" + result);
    assertThat(calls.status("A-1").getString("transaction_status")).isEqualTo(status);
  }

  @Test
  void whoScansStaysInTheOtherApp() {
    var app = app("A-1", 15000);

    assertThat(ground.post(app + "/qr", "").headers().firstValue("Location")).hasValue(app);
    assertThat(ground.get(app).body()).contains("settlement", "Back to the shop");
    assertThat(calls.status("A-1").getString("payment_type")).isEqualTo("qris");
  }

  @Test
  void withoutTheAppThereIsTheStoreAndAWayBack() {
    var app = app("A-1", 15000);

    var store = ground.get(app + "/store").body();

    assertThat(store).contains("Get the GoPay app", "href=\"" + app + "\"");
    assertThat(ground.post(app + "/pay", "").statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource({"400, /decline, /pay", "404, /decline, /pay", "40301, /cancel, /pay"})
  void someAmountsLeaveNoChoice(long amount, String only, String not) {
    assertThat(ground.get(app("A-1", amount)).body())
        .contains(only + "\"")
        .doesNotContain(not + "\"");
  }

  @Test
  void whatIsUnknownIsAPageToo() {
    var nobody = ground.url() + MidtransCalls.BASE + "/app/nobody";

    assertThat(ground.get(nobody).statusCode()).isEqualTo(404);
    assertThat(ground.post(nobody + "/pay", "").statusCode()).isEqualTo(404);
    assertThat(ground.post(app("A-1", 1) + "/dance", "").statusCode()).isEqualTo(404);
  }

  @Test
  void theQrCodeIsAnImage() throws IOException {
    var made = calls.charged(body("A-1", 15000));

    var image = image(MidtransCalls.action(made, "generate-qr-code"));

    assertThat(image.getWidth()).isEqualTo(image.getHeight()).isGreaterThan(100);
    // The quiet zone is white, the corner of the finder pattern is black.
    assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
    assertThat(image.getRGB(4 * 6, 4 * 6) & 0xffffff).isZero();
  }

  private BufferedImage image(String address) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(ground.bytes(address)));
  }
}
