package tollgate.sandbox;

import java.util.Map;

/** In which way one attempt of a callback is spoilt. */
public enum Spoil {
  NOT,
  GARBAGE,
  SIGNATURE,
  AMOUNT;

  private static final Map<Spoil, Fault> ASKED_BY =
      Map.of(
          GARBAGE, Fault.GARBAGE,
          SIGNATURE, Fault.BAD_SIGNATURE,
          AMOUNT, Fault.BAD_AMOUNT);

  /** For the so-manieth attempt, counted from 1. */
  static Spoil of(Faults faults, int attempt) {
    for (var spoil : values()) {
      var fault = ASKED_BY.get(spoil);
      if (fault != null && attempt <= faults.value(fault)) return spoil;
    }
    return NOT;
  }
}
