package tollgate.admin;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tollgate.config.Book;
import tollgate.config.Book.Secrets;
import tollgate.config.Directory;
import tollgate.config.Edit;
import tollgate.config.Key;
import tollgate.config.Key.Kind;
import tollgate.config.Outcome;
import tollgate.config.Written;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;

/** Settlement centres, gateways, projects and activations, one by one. */
final class ThingRoutes {

  static final String BASE = "/admin/v1/centres";
  private static final Limits BODY = new Limits(256 * 1024, 16, 16 * 1024, 40);

  private static final Map<Kind, String> PATHS =
      Map.of(
          Kind.CENTRE, BASE + "/:centre",
          Kind.GATEWAY, BASE + "/:centre/gateways/:id",
          Kind.PROJECT, BASE + "/:centre/projects/:id",
          Kind.ACTIVATION, BASE + "/:centre/projects/:id/methods/:method",
          Kind.DATA_TOKEN, BASE + "/:centre/tokens/:id",
          Kind.RATE, BASE + "/:centre/rates/:pair");

  /** Their own names are the last part of their keys. */
  private static final Set<Kind> MAY_GO = Set.of(Kind.ACTIVATION, Kind.RATE, Kind.DATA_TOKEN);

  private final Directory directory;

  ThingRoutes(Directory directory) {
    this.directory = directory;
  }

  void mount(Router router) {
    router.get(BASE).handler(ctx -> list(ctx, Kind.CENTRE, _ -> true));
    router.get(BASE + "/:centre/gateways").handler(ctx -> list(ctx, Kind.GATEWAY, _ -> true));
    router.get(BASE + "/:centre/tokens").handler(ctx -> list(ctx, Kind.DATA_TOKEN, _ -> true));
    router.get(BASE + "/:centre/projects").handler(ctx -> list(ctx, Kind.PROJECT, _ -> true));
    router.get(BASE + "/:centre/rates").handler(ctx -> list(ctx, Kind.RATE, _ -> true));
    router
        .get(BASE + "/:centre/projects/:id/methods")
        .handler(ctx ->
            list(ctx, Kind.ACTIVATION, key -> key.name().startsWith(ctx.pathParam("id") + "/")));
    PATHS.forEach((kind, path) -> {
      router.get(path).handler(ctx -> show(ctx, kind));
      router.put(path).handler(ctx -> put(ctx, kind));
      router.delete(path).handler(ctx -> remove(ctx, kind));
    });
  }

  private void list(RoutingContext ctx, Kind kind, Predicate<Key> which) {
    var book = directory.book();
    var centre = ctx.pathParam("centre");
    var items = new ArrayList<Json>();
    for (var key : book.keys(kind).filter(which).toList()) {
      var document = book.documents().get(key);
      if (document == null || (centre != null && !document.centre().equals(centre))) continue;

      var item = Json.object().put("id", id(key)).put("version", document.version()).build();
      for (var member : book.json(key, document, Secrets.MASKED).members().entrySet()) {
        item = item.with(member.getKey(), member.getValue());
      }
      items.add(item);
    }
    Replies.json(ctx, 200, Json.object().put("items", Json.array(items)).build());
  }

  private static String id(Key key) {
    return MAY_GO.contains(key.kind()) ? key.method() : key.name();
  }

  private void show(RoutingContext ctx, Kind kind) {
    var asked = Asked.of(ctx, kind);
    if (asked.isEmpty()) {
      Replies.problem(ctx, 404, "there is nothing here");
      return;
    }
    show(ctx, 200, asked.get(), directory.book());
  }

  private static void show(RoutingContext ctx, int status, Asked asked, Book book) {
    var document = asked.in(book);
    if (document.isEmpty()) {
      Replies.problem(ctx, 404, "there is nothing here");
      return;
    }
    ctx.response().putHeader("etag", Book.tag(document.get()));
    Replies.json(ctx, status, book.json(asked.key(), document.get(), Secrets.MASKED));
  }

  private void put(RoutingContext ctx, Kind kind) {
    var asked = Asked.of(ctx, kind);
    if (asked.isEmpty()) {
      Replies.problem(ctx, 404, "no such name can be");
      return;
    }
    var body = body(ctx);
    if (body == null) return;

    var wanted = asked.get();
    var isNew = wanted.in(directory.book()).isEmpty();
    Replies.outcome(
        ctx,
        directory.change(wanted.who(), "put", put(wanted, body)),
        wanted.within(),
        saved -> show(ctx, isNew ? 201 : 200, wanted, saved.book()));
  }

  private static Edit put(Asked asked, Json.Obj body) {
    return (book, mistakes) -> {
      var refused = asked.refused(book);
      if (refused.isPresent()) return refused.get();

      if (body.members().isEmpty()) mistakes.add(asked.within(), "must not be empty", "");
      var tree = Written.Members.NONE.with(asked.path(), Written.members(body, ""));
      return Edit.laidOver(tree).of(book, mistakes);
    };
  }

  /** Nothing that money went through is deleted; a method, a rate or a token can be taken away. */
  private void remove(RoutingContext ctx, Kind kind) {
    var asked = Asked.of(ctx, kind);
    if (!MAY_GO.contains(kind) || asked.isEmpty()) {
      ctx.response().putHeader("allow", "GET, PUT");
      Replies.problem(ctx, 405, "it is not deleted: switch it off by \"on\": false");
      return;
    }
    var wanted = asked.get();
    Edit edit =
        (book, _) -> {
          if (wanted.in(book).isEmpty()) {
            return new Edit.Wish.Stop(new Outcome.Missing());
          }
          return wanted.refused(book).orElseGet(() -> without(wanted, book));
        };
    Replies.outcome(
        ctx,
        directory.change(wanted.who(), "delete", edit),
        wanted.within(),
        _ -> ctx.response().setStatusCode(204).end());
  }

  private static Edit.Wish without(Asked asked, Book book) {
    var tree = book.tree(Secrets.CLEAR);
    var things = asked.path().subList(0, asked.path().size() - 1);
    var here = tree;
    for (var name : things) here = here.section(name);
    return new Edit.Wish.Tree(tree.with(things, here.without(asked.path().getLast())));
  }

  /** Null when the answer was given already. */
  static Json.@Nullable Obj body(RoutingContext ctx) {
    return body(ctx, BODY);
  }

  /** The same for bodies of another kind. */
  static Json.@Nullable Obj body(RoutingContext ctx, Limits limits) {
    var bytes = ctx.body().buffer() == null ? new byte[0] : ctx.body().buffer().getBytes();
    try {
      if (JsonReader.read(bytes, limits) instanceof Json.Obj object) return object;

      Replies.problem(ctx, 400, "the body must be a JSON object");
    } catch (JsonRefused refused) {
      Replies.problem(ctx, 400, refused.getMessage());
    }
    return null;
  }
}
