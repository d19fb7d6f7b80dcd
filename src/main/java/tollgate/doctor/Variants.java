package tollgate.doctor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tollgate.provider.SignedText;
import tollgate.provider.SignedText.Part;

/** The texts beside the one that is to be signed, each with one mistake in it, by its words. */
final class Variants {

  private static final List<String> SEPARATORS = List.of("", ":", ";", "|", "&", ",", "\n");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,8})?");

  private final SignedText text;
  private final Map<String, SignedText> all = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();

  private Variants(SignedText text) {
    this.text = text;
    known.add(text.masked());
  }

  static Map<String, SignedText> of(SignedText text) {
    var variants = new Variants(text);
    variants.otherSeparators();
    variants.otherValues();
    variants.otherOrders();
    return variants.all;
  }

  private void otherSeparators() {
    for (var separator : SEPARATORS) {
      if (separator.equals(text.separator())) continue;
      put(
          separator.isEmpty()
              ? "with nothing between the parts"
              : "with " + shown(separator) + " between the parts",
          new SignedText(separator, text.parts()));
    }
    var longer = new ArrayList<>(text.parts());
    longer.add(SignedText.part("", ""));
    put("with another " + shown(text.separator()) + " at the end", longer);
    var shorter = new ArrayList<>(text.parts());
    shorter.removeIf(part -> !part.isKey() && part.value().isEmpty());
    put("without the empty fields", shorter);
  }

  private static String shown(String separator) {
    return separator.equals("\n") ? "a line end" : "\"" + separator + "\"";
  }

  private void otherValues() {
    for (int i = 0; i < text.parts().size(); i++) {
      var part = text.parts().get(i);
      if (part.isKey() || part.name().isEmpty()) continue;

      var without = new ArrayList<>(text.parts());
      without.remove(i);
      put("without " + part.name(), without);
      if (DECIMAL.matcher(part.value()).matches()) decimals(i, part);
      if (part.value().contains(" ")) value(i, part, part.value().replace(' ', '+'));
    }
  }

  private void decimals(int at, Part part) {
    var number = new BigDecimal(part.value());
    value(at, part, number.stripTrailingZeros().toPlainString());
    for (int scale = 1; scale <= 6; scale++) {
      if (number.stripTrailingZeros().scale() <= scale) {
        value(at, part, number.setScale(scale).toPlainString());
      }
    }
  }

  private void value(int at, Part part, String value) {
    if (value.equals(part.value())) return;

    var parts = new ArrayList<>(text.parts());
    parts.set(at, new Part(part.name(), value, false));
    put("with " + part.name() + " written as " + value, parts);
  }

  private void otherOrders() {
    var sorted = new ArrayList<>(text.parts());
    sorted.sort(Comparator.comparing(Part::name));
    put("with the fields in alphabetical order", sorted);
    for (int i = 0; i < text.parts().size(); i++) {
      for (int j = i + 1; j < text.parts().size(); j++) {
        var swapped = new ArrayList<>(text.parts());
        Collections.swap(swapped, i, j);
        put("with " + name(i) + " and " + name(j) + " in each other's place", swapped);
      }
      moved(i, 0, "with " + name(i) + " moved to the front");
      moved(i, text.parts().size() - 1, "with " + name(i) + " moved to the end");
    }
  }

  private void moved(int from, int to, String mistake) {
    var parts = new ArrayList<>(text.parts());
    parts.add(to, parts.remove(from));
    put(mistake, parts);
  }

  private String name(int at) {
    var part = text.parts().get(at);
    if (part.isKey()) return "the key";

    return part.name().isEmpty() ? "part " + (at + 1) : part.name();
  }

  private void put(String mistake, List<Part> parts) {
    put(mistake, new SignedText(text.separator(), parts));
  }

  /** The first of two mistakes that give the same text is said. */
  private void put(String mistake, SignedText other) {
    if (known.add(other.masked())) all.put(mistake, other);
  }
}
