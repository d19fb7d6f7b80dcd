package tollgate.admin;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tollgate.config.Directory;
import tollgate.config.Mistakes;
import tollgate.data.Column;
import tollgate.json.Json;
import tollgate.report.Report;
import tollgate.report.ReportFile;
import tollgate.report.Reports;
import tollgate.report.Shelf;

/** Reports of a settlement centre: asked for, listed, stopped, and their files fetched. */
final class ReportRoutes {

  private static final String ALL = ThingRoutes.BASE + "/:centre/reports";
  private static final String ONE = ALL + "/:id";
  private static final String FILE = ONE + "/files/:number";
  private static final int SHOWN_MAX = 1000;

  private final Directory directory;
  private final Shelf shelf;

  ReportRoutes(Directory directory, Shelf shelf) {
    this.directory = directory;
    this.shelf = shelf;
  }

  void mount(Router router) {
    router.post(ALL).handler(this::ask);
    router.get(ALL).handler(this::list);
    router.get(ONE).handler(this::show);
    router.delete(ONE).handler(this::stop);
    router.get(FILE).handler(this::fetch);
  }

  private void ask(RoutingContext ctx) {
    var centre = directory.get().centres().get(ctx.pathParam("centre"));
    if (centre == null) {
      nothing(ctx);
      return;
    }
    var body = ThingRoutes.body(ctx);
    if (body == null) return;

    var mistakes = new Mistakes();
    var read = new ReportWish(body, mistakes);
    var wish = read.wish(centre, Asked.who(ctx));
    var period = read.period();
    if (mistakes.count() > 0) {
      Replies.wrong(ctx, mistakes.list());
      return;
    }
    var asked =
        wish.rhythm() == null
            ? shelf.addOnce(centre.key(), wish, period)
            : Reports.schedule(shelf, centre.key(), wish);
    answer(ctx, asked, report -> Replies.json(ctx, 201, json(report)));
  }

  private void list(RoutingContext ctx) {
    answer(
        ctx,
        shelf.list(String.valueOf(ctx.pathParam("centre")), SHOWN_MAX),
        reports -> {
          var items = Json.array(reports.stream().map(ReportRoutes::json).toList());
          Replies.json(ctx, 200, Json.object().put("items", items).build());
        });
  }

  private void show(RoutingContext ctx) {
    answer(
        ctx,
        found(ctx)
            .compose(found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.<Json.Obj>empty())
                    : shelf
                        .files(found.get().id(), SHOWN_MAX)
                        .map(files -> Optional.of(json(found.get()).with("files", json(files))))),
        found -> {
          if (found.isEmpty()) nothing(ctx);
          else Replies.json(ctx, 200, found.get());
        });
  }

  private void stop(RoutingContext ctx) {
    var centre = String.valueOf(ctx.pathParam("centre"));
    var stopped =
        found(ctx)
            .compose(found ->
                found.isEmpty()
                    ? Future.succeededFuture(false)
                    : shelf.stop(centre, found.get().id()).map(true));
    answer(
        ctx,
        stopped,
        wasThere -> {
          if (wasThere) ctx.response().setStatusCode(204).end();
          else nothing(ctx);
        });
  }

  private void fetch(RoutingContext ctx) {
    var number = number(ctx.pathParam("number"));
    var file =
        found(ctx)
            .compose(found ->
                found.isEmpty() || number.isEmpty()
                    ? Future.succeededFuture(Optional.<ReportFile>empty())
                    : shelf.file(found.get().id(), (int) number.getAsLong()));
    answer(
        ctx,
        file,
        found -> {
          if (found.isEmpty()) nothing(ctx);
          else fetch(ctx, found.get());
        });
  }

  private void fetch(RoutingContext ctx, ReportFile file) {
    switch (file.state()) {
      case MADE -> new Download(shelf, file, ctx.response()).start();
      case BEING_MADE -> {
        ctx.response().putHeader("retry-after", "5");
        Replies.problem(ctx, 409, "it is being made");
      }
      case GIVEN_UP -> Replies.problem(ctx, 409, "it could not be made");
    }
  }

  private Future<Optional<Report>> found(RoutingContext ctx) {
    var id = number(ctx.pathParam("id"));
    return id.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : shelf.find(String.valueOf(ctx.pathParam("centre")), id.getAsLong());
  }

  /** Small enough for every number that we give. */
  private static OptionalLong number(@Nullable String text) {
    return text != null && text.matches("[1-9][0-9]{0,8}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  private static <T> void answer(RoutingContext ctx, Future<T> future, Consumer<T> then) {
    future.onSuccess(then::accept).onFailure(failure -> Replies.unavailable(ctx, failure));
  }

  private static void nothing(RoutingContext ctx) {
    Replies.problem(ctx, 404, "there is nothing here");
  }

  private static Json.Obj json(Report report) {
    var wish = report.wish();
    var json =
        Json.object()
            .put("id", report.id())
            .put("name", wish.name())
            .put("by", wish.by())
            .put("projects", Json.array(wish.projects().stream().map(Json::number).toList()))
            .put("timezone", wish.zone().getId());
    if (wish.type() != null) json.put("operation_type", wish.type().word());
    if (wish.status() != null) json.put("operation_status", wish.status());
    var fields = wish.columns().stream().map(Column::word).map(Json::text).toList();
    json.put("fields", Json.array(fields));
    if (wish.rhythm() != null) json.put("every", wish.rhythm().word());
    if (report.nextAt() != null) json.put("next_at", report.nextAt().toString());
    return json.build();
  }

  private static Json json(List<ReportFile> files) {
    return Json.array(files.stream().map(ReportRoutes::json).toList());
  }

  private static Json json(ReportFile file) {
    var json =
        Json.object()
            .put("number", file.number())
            .put("state", file.state().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .put("from", file.period().from().toString())
            .put("to", file.period().to().toString())
            .put("rows", file.rows())
            .put("bytes", file.bytes());
    if (file.keptUntil() != null) json.put("kept_until", file.keptUntil().toString());
    return json.build();
  }
}
