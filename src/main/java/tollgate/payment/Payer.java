package tollgate.payment;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who paid, as the provider told it: facts by their names, such as the number of the account that
 * was paid from. They are kept with the sale and shown to its merchant; no rule looks into them,
 * for not every protocol proves them.
 *
 * @param facts none of them empty; what a provider calls by a name of its own has that name
 */
public record Payer(SortedMap<String, String> facts) {

  /** Nothing is known. */
  public static final Payer NONE = new Payer(Map.of());

  /** The account that was paid from: a purse, a wallet, a masked card. */
  public static final String NUMBER = "number";

  /** Digits with the code of the country, as a provider knows the payer by it. */
  public static final String PHONE = "phone";

  private static final int SHOWN_FIRST = 3;
  private static final int SHOWN_LAST = 2;

  public Payer {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** What is empty is not known, and left out. */
  public Payer(Map<String, String> told) {
    this(known(told));
  }

  private static SortedMap<String, String> known(Map<String, String> told) {
    var known = new TreeMap<>(told);
    known.values().removeIf(String::isEmpty);
    return known;
  }

  /** The fact of this name; empty when it is not known. */
  public String fact(String name) {
    return facts.getOrDefault(name, "");
  }

  /** With what the other knows more; what is known already it does not change. */
  Payer with(Payer more) {
    var all = new TreeMap<>(more.facts);
    all.putAll(facts);
    return new Payer((SortedMap<String, String>) all);
  }

  /** For logs: of a phone no more than tells two apart. */
  @Override
  public String toString() {
    var shown = new TreeMap<>(facts);
    shown.computeIfPresent(PHONE, (_, phone) -> masked(phone));
    return shown.toString();
  }

  private static String masked(String phone) {
    int hidden = phone.length() - SHOWN_FIRST - SHOWN_LAST;
    return hidden <= 0
        ? "*".repeat(phone.length())
        : phone.substring(0, SHOWN_FIRST)
            + "*".repeat(hidden)
            + phone.substring(phone.length() - SHOWN_LAST);
  }
}
