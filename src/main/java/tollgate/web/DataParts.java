package tollgate.web;

import java.util.function.LongSupplier;
import tollgate.engine.Register;

/**
 * What the Data API works with; one for all verticles that share a port.
 *
 * @param desk how much may be asked at once
 */
public record DataParts(Register register, DataOptions options, DataDesk desk) {

  public static DataParts of(Register register, DataOptions options) {
    return of(register, options, System::nanoTime);
  }

  /** {@code nanos}: a clock that only goes forward. */
  static DataParts of(Register register, DataOptions options, LongSupplier nanos) {
    return new DataParts(register, options, new DataDesk(options, nanos));
  }
}
