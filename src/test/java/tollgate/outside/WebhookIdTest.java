package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

class WebhookIdTest {

  private static final long[] PROJECTS = {1, 2, 210, 4095, 4096, (1L << 59) + 1, 999_999_999_999L};
  private static final long[] OPERATIONS = {1, 2, 1001, (1L << 53) - 1};

  @Test
  void itIsTheSameOnEveryNode() {
    assertThat(WebhookId.of(new Payment.Id(210, 1001), Effect.NOTIFY_FINAL))
        .isEqualTo(UUID.fromString("00000000-0000-80d2-8000-000000003e94"));
  }

  @Test
  void everyNoticeHasItsOwn() {
    var seen = new HashSet<UUID>();
    for (long project : PROJECTS) {
      for (long operation : OPERATIONS) {
        var id = new Payment.Id(project, operation);
        assertThat(seen.add(WebhookId.of(id, Effect.NOTIFY_INTERMEDIATE))).isTrue();
        assertThat(seen.add(WebhookId.of(id, Effect.NOTIFY_FINAL))).isTrue();
      }
    }
    assertThat(seen).allSatisfy(id -> assertThat(id.version()).isEqualTo(8));
    assertThat(seen).allSatisfy(id -> assertThat(id.variant()).isEqualTo(2));
  }
}
