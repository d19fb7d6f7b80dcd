package tollgate.admin;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tollgate.config.Directory;
import tollgate.engine.Duty;
import tollgate.engine.Engine;
import tollgate.engine.Handled;
import tollgate.engine.Handled.Decided;
import tollgate.engine.News;
import tollgate.engine.Outbox;
import tollgate.engine.Payments;
import tollgate.json.Json;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.RefundRuled;
import tollgate.payment.Refund;
import tollgate.payment.Sale;

/**
 * Where a person ends a refund in doubt: its message went out once, no reply came, and the provider
 * cannot be asked or does not know. Whoever has found out by other means says whether the money
 * went back. Who says so, and why, is written down before anything is done.
 */
final class DoubtRoutes {

  private static final String ONE = ThingRoutes.BASE + "/:centre/projects/:id/refunds/:operation";
  private static final Set<String> MEMBERS = Set.of("why", "providers_id");
  private static final int TEXT_MAX = 255;

  /** What decisions are made with. */
  record Parts(Engine engine, Payments payments, Outbox outbox) {}

  /** A refund, and the sale that it belongs to. */
  private record Case(Sale sale, Refund refund) {

    Payment.Id operation() {
      return new Payment.Id(sale.id().project(), refund.operation());
    }

    String tag() {
      return '"'
          + Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, refund.changedAt()))
          + '"';
    }
  }

  /** What a person says. */
  private record Word(boolean done, String why, String providersId) {}

  private final Directory directory;
  private final Parts parts;

  DoubtRoutes(Directory directory, Parts parts) {
    this.directory = directory;
    this.parts = parts;
  }

  void mount(Router router) {
    router.get(ONE).handler(ctx -> found(ctx, DoubtRoutes::show));
    router.post(ONE + "/done").handler(ctx -> found(ctx, (it, of) -> end(it, of, true)));
    router.post(ONE + "/not-done").handler(ctx -> found(ctx, (it, of) -> end(it, of, false)));
  }

  private void found(RoutingContext ctx, BiConsumer<RoutingContext, Case> then) {
    var id = new Owned(directory).operation(ctx);
    var loaded = id == null ? Future.succeededFuture(Optional.<Case>empty()) : refund(id);
    loaded
        .onSuccess(of -> {
          if (of.isPresent()) then.accept(ctx, of.get());
          else Replies.problem(ctx, 404, "no refund has that number");
        })
        .onFailure(failure -> Replies.unavailable(ctx, failure));
  }

  private Future<Optional<Case>> refund(Payment.Id id) {
    return parts.payments().ofRefund(id).map(found -> found.flatMap(it -> of(it.payment(), id)));
  }

  private static Optional<Case> of(Payment payment, Payment.Id id) {
    var refund = payment.refund(id.operation());
    return payment instanceof Sale sale && refund != null
        ? Optional.of(new Case(sale, refund))
        : Optional.empty();
  }

  private void end(RoutingContext ctx, Case of, boolean done) {
    var word = word(ctx, done);
    if (word == null) return;

    if (!of.refund().isInFlight() && of.refund().isDone() == done) {
      show(ctx, of);
      return;
    }
    if (!of.refund().isInDoubt()) {
      Replies.problem(ctx, 409, "it is not in doubt: " + state(of.refund()));
      return;
    }
    var seen = ctx.request().getHeader("if-match");
    if (seen == null) {
      Replies.problem(ctx, 428, "If-Match must name the ETag that was seen");
      return;
    }
    if (!seen.equals("*") && !seen.equals(of.tag())) {
      stale(ctx);
      return;
    }
    var until = seen.equals("*") ? null : of.refund().changedAt();
    directory
        .note(Asked.who(ctx), text(of, word))
        .compose(_ -> parts.outbox().attempt(of.operation(), Effect.REFUND_AT_PROVIDER))
        .compose(attempt -> tell(of, word, until, attempt))
        .onSuccess(handled -> answer(ctx, of, handled))
        .onFailure(failure -> Replies.unavailable(ctx, failure));
  }

  private static String text(Case of, Word word) {
    var name = of.operation().project() + "/" + of.operation().operation();
    return "end refund " + name + " as " + (word.done() ? "done: " : "not done: ") + word.why();
  }

  /** Whoever still had to ask need not any more: that duty leaves the outbox with it. */
  private Future<Handled> tell(Case of, Word word, @Nullable Instant seen, int attempt) {
    var event = new RefundRuled(of.refund().operation(), word.done(), word.providersId(), seen);
    var duty = new Duty(of.sale(), of.operation(), Effect.REFUND_AT_PROVIDER, attempt, null);
    var news = attempt > 0 ? News.after(duty, event) : News.of(of.sale().id(), event);
    return parts.engine().handle(news);
  }

  private static void answer(RoutingContext ctx, Case before, Handled handled) {
    if (!(handled instanceof Decided(var decision)) || decision instanceof Refused) {
      Replies.problem(ctx, 404, "no refund has that number");
      return;
    }
    if (decision instanceof Denied) stale(ctx);
    else show(ctx, of(decision.payment(), before.operation()).orElse(before));
  }

  private static void stale(RoutingContext ctx) {
    Replies.problem(ctx, 412, "it is another version by now");
  }

  /** Null when the answer was given already. */
  private static @Nullable Word word(RoutingContext ctx, boolean done) {
    var body = ThingRoutes.body(ctx);
    if (body == null) return null;

    var why = text(body.member("why"));
    var theirs = body.member("providers_id") == null ? "" : text(body.member("providers_id"));
    var isKnown = MEMBERS.containsAll(body.members().keySet());
    if (isKnown && why != null && !why.isBlank() && theirs != null) {
      return new Word(done, why, theirs);
    }
    Replies.problem(
        ctx, 400, "the body has \"why\", and \"providers_id\" if it is known: 255 characters each");
    return null;
  }

  private static @Nullable String text(@Nullable Json value) {
    return value instanceof Json.Str(String text) && text.length() <= TEXT_MAX ? text : null;
  }

  private static void show(RoutingContext ctx, Case of) {
    var refund = of.refund();
    ctx.response().putHeader("etag", of.tag());
    Replies.json(
        ctx,
        200,
        Json.object()
            .put("project_id", of.sale().id().project())
            .put("operation_id", refund.operation())
            .put("sale_operation_id", of.sale().id().operation())
            .put("payment_id", of.sale().terms().paymentId())
            .put("amount", refund.amount().minor())
            .put("currency", refund.amount().code())
            .put("state", state(refund))
            .put("providers_id", refund.providersId())
            .put("opened_at", refund.openedAt().toString())
            .put("changed_at", refund.changedAt().toString())
            .build());
  }

  private static String state(Refund refund) {
    if (refund.isDone()) return "done";
    if (!refund.isInFlight()) return "not done";

    return refund.isInDoubt() ? "in doubt" : "in flight";
  }
}
