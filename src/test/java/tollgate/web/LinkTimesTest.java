package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links of a gateway that wants them to be good for other times. */
class LinkTimesTest extends LinkPageGround {

  @Override
  GateServer open() {
    var times = new LinkTimes(Duration.ofHours(2), Duration.ofMinutes(10), Duration.ofDays(90));
    var links = new LinkOptions("https://pay.example", false, times);
    return new GateServer(GateServer.USUAL, GateServer.DATA, links);
  }

  @Test
  void theUsualIsAsSet() {
    post(Good.named("link", wallet).without("payment.best_before"));

    var end = payment("LN-1").terms().details().invoice().bestBefore();
    assertThat(end).isEqualTo(GateServer.NOW.plus(Duration.ofHours(2)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T09:25:05Z, false",
    "2026-03-02T09:25:06Z, true",
    "2026-05-31T09:15:06Z, true",
    "2026-05-31T09:15:07Z, false",
  })
  void andSoAreItsBounds(Instant end, boolean taken) {
    var good = Good.named("link", wallet).with("payment.best_before", quoted(end.toString()));
    if (taken) {
      post(good);
      assertThat(payment("LN-1").terms().details().invoice().bestBefore()).isEqualTo(end);
      return;
    }
    var answer = server.post(good, TestTenants.KEY);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(text(answer)).contains("must be from 600 seconds to 90 days ahead");
  }

  @ParameterizedTest
  @CsvSource({
    "24h, 4, 720h, shortest must be at least 5s",
    "24h, 5, 8785h, longest must be at most 366d",
    "721h, 5, 720h, usual must be from shortest to longest",
    "1h, 3601, 720h, usual must be from shortest to longest",
  })
  void timesThatCannotBeAreNamed(String usual, int shortest, String longest, String why) {
    var least = Duration.ofSeconds(shortest);
    assertThatThrownBy(() ->
            new LinkTimes(Duration.parse("PT" + usual), least, Duration.parse("PT" + longest)))
        .hasMessage(why);
  }
}
