package tollgate.sandbox;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The faults asked for one payment. */
public record Faults(Map<Fault, Long> asked) {

  public static final Faults NONE = new Faults(Map.of());

  private static final Pattern IN_TEXT = Pattern.compile("sandbox:([a-z0-9=,-]{1,200})");

  public Faults {
    asked = Map.copyOf(asked);
  }

  public boolean has(Fault fault) {
    return asked.containsKey(fault);
  }

  /** How much of it; 0 if it was not asked for. */
  public long value(Fault fault) {
    return asked.getOrDefault(fault, 0L);
  }

  /** Both; where they differ, the other wins. */
  public Faults and(Faults other) {
    if (asked.isEmpty()) return other;
    if (other.asked.isEmpty()) return this;

    var both = new EnumMap<Fault, Long>(Fault.class);
    both.putAll(asked);
    both.putAll(other.asked);
    return new Faults(both);
  }

  /** How the customer plays this payment, unless these faults say nothing about it. */
  public Autoplay autoplay(Autoplay otherwise) {
    if (!has(Fault.PLAY)) return otherwise;

    return new Autoplay(Action.numbered(value(Fault.PLAY)), value(Fault.AFTER));
  }

  /** Whether the faults of answers still hit the so-manieth call of this payment. */
  public boolean hits(int call) {
    return call <= (has(Fault.TRIES) ? value(Fault.TRIES) : 1);
  }

  /**
   * Words as {@code sandbox:duplicate=3,delay=2s} within texts for people; what is unknown is
   * skipped.
   */
  public static Faults inTexts(List<String> texts) {
    var all = NONE;
    for (var text : texts) all = all.and(inText(text));
    return all;
  }

  private static Faults inText(String text) {
    // Called for every payment: most texts have none, and a plain search is cheaper than a pattern.
    if (!text.contains("sandbox:")) return NONE;

    var found = IN_TEXT.matcher(text);
    return found.find() ? lenient(found.group(1)) : NONE;
  }

  private static Faults lenient(String list) {
    var asked = new EnumMap<Fault, Long>(Fault.class);
    for (var word : list.split(",", -1)) {
      var cut = word.indexOf('=');
      var name = cut < 0 ? word : word.substring(0, cut);
      put(asked, name, cut < 0 ? "" : word.substring(cut + 1));
    }
    return new Faults(asked);
  }

  /** Strict reading, for the control API: empty if any name or value is not known. */
  static Optional<Faults> of(Map<String, String> words) {
    var asked = new EnumMap<Fault, Long>(Fault.class);
    for (var word : words.entrySet()) {
      if (!put(asked, word.getKey(), word.getValue())) return Optional.empty();
    }
    return Optional.of(new Faults(asked));
  }

  private static boolean put(Map<Fault, Long> asked, String name, String value) {
    var fault = Fault.of(name);
    var number = fault.map(known -> known.value(value));
    if (number.isEmpty() || number.get().isEmpty()) return false;

    asked.put(fault.get(), number.get().getAsLong());
    return true;
  }
}
