package tollgate.provider;

import java.time.Instant;
import java.util.Map;
import tollgate.money.Money;

/** Orders as the adapters' tests need them. */
public final class Orders {

  /** What every message of the tests is stamped with. */
  public static final Stamp STAMP =
      new Stamp(Instant.parse("2026-11-22T10:15:30Z"), "0123456789abcdef01234567");

  public static final String TOKEN = "k3v9k3v9k3v9k3v9k3v9k3v9k3v9k3v9k3v9k3v9";

  private Orders() {}

  /** A sale of 900 seconds through gateway 7 by somebody of whom nothing is known. */
  public static Order of(String reference, Money amount, String providersId) {
    return new Order(
        reference,
        amount,
        "Taxi wallet top-up",
        Map.of(),
        "",
        providersId,
        "https://pay.example/callbacks/7",
        "https://pay.example/return/" + reference + "/" + TOKEN + "/",
        TOKEN,
        900,
        STAMP);
  }
}
