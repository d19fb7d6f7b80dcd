package tollgate.web;

import java.util.List;
import tollgate.engine.Wallets.Entry;
import tollgate.engine.Wallets.Page;
import tollgate.engine.Wallets.Wallet;
import tollgate.gate.GateTime;
import tollgate.gate.PaymentBody;
import tollgate.json.Json;
import tollgate.json.ObjBuilder;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.tenant.Project;

/** What a merchant's program is told of a wallet, not yet signed: wallet-api.md. */
final class WalletBody {

  private WalletBody() {}

  static Json.Obj wallet(Wallet wallet, List<Money> balances) {
    var shown =
        Json.object()
            .put("account_id", wallet.number())
            .put("customer_id", wallet.customer())
            .put("opened_at", GateTime.of(wallet.openedAt()))
            .put("balances", Json.array(balances.stream().map(WalletBody::sum).toList()));
    return Json.object().put("project_id", wallet.project()).put("wallet", shown).build();
  }

  /** {@code entries}: one more than the page has room for when there is a next page. */
  static Json.Obj history(Project project, Page page, List<Entry> entries) {
    var shown = entries.subList(0, Math.min(page.rowsMax(), entries.size()));
    var wallet = Json.object().put("account_id", page.number());
    if (!page.currency().isEmpty()) wallet.put("currency", page.currency());
    var body =
        Json.object()
            .put("project_id", page.project())
            .put("wallet", wallet)
            .put("entries", Json.array(shown.stream().map(it -> entry(project, it)).toList()));
    if (entries.size() > shown.size()) body.put("next", shown.getLast().id());
    return body.build();
  }

  /** {@code payment}: the one that made the entry, of which the provider may know who paid. */
  static Json.Obj receipt(Project project, String number, Entry entry, Payment payment) {
    var body =
        Json.object()
            .put("project_id", project.id())
            .put("wallet", Json.object().put("account_id", number))
            .put("entry", entry(project, entry));
    var payer = PaymentBody.payer(payment);
    if (payer != null) body.put("account", payer);
    return body.build();
  }

  private static Json.Obj entry(Project project, Entry entry) {
    var payment =
        Json.object()
            .put("id", entry.paymentId())
            .put("operation_id", entry.operation())
            .put("method", PaymentBody.methodTitle(project, entry.method()));
    return Json.object()
        .put("entry_id", entry.id())
        .put("amount", entry.amount().minor())
        .put("balance_after", entry.balanceAfter().minor())
        .put("currency", entry.amount().code())
        .put("date", GateTime.of(entry.at()))
        .put("payment", payment)
        .build();
  }

  private static Json.Obj sum(Money money) {
    ObjBuilder sum = Json.object().put("currency", money.code()).put("amount", money.minor());
    return sum.build();
  }
}
