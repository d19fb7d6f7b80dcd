package tollgate.admin;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tollgate.config.Directory;
import tollgate.engine.Engine;
import tollgate.engine.Handled;
import tollgate.engine.Handled.Decided;
import tollgate.engine.Ids;
import tollgate.engine.News;
import tollgate.engine.Payments;
import tollgate.json.Json;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.LateCreditRequested;
import tollgate.payment.PaymentEvent.LateRefundRequested;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.provider.Providers;

/**
 * Where a person decides what becomes of money that came after the decline: it is credited as if it
 * had come in time, or goes back to the payer. Who decided is written down before anything is done.
 */
final class LateRoutes {

  private static final String ONE =
      ThingRoutes.BASE + "/:centre/projects/:id/payments/:operation/late";
  private static final int COMMENT_MAX = 255;

  /** What decisions are made with. */
  record Parts(Engine engine, Payments payments, Ids operations, Providers providers) {}

  private final Directory directory;
  private final Parts parts;

  LateRoutes(Directory directory, Parts parts) {
    this.directory = directory;
    this.parts = parts;
  }

  void mount(Router router) {
    router.get(ONE).handler(ctx -> found(ctx, sale -> Replies.json(ctx, 200, json(sale))));
    router.post(ONE + "/credit").handler(ctx -> found(ctx, sale -> credit(ctx, sale)));
    router.post(ONE + "/refund").handler(ctx -> found(ctx, sale -> refund(ctx, sale)));
  }

  private void found(RoutingContext ctx, Consumer<Sale> then) {
    var id = new Owned(directory).operation(ctx);
    var loaded = id == null ? Future.succeededFuture(Optional.<Sale>empty()) : late(id);
    loaded
        .onSuccess(sale -> {
          if (sale.isPresent()) then.accept(sale.get());
          else Replies.problem(ctx, 404, "no payment of that number was paid late");
        })
        .onFailure(failure -> Replies.unavailable(ctx, failure));
  }

  private Future<Optional<Sale>> late(Payment.Id id) {
    return parts
        .payments()
        .load(List.of(id))
        .map(found -> {
          var stored = found.get(id);
          return stored != null
                  && stored.payment() instanceof Sale sale
                  && sale.state() instanceof PaidLate
              ? Optional.of(sale)
              : Optional.empty();
        });
  }

  private void credit(RoutingContext ctx, Sale sale) {
    if (comment(ctx) == null) return;

    var done =
        directory
            .note(Asked.who(ctx), "credit late money of " + name(sale))
            .compose(_ -> tell(sale, new LateCreditRequested()));
    answer(ctx, done, sale, "it is not credited: it goes back, or is not what was agreed");
  }

  private void refund(RoutingContext ctx, Sale sale) {
    var comment = comment(ctx);
    if (comment == null) return;
    if (!isRefundable(sale)) {
      Replies.problem(ctx, 409, "the provider has no refunds: give it back by other means");
      return;
    }
    var done =
        directory
            .note(Asked.who(ctx), "refund late money of " + name(sale))
            .compose(_ -> parts.operations().next())
            .compose(operation ->
                tell(sale, new LateRefundRequested(request(sale, operation, comment))));
    answer(ctx, done, sale, "there is nothing to go back: it is credited, or goes back already");
  }

  private static String name(Sale sale) {
    return sale.id().project() + "/" + sale.id().operation();
  }

  /** Empty where there is none; null when the answer was given already. */
  private static @Nullable String comment(RoutingContext ctx) {
    if (ctx.body().length() <= 0) return "";

    var body = ThingRoutes.body(ctx);
    if (body == null) return null;

    var comment = body.member("comment");
    if (body.members().isEmpty()) return "";
    if (body.members().size() == 1 && comment instanceof Json.Str(String text)) {
      if (text.length() <= COMMENT_MAX) return text;
    }
    Replies.problem(ctx, 400, "the body has a \"comment\" of 255 characters at most, or nothing");
    return null;
  }

  private boolean isRefundable(Sale sale) {
    var gateway = directory.get().gateway(sale.terms().gateway());
    var provider = gateway == null ? null : parts.providers().named(gateway.provider());
    return provider != null && provider.refunds().isPresent();
  }

  private static Refund.Request request(Sale sale, long operation, String comment) {
    var wish = new Refund.Wish(sale.terms().requestId(), null, comment, null);
    return new Refund.Request(operation, null, wish, ZoneOffset.UTC);
  }

  private Future<Handled> tell(Sale sale, PaymentEvent event) {
    return parts.engine().handle(News.of(sale.id(), event));
  }

  private static void answer(RoutingContext ctx, Future<Handled> done, Sale before, String denied) {
    done.onSuccess(
            handled -> {
              if (!(handled instanceof Decided(var decision)) || decision instanceof Refused) {
                Replies.problem(ctx, 404, "no payment of that number was paid late");
                return;
              }
              if (decision instanceof Denied) Replies.problem(ctx, 409, denied);
              else Replies.json(ctx, 200, json(decision.payment() instanceof Sale s ? s : before));
            })
        .onFailure(failure -> Replies.unavailable(ctx, failure));
  }

  private static Json json(Sale sale) {
    var late = (PaidLate) sale.state();
    return Json.object()
        .put("project_id", sale.id().project())
        .put("operation_id", sale.id().operation())
        .put("payment_id", sale.terms().paymentId())
        .put("amount", late.paid().minor())
        .put("currency", late.paid().code())
        .put("state", state(sale, late))
        .build();
  }

  private static String state(Sale sale, PaidLate late) {
    if (late.credited()) return "credited";
    if (sale.refunds().stream().anyMatch(Refund::isDone)) return "refunded";

    return sale.refunds().stream().anyMatch(Refund::isInFlight) ? "going back" : "held";
  }
}
