package tollgate.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import tollgate.engine.Payments;
import tollgate.engine.Wallets;
import tollgate.engine.Wallets.Page;
import tollgate.engine.Wallets.Wallet;
import tollgate.money.Money;
import tollgate.payment.Code;

/** The customers' wallets for merchants' programs: wallet-api.md. Money moves by sales alone. */
final class WalletRoutes {

  private static final int LIMIT_DEFAULT = 10;
  private static final int LIMIT_MAX = 100;

  private final Wallets wallets;
  private final Payments payments;

  WalletRoutes(Wallets wallets, Payments payments) {
    this.wallets = wallets;
    this.payments = payments;
  }

  void mount(Router router, GateDoor door) {
    door.mount(router, Endpoint.WALLET_OPEN, this::open);
    door.mount(router, Endpoint.WALLET_GET, this::get);
    door.mount(router, Endpoint.WALLET_HISTORY, this::history);
    door.mount(router, Endpoint.WALLET_RECEIPT, this::receipt);
  }

  private Future<GateAnswer> open(GateRequest request) {
    var fields = request.fields();
    var customer = fields.in("customer").required("id", Rule.CUSTOMER_ID);
    fields.check();
    checkAllowed(request);

    return wallets
        .open(request.project().id(), customer)
        .compose(wallet -> withBalances(request, wallet));
  }

  private Future<GateAnswer> get(GateRequest request) {
    var fields = request.fields();
    var number = fields.in("wallet").optional("account_id", Rule.ACCOUNT);
    var customer = fields.in("customer").optional("id", Rule.CUSTOMER_ID);
    if (number == null && customer == null) {
      fields.in("wallet").bad("account_id", Code.FIELD_MISSING, "or customer.id is required");
    }
    fields.check();
    checkAllowed(request);

    var project = request.project().id();
    var found =
        number != null
            ? wallets.find(project, number)
            : wallets.findByCustomer(project, String.valueOf(customer));
    return there(found).compose(wallet -> withBalances(request, wallet));
  }

  private Future<GateAnswer> history(GateRequest request) {
    var fields = request.fields();
    var number = fields.in("wallet").required("account_id", Rule.ACCOUNT);
    var currency = fields.in("wallet").optional("currency", Rule.CURRENCY);
    var page = fields.in("page");
    int limit = (int) page.optional("limit", LIMIT_DEFAULT, 1, LIMIT_MAX);
    long before = page.optional("before", Long.MAX_VALUE, 1, (1L << 53) - 1);
    fields.check();
    checkAllowed(request);

    var project = request.project().id();
    return there(wallets.find(project, number))
        .compose(wallet ->
            currency != null
                ? Future.succeededFuture(currency)
                : wallets.balances(project, number).map(WalletRoutes::onlyCurrency))
        .compose(code -> page(request, new Page(project, number, code, before, limit)));
  }

  private Future<GateAnswer> page(GateRequest request, Page page) {
    if (page.currency().isEmpty()) {
      return Future.succeededFuture(
          request.signed(WalletBody.history(request.project(), page, List.of())));
    }
    // One more than was asked for tells whether there is a next page.
    var more =
        new Page(page.project(), page.number(), page.currency(), page.before(), page.rowsMax() + 1);
    return wallets
        .history(more)
        .map(entries -> request.signed(WalletBody.history(request.project(), page, entries)));
  }

  private Future<GateAnswer> receipt(GateRequest request) {
    var fields = request.fields();
    var number = fields.in("wallet").required("account_id", Rule.ACCOUNT);
    var paymentId = fields.in("general").required("payment_id", Rule.PAYMENT_ID);
    fields.check();
    checkAllowed(request);

    var project = request.project();
    return there(wallets.receipt(project.id(), number, paymentId))
        .compose(entry ->
            there(payments.find(project.id(), paymentId))
                .map(made -> WalletBody.receipt(project, number, entry, made.payment())))
        .map(request::signed);
  }

  private Future<GateAnswer> withBalances(GateRequest request, Wallet wallet) {
    return wallets
        .balances(wallet.project(), wallet.number())
        .map(balances -> request.signed(WalletBody.wallet(wallet, balances)));
  }

  private static void checkAllowed(GateRequest request) {
    if (request.project().wallets()) return;

    throw GateRefusal.of(403, Code.NOT_ALLOWED_FOR_PROJECT, "the project has no wallets");
  }

  /** Somebody else's is not there either. */
  private static <T> Future<T> there(Future<Optional<T>> found) {
    return found.map(it ->
        it.orElseThrow(() -> GateRefusal.of(404, Code.NOT_FOUND, "the project has no such thing")));
  }

  /** Empty when no money has moved yet. */
  private static String onlyCurrency(List<Money> balances) {
    if (balances.isEmpty()) return "";
    if (balances.size() == 1) return balances.getFirst().code();

    throw GateRefusal.of(
        400,
        Code.FIELD_MISSING,
        "wallet.currency",
        "is required: the wallet has more than one currency");
  }
}
