package tollgate.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.json.Json;
import tollgate.support.Seeds;
import tollgate.tenant.Secret;

class StandardWebhooksTest {

  private static final String ID = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
  private static final Secret SECRET = new Secret("demo-secret-210");
  private static final Secret OLDER = new Secret("demo-secret-209");

  /** The vector of the specification's own libraries, whose key is these 24 bytes. */
  @Test
  void agreesWithTheSpecification() {
    var hmac = Hmac.sha256(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    var signed = "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}";

    assertThat(hmac.base64(signed)).isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void saysWhenAndWhat() {
    var headers =
        StandardWebhooks.with(SECRET)
            .headers(ID, Instant.parse("2026-03-02T09:15:07.999Z"), "{}".getBytes(UTF_8));

    assertThat(headers)
        .containsOnlyKeys("webhook-id", "webhook-timestamp", "webhook-signature")
        .containsEntry("webhook-id", ID)
        .containsEntry("webhook-timestamp", "1772442907")
        .containsEntry(
            "webhook-signature", "v1," + Hmac.sha256(SECRET).base64(ID + ".1772442907.{}"));
  }

  @Test
  void theOfficialLibraryVerifiesIt() throws Exception {
    var receiver = webhook(SECRET);
    Seeds.each(
        200,
        draws -> {
          var body = draws.jsonObject().encode();
          var headers = headers(StandardWebhooks.with(SECRET), body);

          assertThatCode(() -> receiver.verify(body, headers)).doesNotThrowAnyException();
          assertThatExceptionOfType(WebhookVerificationException.class)
              .isThrownBy(() -> receiver.verify(body + " ", headers));
        });
  }

  @Test
  void whileAKeyIsChangedOldAndNewVerify() throws Exception {
    var body = Json.object().put("a", 1).build().encode();
    var headers = headers(StandardWebhooks.with(SECRET, OLDER), body);

    assertThat(headers.map().get("webhook-signature").getFirst().split(" ")).hasSize(2);
    for (var key : List.of(SECRET, OLDER)) {
      webhook(key).verify(body, headers);
    }
    assertThatExceptionOfType(WebhookVerificationException.class)
        .isThrownBy(() -> webhook(new Secret("another")).verify(body, headers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "."})
  void anIdCannotRunIntoTheTime(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardWebhooks.with(SECRET).headers(id, Instant.EPOCH, new byte[0]));
  }

  private static Webhook webhook(Secret secret) throws Exception {
    return new Webhook(StandardWebhooks.libraryKey(secret).reveal());
  }

  private static HttpHeaders headers(StandardWebhooks signature, String body) {
    Map<String, List<String>> lists = new HashMap<>();
    signature
        .headers(ID, Instant.now(), body.getBytes(UTF_8))
        .forEach((name, value) -> lists.put(name, List.of(value)));
    return HttpHeaders.of(lists, (_, _) -> true);
  }
}
