package tollgate.simulation.dialect;

import tollgate.money.Money;

/**
 * What has become of something at a provider.
 *
 * @param sum what was taken or given; while it is open, what was asked for
 * @param theirs the provider's own id of it; empty where it has made none
 */
public record Fate(Stage stage, Money sum, String theirs) {

  /** How far it is. */
  public enum Stage {
    OPEN,
    DONE,
    REFUSED
  }
}
