package tollgate.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.data.Completed;
import tollgate.data.Csv;
import tollgate.data.Scope;
import tollgate.data.View;
import tollgate.engine.Register;
import tollgate.report.Shelf.Job;
import tollgate.report.Shelf.Kept;
import tollgate.report.Shelf.Part;
import tollgate.tenant.Tenants;

/**
 * Makes reports, one step at a time: a step begins files that are due, takes one up, or writes its
 * next page. A page is all that is ever in memory, and the next is read only when it is kept: the
 * database sets the pace. For one event loop; rows are written as CSV beside it.
 */
public final class Reports {

  private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

  /** Schedules begun, and files thrown away, in one step. */
  private static final int STEP_MAX = 100;

  /** What it works with. */
  public record Parts(
      Vertx vertx,
      Shelf shelf,
      Register register,
      Supplier<Tenants> tenants,
      ReportMeters meters) {}

  private final Parts parts;
  private final ReportOptions options;
  private @Nullable Job job;

  public Reports(Parts parts, ReportOptions options) {
    this.parts = parts;
    this.options = options;
  }

  /** Whether there is more to do at once. After a failure the file in hand is somebody's again. */
  public Future<Boolean> step() {
    var held = job;
    if (held == null) return look();

    return write(held).onFailure(_ -> job = null);
  }

  private Future<Boolean> look() {
    return parts
        .shelf()
        .sweep(STEP_MAX)
        .compose(_ -> parts.shelf().due(STEP_MAX))
        .compose(
            due -> Future.join(due.stream().map(this::begin).toList()).map(due.size() == STEP_MAX))
        .compose(more ->
            parts
                .shelf()
                .claim(options.lease())
                .compose(claimed -> {
                  if (claimed.isEmpty()) return Future.succeededFuture(more);
                  return take(claimed.get());
                }));
  }

  private Future<Boolean> begin(Report due) {
    var rhythm = Objects.requireNonNull(due.wish().rhythm(), "what is due has a rhythm");
    var at = Objects.requireNonNull(due.nextAt(), "what is due has a time");
    var zone = due.wish().zone();
    return parts.shelf().begin(due, rhythm.closedAt(at, zone), rhythm.dueAfter(at, zone));
  }

  private Future<Boolean> take(Job claimed) {
    if (claimed.attempt() <= options.attemptsMax()) {
      job = claimed;
      return Future.succeededFuture(true);
    }
    LOG.error("report {} file {} is given up", claimed.report().id(), claimed.number());
    parts.meters().givenUp();
    return parts.shelf().giveUp(claimed, options.keepFor()).map(true);
  }

  private Future<Boolean> write(Job held) {
    var wish = held.report().wish();
    var view = new View(wish.zone(), parts.tenants().get(), wish.columns());
    return parts
        .register()
        .after(wish.scope(held.period()), held.place(), options.pageRows())
        .compose(page -> {
          var shown = page.stream().filter(each -> isWanted(each, wish.status())).toList();
          return charged(view, shown).compose(rows -> keep(held, view, page, rows));
        });
  }

  private static boolean isWanted(Completed completed, @Nullable String status) {
    return status == null || completed.status().equals(status);
  }

  private Future<List<Completed>> charged(View view, List<Completed> rows) {
    return view.isFinancial() ? parts.register().charged(rows) : Future.succeededFuture(rows);
  }

  private Future<Boolean> keep(Job held, View view, List<Completed> page, List<Completed> rows) {
    var reached = page.size() < options.pageRows() ? null : Scope.Place.of(page.getLast());
    return parts
        .vertx()
        .executeBlocking(() -> csv(held, view, rows), false)
        .compose(body ->
            parts
                .shelf()
                .put(
                    held,
                    new Part(Objects.requireNonNull(body), rows.size(), reached),
                    new Kept(options.lease(), options.keepFor())))
        .map(isOurs -> kept(held, isOurs, rows.size(), reached));
  }

  private Boolean kept(Job held, boolean isOurs, int rows, Scope.@Nullable Place reached) {
    if (!isOurs) LOG.warn("report {}: another goes on with it", held.report().id());
    if (isOurs) parts.meters().written(rows, reached == null);
    job = isOurs && reached != null ? held.next(reached) : null;
    return true;
  }

  private static Buffer csv(Job held, View view, List<Completed> rows) {
    var text = new StringBuilder(rows.size() * 256 + 512);
    if (held.parts() == 0) text.append(Csv.BYTE_ORDER_MARK).append(view.csvHead());
    for (var row : rows) text.append(view.csv(row));
    return Buffer.buffer(text.toString());
  }

  /** The first file of a schedule that begins now, by the database's clock. */
  public static Future<Report> schedule(Shelf shelf, String centre, Report.Wish wish) {
    var rhythm = Objects.requireNonNull(wish.rhythm(), "a schedule has a rhythm");
    return shelf.now().compose(now -> shelf.add(centre, wish, rhythm.dueAfter(now, wish.zone())));
  }
}
