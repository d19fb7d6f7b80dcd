package tollgate.admin;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import tollgate.config.Book.Secrets;
import tollgate.config.Directory;
import tollgate.config.Edit;
import tollgate.config.Edit.Wish;
import tollgate.config.Kept;
import tollgate.config.Language;
import tollgate.config.Mistakes;
import tollgate.config.Outcome;
import tollgate.config.Written;
import tollgate.config.YamlFile;
import tollgate.config.YamlText;
import tollgate.json.Json;

/** The configuration as a whole: as a file, out and in; its log; its master key. */
final class WholeRoutes {

  private static final String WHOLE = "/admin/v1/configuration";
  private static final int ENTRIES_MAX = 200;

  private final Directory directory;
  private final Kept kept;

  WholeRoutes(Directory directory, Kept kept) {
    this.directory = directory;
    this.kept = kept;
  }

  void mount(Router router) {
    router.get(WHOLE).handler(this::export);
    router.post(WHOLE).handler(this::take);
    router.get(WHOLE + "/changes").handler(this::changes);
    router.post(WHOLE + "/rewrap").handler(this::rewrap);
  }

  /** Secrets only on demand, and whoever demands them is written down first. */
  private void export(RoutingContext ctx) {
    switch (ctx.queryParam("secrets").isEmpty() ? "" : ctx.queryParam("secrets").getFirst()) {
      case "" -> yaml(ctx, Secrets.MASKED);
      case "clear" ->
          directory
              .note(Asked.who(ctx), "export with secrets")
              .onSuccess(_ -> yaml(ctx, Secrets.CLEAR))
              .onFailure(failure -> Replies.unavailable(ctx, failure));
      default -> Replies.problem(ctx, 400, "secrets can be \"clear\", or left out");
    }
  }

  private void yaml(RoutingContext ctx, Secrets how) {
    var centres = directory.book().tree(how);
    var text = YamlText.of(Written.Members.NONE.with(Language.CENTRES, centres));
    ctx.response().putHeader("content-type", "application/yaml; charset=utf-8").end(text);
  }

  private void take(RoutingContext ctx) {
    var text = ctx.body().asString("UTF-8");
    var wrong = new Mistakes();
    var file = YamlFile.parse(text == null ? "" : text, "import", wrong);
    var edit = wrong.count() > 0 ? refusing(wrong) : taking(file);
    Replies.outcome(
        ctx,
        directory.change(Asked.who(ctx), "import", edit),
        Language.CENTRES,
        saved -> Replies.json(ctx, 200, changed(saved)));
  }

  private static Edit refusing(Mistakes wrong) {
    return (_, _) -> new Wish.Stop(new Outcome.Wrong(wrong.list()));
  }

  /** The same file as at the start; settings of the node have no place in an import. */
  private static Edit taking(Written.Members file) {
    return (book, mistakes) -> {
      for (var other : file.without(Language.CENTRES).members().entrySet()) {
        mistakes.add(other.getKey(), "an import has tenants alone", other.getValue().where());
      }
      if (!(file.members().get(Language.CENTRES) instanceof Written.Members centres)) {
        mistakes.add(Language.CENTRES, "must be a section with names", file.where());
        return new Wish.Stop(new Outcome.Wrong(mistakes.list()));
      }
      return Edit.laidOver(centres).of(book, mistakes);
    };
  }

  private static Json changed(Outcome.Saved saved) {
    List<Json> all = saved.changed().stream().<Json>map(key -> Json.text(key.toString())).toList();
    return Json.object()
        .put("version", saved.book().version())
        .put("changed", Json.array(all))
        .build();
  }

  private void changes(RoutingContext ctx) {
    var before = ctx.queryParam("before").isEmpty() ? "" : ctx.queryParam("before").getFirst();
    if (!before.matches("[0-9]{0,18}")) {
      Replies.problem(ctx, 400, "before must be a version");
      return;
    }
    kept.log(before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before), ENTRIES_MAX)
        .onSuccess(log -> {
          var items = Json.array(log.stream().map(WholeRoutes::entry).toList());
          Replies.json(ctx, 200, Json.object().put("items", items).build());
        })
        .onFailure(failure -> Replies.unavailable(ctx, failure));
  }

  private static Json entry(Kept.Logged logged) {
    var entry = logged.entry();
    var key = entry.key();
    return Json.object()
        .put("version", logged.version())
        .put("at", logged.at().toString())
        .put("who", entry.who())
        .put("what", entry.what())
        .put("thing", key == null ? "" : key.toString())
        .put("before", entry.before())
        .put("after", entry.after())
        .build();
  }

  private void rewrap(RoutingContext ctx) {
    directory
        .rewrap(Asked.who(ctx))
        .onSuccess(count ->
            Replies.json(ctx, 200, Json.object().put("rewrapped", count.longValue()).build()))
        .onFailure(failure -> Replies.unavailable(ctx, failure));
  }
}
