package tollgate.sandbox.webmoney;

import static tollgate.sandbox.webmoney.WmXml.tag;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tollgate.sandbox.Fault;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Strikes;
import tollgate.sandbox.webmoney.WmPayment.Stage;

/** X14: money back to where it came from, by purse or to the phone (§9). */
final class MoneybackApi {

  private static final Duration LIFE = Duration.ofDays(90);
  private static final String MALFORMED = "-100";
  private static final String BAD_SIGN = "-14";
  private static final String BAD_NUMBER = "-1";
  private static final String BAD_AMOUNT = "-7";

  private final SandboxParts parts;
  private final PayRules rules;
  private final WmBook book;
  private final Strikes strikes = new Strikes();

  /** Of each owner: the answers so far by their numbers, which only grow. */
  private final Map<String, Map<Long, String>> answers = new HashMap<>();

  MoneybackApi(SandboxParts parts, PayRules rules, WmBook book) {
    this.parts = parts;
    this.rules = rules;
    this.book = book;
  }

  void mount(Router router) {
    router.post("/asp/XMLTransMoneyback.asp").handler(call -> take(call, true));
    router.post("/asp/XMLTransMoneybackCert.asp").handler(call -> take(call, false));
  }

  private void take(RoutingContext call, boolean isSigned) {
    var asked = WmXml.read(call, "w3s.request");
    if (asked.isEmpty()) {
      WmXml.send(call, refused("0", MALFORMED));
      return;
    }
    var answer = answer(asked.get(), isSigned);
    var number = find(asked.get()).map(kept -> kept.order().no()).orElse("");
    var faults = parts.rules().of("back-" + number, List.of());
    var isHit = !faults.asked().isEmpty() && faults.hits(strikes.next(asked.get().get("reqn")));
    if (isHit && faults.has(Fault.DROP_AFTER)) {
      var _ = call.request().connection().close();
      return;
    }
    if (isHit && faults.has(Fault.ERROR_AFTER)) {
      call.response().setStatusCode((int) faults.value(Fault.ERROR_AFTER)).end();
      return;
    }
    WmXml.send(call, answer);
  }

  /** The number comes first: what was answered once is answered so again, and moves nothing. */
  private synchronized String answer(WmXml asked, boolean isSigned) {
    var number = asked.get("reqn");
    if (!number.matches("[0-9]{1,15}") || rules.ofWmid(asked.get("wmid")).isEmpty()) {
      return refused(number, BAD_NUMBER);
    }
    if (!isBy(asked, isSigned)) return refused(number, BAD_SIGN);

    var known = answers.computeIfAbsent(asked.get("wmid"), _ -> new HashMap<>());
    var reqn = Long.parseLong(number);
    var before = known.get(reqn);
    if (before != null) return before;
    if (known.keySet().stream().anyMatch(other -> other > reqn)) {
      return refused(number, BAD_NUMBER);
    }
    var answer = fresh(asked);
    known.put(reqn, answer);
    return answer;
  }

  private boolean isBy(WmXml asked, boolean isSigned) {
    if (!isSigned) return asked.get("sign").isEmpty();

    var text = asked.get("reqn") + asked.get("inwmtranid") + asked.get("amount");
    return rules.ofWmid(asked.get("wmid")).stream()
        .map(account -> account.keys().signer())
        .anyMatch(
            key -> !key.isEmpty() && WmHash.same(asked.get("sign"), WmHash.ofSandbox(key, text)));
  }

  private Optional<WmPayment> find(WmXml asked) {
    var transfer = asked.get("inwmtranid");
    return book
        .memory()
        .latest(
            kept ->
                kept.state().trans().equals(transfer)
                    && !transfer.isEmpty()
                    && kept.order().account().wmid().equals(asked.get("wmid")),
            1)
        .stream()
        .findFirst();
  }

  private String fresh(WmXml asked) {
    var reqn = asked.get("reqn");
    var found = find(asked);
    if (found.isEmpty()) return refused(reqn, "50");
    if (!asked.get("amount").matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
      return refused(reqn, BAD_AMOUNT);
    }
    var kept = found.get();
    var refusal = refusal(kept, asked);
    return refusal.isEmpty() ? done(kept, asked) : refused(reqn, refusal);
  }

  private String refusal(WmPayment kept, WmXml asked) {
    var faults = parts.rules().of("back-" + kept.order().no(), List.of());
    if (faults.has(Fault.DENY)) return Long.toString(faults.value(Fault.DENY));
    if (kept.stage() == Stage.HELD) return "51";
    if (kept.state().since().plus(LIFE).isBefore(parts.clock().instant())) return "53";

    var phone = asked.get("moneybackphone");
    var paidFrom = kept.payer().map(WmPayer::phone).orElse("");
    if (!phone.isEmpty() && !phone.equals(paidFrom)) return "54";

    var minor = minor(asked);
    return minor < 1 || kept.state().back() + minor > kept.order().minorUnits() ? "52" : "";
  }

  private static long minor(WmXml asked) {
    return new BigDecimal(asked.get("amount")).movePointRight(2).longValueExact();
  }

  private String done(WmPayment kept, WmXml asked) {
    var minor = minor(asked);
    var _ = book.memory().change(kept.id(), it -> it.back(minor));
    book.totals().refunded(minor);
    var payer = kept.payer().orElseThrow();
    var phone = asked.get("moneybackphone");
    var now = WmMessages.time(parts.clock().instant());
    var operation =
        tag("inwmtranid", kept.state().trans())
            + tag("pursesrc", kept.order().account().purse())
            + tag("pursedest", phone.isEmpty() ? payer.purse() : phone)
            + tag("amount", asked.get("amount"))
            + tag("comiss", "0")
            + tag("desc", "Возврат")
            + tag("datecrt", now)
            + tag("dateupd", now);
    var id = kept.state().trans() + strikes.next(kept.id());
    return answer(
        asked.get("reqn"),
        "0",
        "<operation id=\"" + id + "\" ts=\"1\">" + operation + "</operation>");
  }

  private static String refused(String reqn, String retval) {
    return answer(reqn, retval, "");
  }

  private static String answer(String reqn, String retval, String operation) {
    return tag(
        "w3s.response", tag("reqn", reqn) + tag("retval", retval) + tag("retdesc", "") + operation);
  }
}
