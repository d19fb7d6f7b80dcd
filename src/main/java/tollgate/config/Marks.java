package tollgate.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Marks that stand for secrets that are kept already: what is shown can be sent back without
 * knowing them. {@code ***} is a gateway's key of that name, or what a Data API token is or signs
 * with; {@code ***1} and {@code ***2} are a project's first and second secret.
 */
final class Marks {

  static final String MARK = "***";

  private final Written.Members kept;
  private final Mistakes mistakes;

  /** {@code kept}: the tree that has the secrets. */
  Marks(Written.Members kept, Mistakes mistakes) {
    this.kept = kept;
    this.mistakes = mistakes;
  }

  /** The tree with the secrets in the place of their marks. */
  Written.Members filled(Written.Members tree, String path) {
    var filled = tree;
    for (var centre : tree.members().keySet()) {
      var section = tree.section(centre);
      for (var number : section.section(Book.GATEWAYS).members().keySet()) {
        filled = fillKeys(filled, path, List.of(centre, Book.GATEWAYS, number, Book.KEYS));
      }
      for (var id : section.section(Book.PROJECTS).members().keySet()) {
        filled = fillSecrets(filled, path, List.of(centre, Book.PROJECTS, id, Book.SECRETS));
      }
      for (var name : section.section(Book.DATA_TOKENS).members().keySet()) {
        filled = fill(filled, path, List.of(centre, Book.DATA_TOKENS, name, Book.TOKEN));
        filled = fill(filled, path, List.of(centre, Book.DATA_TOKENS, name, Book.KEY));
      }
    }
    return filled;
  }

  private Written.Members fillKeys(Written.Members tree, String path, List<String> at) {
    var filled = tree;
    if (!(at(tree, at) instanceof Written.Members keys)) return tree;

    for (var name : keys.members().keySet()) {
      var key = new ArrayList<>(at);
      key.add(name);
      filled = fill(filled, path, key);
    }
    return filled;
  }

  private Written.Members fill(Written.Members tree, String path, List<String> at) {
    if (!(at(tree, at) instanceof Written.Text text) || !text.text().equals(MARK)) return tree;

    return tree.with(at, known(at(kept, at), text, path + '.' + String.join(".", at)));
  }

  private Written.Members fillSecrets(Written.Members tree, String path, List<String> at) {
    if (!(at(tree, at) instanceof Written.Items given)) return tree;

    var old = at(kept, at) instanceof Written.Items items ? items.items() : List.<Written>of();
    var all = new ArrayList<Written>();
    for (var item : given.items()) {
      var index = item instanceof Written.Text text ? index(text.text()) : -1;
      var here = path + '.' + String.join(".", at) + '.' + all.size();
      var meant = index < old.size() && index >= 0 ? old.get(index) : null;
      all.add(index < 0 ? item : known(meant, item, here));
    }
    return tree.with(at, new Written.Items(all, given.where()));
  }

  private Written known(@Nullable Written secret, Written mark, String path) {
    if (secret != null) return secret;

    mistakes.add(path, "no secret is kept that this mark could stand for", mark.where());
    return mark;
  }

  /** -1 for what is no mark. */
  private static int index(String text) {
    return switch (text) {
      case "***1" -> 0;
      case "***2" -> 1;
      default -> text.startsWith(MARK) ? Integer.MAX_VALUE : -1;
    };
  }

  private static @Nullable Written at(Written.Members tree, List<String> path) {
    var here = tree;
    for (var name : path.subList(0, path.size() - 1)) here = here.section(name);
    return here.members().get(path.getLast());
  }
}
