package tollgate.admin;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.config.Directory;
import tollgate.engine.Debts;
import tollgate.engine.Debts.Outcome;
import tollgate.engine.Debts.Paid;
import tollgate.engine.Debts.Repayment;
import tollgate.engine.Debts.Source;
import tollgate.json.Json;
import tollgate.money.Money;

/**
 * Where a person sees which commissions a company owes, and writes down that it paid them, or need
 * not. Each is written once under a reference of the person's own, such as the bank's.
 */
final class DebtRoutes {

  private static final String ALL = ThingRoutes.BASE + "/:centre/projects/:id/owed";
  private static final String ONE = ALL + "/:reference";
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Set<String> MEMBERS = Set.of("amount", "currency", "from", "why");
  private static final int TEXT_MAX = 255;
  private static final int SHOWN_MAX = 1000;
  private static final OptionalLong NONE = OptionalLong.empty();

  private final Directory directory;
  private final Debts debts;

  DebtRoutes(Directory directory, Debts debts) {
    this.directory = directory;
    this.debts = debts;
  }

  void mount(Router router) {
    router.get(ALL).handler(this::show);
    router.put(ONE).handler(this::write);
  }

  /** Empty when the centre has no such project, and then that was answered. */
  private OptionalLong project(RoutingContext ctx) {
    var project = new Owned(directory).project(ctx);
    if (project.isEmpty()) Replies.problem(ctx, 404, "there is nothing here");
    return project;
  }

  private void show(RoutingContext ctx) {
    var project = project(ctx);
    if (project.isEmpty()) return;

    var owed = debts.owed(project.getAsLong());
    var paid = debts.paid(project.getAsLong(), SHOWN_MAX);
    Future.join(owed, paid)
        .onSuccess(_ -> Replies.json(ctx, 200, json(owed.result(), paid.result())))
        .onFailure(failure -> Replies.unavailable(ctx, failure));
  }

  private void write(RoutingContext ctx) {
    var project = project(ctx);
    if (project.isEmpty()) return;

    var reference = String.valueOf(ctx.pathParam("reference"));
    if (!REFERENCE.matcher(reference).matches()) {
      Replies.problem(ctx, 404, "no such reference can be");
      return;
    }
    var wish = wish(ctx, project.getAsLong(), reference);
    if (wish == null) return;

    debts
        .write(wish)
        .onSuccess(outcome -> answer(ctx, outcome))
        .onFailure(failure -> Replies.unavailable(ctx, failure));
  }

  /** Null when the answer was given already. */
  private static @Nullable Repayment wish(RoutingContext ctx, long project, String reference) {
    var body = ThingRoutes.body(ctx);
    if (body == null) return null;

    var amount = amount(body);
    var source = Source.named(text(body, "from"));
    var why = text(body, "why");
    var isWhole = MEMBERS.containsAll(body.members().keySet());
    if (isWhole && amount != null && source.isPresent() && !why.isBlank()) {
      return new Repayment(project, reference, amount, source.get(), Asked.who(ctx), why);
    }
    Replies.problem(
        ctx,
        400,
        "the body has \"amount\" in minor units, \"currency\", \"from\" (outside, balance or"
            + " waived) and \"why\" of 255 characters at most");
    return null;
  }

  private static @Nullable Money amount(Json.Obj body) {
    var minor = body.member("amount") instanceof Json.Num number ? number.exactLong() : NONE;
    if (minor.isEmpty() || minor.getAsLong() <= 0) return null;

    try {
      return Money.of(minor.getAsLong(), text(body, "currency"));
    } catch (IllegalArgumentException noCurrency) {
      return null;
    }
  }

  /** Empty when it is not there, is no text, or is too long. */
  private static String text(Json.Obj body, String member) {
    return body.member(member) instanceof Json.Str(String text) && text.length() <= TEXT_MAX
        ? text
        : "";
  }

  private static void answer(RoutingContext ctx, Outcome outcome) {
    switch (outcome) {
      case Outcome.Written(Paid paid) -> Replies.json(ctx, 201, json(paid));
      case Outcome.Known(Paid paid) -> Replies.json(ctx, 200, json(paid));
      case Outcome.Differs _ ->
          Replies.problem(ctx, 409, "something else is written under that reference");
      case Outcome.TooMuch _ -> Replies.problem(ctx, 409, "so much is not owed");
      case Outcome.BalanceShort _ ->
          Replies.problem(ctx, 409, "the company's balance does not hold it");
    }
  }

  private static Json json(List<Money> owed, List<Paid> paid) {
    var sums =
        owed.stream()
            .map(it -> Json.object().put("currency", it.code()).put("amount", it.minor()).build())
            .toList();
    return Json.object()
        .put("owed", Json.array(sums))
        .put("paid", Json.array(paid.stream().map(DebtRoutes::json).toList()))
        .build();
  }

  private static Json json(Paid paid) {
    var repayment = paid.repayment();
    return Json.object()
        .put("reference", repayment.reference())
        .put("operation_id", paid.operation())
        .put("amount", repayment.amount().minor())
        .put("currency", repayment.amount().code())
        .put("from", repayment.source().word())
        .put("who", repayment.who())
        .put("why", repayment.why())
        .put("at", paid.at().toString())
        .build();
  }
}
