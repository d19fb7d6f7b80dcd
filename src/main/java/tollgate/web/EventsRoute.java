package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import tollgate.engine.Events;
import tollgate.engine.Events.Event;
import tollgate.engine.Events.Page;
import tollgate.gate.Webhooks;
import tollgate.json.Json;
import tollgate.payment.Code;

/**
 * Tells a merchant in order what it was told, so that it can catch up after days: {@code POST
 * /v2/events}. Each event is the text of a webhook, signed as that is.
 */
final class EventsRoute {

  /** Of lists up to this length every public client can verify the signature. */
  private static final int LIMIT_DEFAULT = 10;

  private static final int LIMIT_MAX = 100;
  private static final long SEQUENCE_MAX = (1L << 53) - 1;

  private final Events events;
  private final EventParking parking;

  EventsRoute(Events events, EventParking parking) {
    this.events = events;
    this.parking = parking;
  }

  void mount(Router router, GateDoor door) {
    door.mount(router, Endpoint.EVENTS, this::events);
  }

  /** What is asked for. */
  private record Asked(GateRequest request, long after, int limit) {

    long project() {
      return request.project().id();
    }

    /** The text of the webhook as it would be sent now. */
    Json told(Event event) {
      return Json.object()
          .put("sequence", event.sequence())
          .put("body", new String(Webhooks.signed(event.body(), request.keys()), UTF_8))
          .build();
    }
  }

  private Future<GateAnswer> events(GateRequest request) {
    var fields = request.fields();
    var page = fields.in("page");
    long after = page.optional("after", 0, 0, SEQUENCE_MAX);
    int limit = (int) page.optional("limit", LIMIT_DEFAULT, 1, LIMIT_MAX);
    fields.check();

    var patience = Patience.of(request.ctx().request());
    var asked = new Asked(request, after, limit);
    return page(asked)
        .compose(first ->
            !first.events().isEmpty() || patience.isNone() || !parking.hasRoom()
                ? Future.succeededFuture(first)
                : later(asked, patience))
        .map(found -> request.signed(body(asked, found)));
  }

  private Future<Page> page(Asked asked) {
    return events.after(asked.project(), asked.after(), asked.limit());
  }

  private Future<Page> later(Asked asked, Patience patience) {
    var ctx = asked.request().ctx();
    Endpoint.EVENTS_WAIT.isAskedBy(ctx);
    return parking
        .await(ctx, asked.project(), asked.after(), patience.time())
        .compose(_ -> page(asked));
  }

  private static Json.Obj body(Asked asked, Page page) {
    if (asked.after() < page.forgotten()) throw forgotten(page.forgotten());

    var shown = page.events();
    return Json.object()
        .put("project_id", asked.project())
        .put("events", Json.array(shown.stream().map(asked::told).toList()))
        .put("next", shown.isEmpty() ? asked.after() : shown.getLast().sequence())
        .put("last", page.last())
        .build();
  }

  /** Never passed over in silence: what is not there any more must be looked up by status. */
  private static GateRefusal forgotten(long last) {
    return GateRefusal.of(
        410, Code.NOT_FOUND, "page.after", "events up to " + last + " are not kept any more");
  }
}
