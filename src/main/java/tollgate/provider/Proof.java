package tollgate.provider;

import java.util.ArrayList;
import java.util.List;

/**
 * One signature in a callback, and all that it takes to check it. An adapter believes a callback by
 * {@link #holds()}, and the callback doctor shows this very value: what is explained cannot become
 * another thing than what is checked.
 *
 * @param field where in the callback it stands
 * @param given what stands there; empty when nothing does
 * @param near texts that senders are known to sign by mistake; they prove nothing
 */
public record Proof(
    String field, Scheme scheme, SignedText text, NamedKey key, String given, List<Near> near) {

  /** A text that is not the one to be signed; {@code mistake} ends "if it were signed …". */
  public record Near(String mistake, SignedText text) {}

  public Proof {
    near = List.copyOf(near);
  }

  public Proof(String field, Scheme scheme, SignedText text, NamedKey key, String given) {
    this(field, scheme, text, key, given, List.of());
  }

  /** Whether whoever signed this has the key. In constant time. */
  public boolean holds() {
    return scheme.holds(text, key.secret(), given);
  }

  /** The same, with one more mistake to look for. */
  public Proof near(String mistake, SignedText other) {
    var all = new ArrayList<>(near);
    all.add(new Near(mistake, other));
    return new Proof(field, scheme, text, key, given, all);
  }
}
