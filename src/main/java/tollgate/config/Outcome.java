package tollgate.config;

import java.util.List;

/** What became of a change that somebody wanted. */
public sealed interface Outcome {

  /** It is so now; {@code changed} is empty when it was so before. */
  record Saved(Book book, List<Key> changed) implements Outcome {}

  /** Nothing was changed, for these reasons. */
  record Wrong(List<Mistakes.Mistake> mistakes) implements Outcome {}

  /** Somebody changed it since the asker looked. */
  record Stale() implements Outcome {}

  /** What was to be changed is not there. */
  record Missing() implements Outcome {}

  /** What was to be made is there. */
  record Taken() implements Outcome {}
}
