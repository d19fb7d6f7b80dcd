package tollgate.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import tollgate.support.Draws;

/**
 * How bad things are. Every seed has a climate of its own, and half of all runs ends in fair
 * weather, when nothing fails any more.
 */
final class Weather {

  /** What may go wrong, each so often in a hundred. */
  enum Fault {
    DATABASE_LOST_BEFORE(6),
    DATABASE_LOST_AFTER(6),
    RACE_LOST(5),
    PROVIDER_NOT_REACHED(12),
    PROVIDER_REQUEST_LOST(8),
    PROVIDER_REPLY_LOST(15),
    PROVIDER_GARBAGE(8),
    CALLBACK_LOST(15),
    CALLBACK_TWICE(30),
    ACK_LOST(15),
    WEBHOOK_LOST(15),
    MAIL_LOST(20),
    ANSWER_LOST(12),
    NO_ROOM(10),
    SLOW(10);

    private final int worst;

    Fault(int worst) {
      this.worst = worst;
    }
  }

  private static final Duration SLOWEST = Duration.ofSeconds(8);

  private final Draws draws;
  private final Timeline timeline;
  private final Map<Fault, Integer> chances = new EnumMap<>(Fault.class);
  private boolean fair;
  private Instant databaseDownUntil = Instant.MIN;
  private Instant providerSilentUntil = Instant.MIN;
  private Instant providerGoneUntil = Instant.MIN;
  private Instant fairSince = Instant.MAX;

  Weather(Draws draws, Timeline timeline) {
    this.draws = draws;
    this.timeline = timeline;
    for (var fault : Fault.values()) chances.put(fault, draws.below(fault.worst + 1));
  }

  boolean has(Fault fault) {
    return !fair && draws.percent(chances.getOrDefault(fault, 0));
  }

  boolean isFair() {
    return fair;
  }

  /** Far away while the weather is bad. */
  Instant fairSince() {
    return fairSince;
  }

  void becomeFair() {
    fair = true;
    fairSince = timeline.now();
    databaseDownUntil = Instant.MIN;
    providerSilentUntil = Instant.MIN;
    providerGoneUntil = Instant.MIN;
  }

  void databaseDown(Duration time) {
    if (!fair) databaseDownUntil = timeline.now().plus(time);
  }

  /** It takes what is sent, and nobody hears of it. */
  void providerSilent(Duration time) {
    if (!fair) providerSilentUntil = timeline.now().plus(time);
  }

  /** There is not even a connection. */
  void providerGone(Duration time) {
    if (!fair) providerGoneUntil = timeline.now().plus(time);
  }

  boolean isDatabaseDown() {
    return timeline.now().isBefore(databaseDownUntil);
  }

  boolean isProviderSilent() {
    return timeline.now().isBefore(providerSilentUntil);
  }

  boolean isProviderGone() {
    return timeline.now().isBefore(providerGoneUntil);
  }

  /** One way through a network. */
  Duration way() {
    return has(Fault.SLOW)
        ? Duration.ofMillis(draws.between(1, SLOWEST.toMillis()))
        : Duration.ofMillis(draws.between(1, 20));
  }
}
