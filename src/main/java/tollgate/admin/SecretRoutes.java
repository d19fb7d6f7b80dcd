package tollgate.admin;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.config.Book;
import tollgate.config.Book.Secrets;
import tollgate.config.Directory;
import tollgate.config.Edit;
import tollgate.config.Edit.Wish;
import tollgate.config.Key.Kind;
import tollgate.config.Mistakes;
import tollgate.config.Outcome;
import tollgate.config.Written;
import tollgate.json.Json;
import tollgate.keys.Dice;
import tollgate.tenant.Project;

/**
 * A project's secrets are changed in two steps. First a new one is added: it signs from then on,
 * and both verify. When the merchant has it everywhere, the older one is dropped.
 */
final class SecretRoutes {

  private static final String PATH = ThingRoutes.BASE + "/:centre/projects/:id/secrets";
  private static final int BYTES = 32;

  private final Directory directory;
  private final Dice dice;

  SecretRoutes(Directory directory, Dice dice) {
    this.directory = directory;
    this.dice = dice;
  }

  void mount(Router router) {
    router.post(PATH).handler(this::add);
    router.delete(PATH + "/older").handler(this::drop);
  }

  private void add(RoutingContext ctx) {
    var secret = secret(ctx);
    if (secret == null) return;

    change(
        ctx,
        "add a secret",
        (kept, mistakes) -> {
          if (kept.size() >= Project.SECRETS_MAX) {
            mistakes.add("secrets", "there are two: drop the older one first", "");
          }
          var all = new ArrayList<Written>(List.of(new Written.Text(secret, "")));
          all.addAll(kept.subList(0, Math.min(1, kept.size())));
          return all;
        },
        () -> Replies.json(ctx, 201, Json.object().put("secret", secret).build()));
  }

  /** The one that was sent, or a new one, shown this once; null when it was refused. */
  private @Nullable String secret(RoutingContext ctx) {
    if (ctx.body().length() <= 0) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(dice.bytes(BYTES));
    }
    var body = ThingRoutes.body(ctx);
    if (body == null) return null;

    var given = body.text("secret");
    if (given != null && !given.isBlank() && body.members().size() == 1) return given;

    Replies.problem(ctx, 400, "the body has a \"secret\" and nothing else, or there is none");
    return null;
  }

  private void drop(RoutingContext ctx) {
    change(
        ctx,
        "drop the older secret",
        (kept, mistakes) -> {
          if (kept.size() < 2) mistakes.add("secrets", "there is no older one", "");
          return kept.subList(0, Math.min(1, kept.size()));
        },
        () -> ctx.response().setStatusCode(204).end());
  }

  /** What becomes of the secrets that are there, the one that signs first. */
  @FunctionalInterface
  private interface Rotation {
    List<Written> of(List<Written> kept, Mistakes mistakes);
  }

  private void change(RoutingContext ctx, String what, Rotation rotation, Runnable done) {
    var asked = Asked.of(ctx, Kind.PROJECT);
    if (asked.isEmpty()) {
      Replies.problem(ctx, 404, "there is nothing here");
      return;
    }
    var wanted = asked.get();
    Edit edit =
        (book, mistakes) -> {
          if (wanted.in(book).isEmpty()) return new Wish.Stop(new Outcome.Missing());

          var path = new ArrayList<>(wanted.path());
          path.add(Book.SECRETS);
          var tree = book.tree(Secrets.CLEAR);
          var kept = secrets(tree, wanted.path());
          var all = new Written.Items(rotation.of(kept, mistakes), "");
          return new Wish.Tree(tree.with(path, all));
        };
    Replies.outcome(
        ctx, directory.change(wanted.who(), what, edit), wanted.within(), _ -> done.run());
  }

  private static List<Written> secrets(Written.Members tree, List<String> path) {
    var here = tree;
    for (var name : path) here = here.section(name);
    return here.members().get(Book.SECRETS) instanceof Written.Items items
        ? items.items()
        : List.of();
  }
}
