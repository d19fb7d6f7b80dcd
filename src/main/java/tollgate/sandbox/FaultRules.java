package tollgate.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Faults asked by the control API, for payments still to come. Read often, changed seldom. */
public final class FaultRules {

  /** Faults for payments whose reference begins with {@code match}, or with that word in a text. */
  record Rule(String match, Faults faults) {

    boolean fits(String reference, List<String> texts) {
      return reference.startsWith(match) || texts.stream().anyMatch(text -> text.contains(match));
    }
  }

  private final int rulesMax;
  private final CopyOnWriteArrayList<Rule> rules = new CopyOnWriteArrayList<>();

  FaultRules(int rulesMax) {
    this.rulesMax = rulesMax;
  }

  /** All that was asked for a payment: by rules first, then by words in its own texts. */
  public Faults of(String reference, List<String> texts) {
    var asked = Faults.NONE;
    for (var rule : rules) {
      if (rule.fits(reference, texts)) asked = asked.and(rule.faults());
    }
    return asked.and(Faults.inTexts(texts));
  }

  /** A later rule for the same match replaces the earlier. False if there are too many rules. */
  boolean add(Rule rule) {
    rules.removeIf(old -> old.match().equals(rule.match()));
    if (rules.size() >= rulesMax) return false;

    return rules.add(rule);
  }

  List<Rule> all() {
    return List.copyOf(rules);
  }

  void clear() {
    rules.clear();
  }
}
