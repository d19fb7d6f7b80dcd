package tollgate.simulation.dialect;

import java.util.Map;
import tollgate.money.Money;

/**
 * An order as the provider has it, out of our message or of the form in a customer's browser.
 *
 * @param asked how much it is to take
 * @param theirs its own id of it
 * @param echo what it gives back with every word about it
 */
public record Bill(String reference, Money asked, String theirs, Map<String, String> echo) {

  public Bill {
    echo = Map.copyOf(echo);
  }
}
