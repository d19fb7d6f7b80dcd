package tollgate.config;

import java.time.Duration;

/**
 * How a node follows the configuration. The defaults are in {@code config/tollgate.yaml}.
 *
 * @param pollEvery between two looks at its version: so late a change may be seen
 * @param files what becomes of tenants that are written in files of settings
 */
public record DirectoryOptions(Duration pollEvery, Files files) {

  public static final DirectoryOptions USUAL =
      new DirectoryOptions(Duration.ofMillis(500), Files.FIRST);

  /** When tenants in files are taken over into the database. */
  public enum Files {
    /** At the first start, while the database has none; from then on the database counts. */
    FIRST,
    /** At every start: what is written in them goes over what the database has. */
    ALWAYS
  }

  public DirectoryOptions {
    if (pollEvery.toMillis() < 1) throw new IllegalArgumentException("pollEvery must be positive");
  }
}
