package tollgate.engine;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tollgate.data.Completed;
import tollgate.data.Completed.Charge;
import tollgate.data.OperationType;
import tollgate.data.Scope;
import tollgate.ledger.Account;
import tollgate.money.Money;

/** The register of a {@link MemoryStore}: what its journal says has ended. */
final class MemoryRegister implements Register {

  private static final Comparator<Completed> ORDER =
      Comparator.comparing(Completed::at).thenComparingLong(each -> each.id().operation());

  private final MemoryTables tables;

  MemoryRegister(MemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Future<List<Completed>> newest(Scope scope, int skipped, int rowsMax) {
    return tables.commit(
        () -> in(scope).sorted(ORDER.reversed()).skip(skipped).limit(rowsMax).toList());
  }

  @Override
  public Future<List<Completed>> after(Scope scope, Scope.Place place, int rowsMax) {
    return tables.commit(
        () -> in(scope).sorted(ORDER).filter(each -> isAfter(each, place)).limit(rowsMax).toList());
  }

  private static boolean isAfter(Completed each, Scope.Place place) {
    return Comparator.comparing(Scope.Place::at)
            .thenComparingLong(Scope.Place::operation)
            .compare(Scope.Place.of(each), place)
        > 0;
  }

  private Stream<Completed> in(Scope scope) {
    return all().stream()
        .filter(each -> scope.projects().contains(each.id().project()))
        .filter(each -> scope.types().contains(each.type()))
        .filter(each -> !each.at().isBefore(scope.from()) && each.at().isBefore(scope.to()));
  }

  private List<Completed> all() {
    var all = new ArrayList<Completed>();
    for (var committed : tables.journal) {
      var before = committed.change().before();
      var after = committed.change().after();
      var now = tables.payments.get(after.id()).payment();
      if ((before == null || before.payment().isOpen()) && !after.isOpen()) {
        all.add(new Completed(now, null, after.changedAt(), null));
      }
      for (var refund : after.refunds()) {
        var old = before == null ? null : before.payment().refund(refund.operation());
        if (refund.isInFlight() || (old != null && !old.isInFlight())) continue;

        all.add(new Completed(now, now.refund(refund.operation()), refund.changedAt(), null));
      }
    }
    return all;
  }

  @Override
  public Future<List<Completed>> ofPayment(long project, String paymentId) {
    return tables.commit(() ->
        all().stream()
            .filter(each -> each.id().project() == project)
            .filter(each -> each.payment().terms().paymentId().equals(paymentId))
            .sorted(Comparator.comparingLong(each -> each.id().operation()))
            .toList());
  }

  @Override
  public Future<List<Completed>> charged(List<Completed> completed) {
    return tables.commit(() ->
        completed.stream().map(each -> each.isSuccess() ? each.with(charge(each)) : each).toList());
  }

  private Charge charge(Completed completed) {
    var currency = completed.amount().currency();
    long fee = 0;
    long in = 0;
    long out = 0;
    for (var posting : tables.book.postings()) {
      if (posting.cause().operation() != completed.id().operation()) continue;
      var minor = posting.amount().minor();
      var isFee = posting.credit() instanceof Account.Fees;
      if (isFee) fee += minor;
      if (isOurs(posting.credit())) in += minor;
      if (isOurs(posting.debit()) && (isFee || completed.type() != OperationType.SALE)) {
        out += minor;
      }
    }
    var net = completed.type() == OperationType.SALE ? in - out : out - in;
    return new Charge(new Money(fee, currency), net);
  }

  /** The company's, or of one of its wallets. */
  private static boolean isOurs(Account account) {
    return account instanceof Account.Merchant || account instanceof Account.Wallet;
  }

  @Override
  public Future<List<Balance>> balances(List<Long> projects) {
    return tables.commit(() ->
        tables.book.balances().entrySet().stream()
            .filter(each -> each.getKey() instanceof Account.Merchant)
            .filter(each -> projects.contains(each.getKey().project()))
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<Account, Money> each) -> each.getKey().project())
                    .thenComparing(each -> each.getValue().code()))
            .map(each -> new Balance(each.getKey().project(), each.getValue()))
            .toList());
  }
}
