package tollgate.gate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the Gate wire writes them: {@code 2026-03-02T09:15:07+0000}, always UTC. */
public final class GateTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+0000'").withZone(ZoneOffset.UTC);

  private GateTime() {}

  /** A fraction of a second is cut off, never rounded up into the future. */
  public static String of(Instant at) {
    return FORMAT.format(at);
  }
}
