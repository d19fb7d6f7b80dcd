package tollgate.admin;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.config.Mistakes.Mistake;
import tollgate.config.Outcome;
import tollgate.json.Json;

/** What is answered: JSON, and problems as RFC 9457 writes them. */
final class Replies {

  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

  private Replies() {}

  static void json(RoutingContext ctx, int status, Json json) {
    send(ctx, status, "application/json", json);
  }

  static void problem(RoutingContext ctx, int status, String title) {
    problem(ctx, status, title, List.of());
  }

  private static void problem(
      RoutingContext ctx, int status, String title, List<Mistake> mistakes) {
    var body = Json.object().put("status", status).put("title", title);
    if (!mistakes.isEmpty()) {
      body.put("mistakes", Json.array(mistakes.stream().map(Replies::mistake).toList()));
    }
    send(ctx, status, "application/problem+json", body.build());
  }

  /** What was asked for cannot be. */
  static void wrong(RoutingContext ctx, List<Mistake> mistakes) {
    problem(ctx, 422, "it is wrong", mistakes);
  }

  private static Json mistake(Mistake mistake) {
    var json = Json.object().put("path", mistake.path()).put("rule", mistake.rule());
    if (!mistake.where().isEmpty()) json.put("where", mistake.where());
    return json.build();
  }

  private static void send(RoutingContext ctx, int status, String type, Json json) {
    if (ctx.response().ended()) return;

    ctx.response().setStatusCode(status).putHeader("content-type", type).end(json.encode() + "\n");
  }

  /** {@code within}: the path of what was asked for, so that mistakes are named from there. */
  static void outcome(
      RoutingContext ctx, Future<Outcome> outcome, String within, Consumer<Outcome.Saved> saved) {
    outcome
        .onFailure(failure -> unavailable(ctx, failure))
        .onSuccess(what -> {
          switch (what) {
            case Outcome.Saved done -> saved.accept(done);
            case Outcome.Wrong(var mistakes) ->
                problem(
                    ctx, 422, "it is wrong", mistakes.stream().map(m -> from(within, m)).toList());
            case Outcome.Stale _ -> problem(ctx, 412, "it is another version by now");
            case Outcome.Missing _ -> problem(ctx, 404, "there is nothing here");
            case Outcome.Taken _ -> problem(ctx, 428, "it is there: If-Match must name its ETag");
          }
        });
  }

  private static Mistake from(String within, Mistake mistake) {
    if (mistake.path().equals(within)) return new Mistake("", mistake.rule(), mistake.where());
    if (!mistake.path().startsWith(within + '.')) return mistake;

    var path = mistake.path().substring(within.length() + 1);
    return new Mistake(path, mistake.rule(), mistake.where());
  }

  static void unavailable(RoutingContext ctx, Throwable failure) {
    LOG.error("the configuration could not be changed: {}", failure.getMessage());
    ctx.response().putHeader("retry-after", "1");
    problem(ctx, 503, String.valueOf(failure.getMessage()));
  }
}
