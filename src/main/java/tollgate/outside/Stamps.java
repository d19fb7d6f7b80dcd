package tollgate.outside;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import tollgate.provider.Stamp;

/** Gives each message its time and its nonce, which adapters cannot make themselves. */
final class Stamps {

  static final Stamps SHARED = new Stamps();

  private static final int BYTES = 12;

  private final InstantSource clock = InstantSource.system();
  private final SecureRandom chance = new SecureRandom();

  private Stamps() {}

  Stamp next() {
    var bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    return new Stamp(clock.instant(), HexFormat.of().formatHex(bytes));
  }
}
