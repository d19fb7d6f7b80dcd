package tollgate.config;

import tollgate.config.Book.Secrets;

/**
 * A wish to change the configuration. It is made of whatever the configuration is at that moment,
 * and again when another change was faster: so it must change nothing but what it returns.
 */
@FunctionalInterface
public interface Edit {

  Wish of(Book book, Mistakes mistakes);

  /** A whole tree to be checked and saved, or the reason why there is none. */
  sealed interface Wish {
    record Tree(Written.Members centres) implements Wish {}

    record Stop(Outcome outcome) implements Wish {}
  }

  /**
   * Lays centres over those that are there, thing by thing: a gateway, project or method that is
   * written replaces the one that is kept, what is not written stays.
   */
  static Edit laidOver(Written.Members centres) {
    return (book, mistakes) -> {
      var kept = book.tree(Secrets.CLEAR);
      var filled = new Marks(kept, mistakes).filled(centres, Language.CENTRES);
      var tree = kept;
      for (var key : filled.members().keySet()) {
        tree = tree.with(key, Overlay.over(kept.section(key), filled.members().get(key)));
      }
      return new Wish.Tree(tree);
    };
  }
}
