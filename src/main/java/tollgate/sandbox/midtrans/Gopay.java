package tollgate.sandbox.midtrans;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import tollgate.sandbox.Action;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Callbacks;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Memory;
import tollgate.sandbox.Memory.Change;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Totals;

/** The life of GoPay transactions at the simulated Midtrans: made, played, told (§11.1). */
final class Gopay {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/json",
          "Accept", "application/json",
          "User-Agent", "Veritrans");

  private static final long EXPIRY_CHECK_MILLIS = 1000;

  private final SandboxParts parts;
  private final Memory<GopayTransaction> memory;
  private final Totals totals = new Totals("IDR");
  private final Callbacks callbacks;
  private final MidtransMessages messages;

  Gopay(SandboxParts parts, MidtransMessages messages) {
    this.parts = parts;
    this.messages = messages;
    this.memory = new Memory<>(parts.options().limits().transactionsMax());
    this.callbacks = parts.callbacks(new MidtransRetries(), MidtransRetries.ANSWER_TIMEOUT_MILLIS);
    parts.timers().every(EXPIRY_CHECK_MILLIS, this::expireWhatIsDue);
  }

  Memory<GopayTransaction> memory() {
    return memory;
  }

  Totals totals() {
    return totals;
  }

  /** Makes a pending transaction; empty if the order id is taken (O1). */
  Optional<GopayTransaction> make(
      GopayTransaction.Order order, MidtransAccount account, List<String> urls, Expiring expiring) {
    var id = order.faults().has(Fault.TOKEN_ID) ? tokenId() : uuid();
    var origin = new GopayTransaction.Origin(account, urls, new AttemptLog());
    var state = new GopayTransaction.State(GopayStatus.PENDING, expiring.now(), expiring.at());
    var gopay = new GopayTransaction(memory.nextNumber(), id, order, origin, state);
    if (!memory.add(gopay, old -> old.status().freesTheOrder())) return Optional.empty();

    totals.made();
    return Optional.of(gopay);
  }

  /** From when to when a transaction lives. */
  record Expiring(Instant now, Instant at) {}

  private static String uuid() {
    return UUID.randomUUID().toString();
  }

  /** The other shape of ids seen in the wild (§3.9). */
  private static String tokenId() {
    var letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    var id = new StringBuilder("A1");
    while (id.length() < 28) {
      id.append(letters.charAt(ThreadLocalRandom.current().nextInt(letters.length())));
    }
    return id.toString();
  }

  /** By the provider's id or by the merchant's order id, within one account (§3.10). */
  Optional<GopayTransaction> find(MidtransAccount account, String id) {
    return memory
        .byId(id)
        .filter(gopay -> gopay.origin().account().merchantId().equals(account.merchantId()))
        .or(() -> memory.byKey(GopayTransaction.key(account, id)));
  }

  /** By either id, whosever it is: for pages and the oracle. */
  Optional<GopayTransaction> find(String id) {
    return parts.options().accounts(MidtransAccount.class).stream()
        .flatMap(account -> find(account, id).stream())
        .findFirst();
  }

  /** Tells that it was made, and lets a customer who plays by himself begin. */
  Future<Void> begin(GopayTransaction gopay) {
    var faults = gopay.order().faults();
    parts.play(
        faults.autoplay(gopay.origin().account().autoplay()), action -> play(gopay.id(), action));
    return faults.has(Fault.REORDER) ? Future.succeededFuture() : tell(gopay);
  }

  /** The customer does something; empty if the transaction is not known. */
  Optional<Change<GopayTransaction>> play(String id, Action action) {
    return memory
        .byId(id)
        .map(gopay -> gopay.order().magic().outcome(action))
        .flatMap(outcome ->
            switch (outcome) {
              case PAID -> change(id, gopay -> settle(gopay, action == Action.QR));
              case DECLINED -> change(id, gopay -> gopay.ended(GopayStatus.DENY));
              case CANCELLED -> change(id, gopay -> gopay.ended(GopayStatus.CANCEL));
              case TIMED_OUT -> change(id, gopay -> gopay.ended(GopayStatus.EXPIRE));
              case NOTHING -> change(id, gopay -> gopay);
            });
  }

  /** Too late is too late, though the expiry job may not have come round yet (12.6). */
  private GopayTransaction settle(GopayTransaction gopay, boolean byQris) {
    var now = parts.clock().instant();
    if (!now.isBefore(gopay.state().expiresAt())) return gopay.ended(GopayStatus.EXPIRE);

    return gopay.settled(now, byQris);
  }

  /** Ends a pending transaction; empty if it is not known. */
  Optional<Change<GopayTransaction>> end(String id, GopayStatus status) {
    return change(id, gopay -> gopay.ended(status));
  }

  private Optional<Change<GopayTransaction>> change(
      String id, UnaryOperator<GopayTransaction> step) {
    var change = memory.change(id, step);
    change.filter(Change::happened).ifPresent(this::tellTheEnd);
    return change;
  }

  private void tellTheEnd(Change<GopayTransaction> change) {
    var gopay = change.after();
    if (gopay.status() == GopayStatus.SETTLEMENT) totals.taken(gopay.order().minorUnits());

    var told = tell(gopay);
    if (gopay.order().faults().has(Fault.REORDER)) told.onSuccess(_ -> tell(change.before()));
  }

  /** Sends the notifications of a state; the result succeeds after their first attempts. */
  Future<Void> tell(GopayTransaction gopay) {
    return tell(gopay, gopay.order().faults());
  }

  /** The same with other faults than those of the payment. */
  Future<Void> tell(GopayTransaction gopay, Faults faults) {
    var sent = new ArrayList<Future<Void>>();
    for (var url : gopay.origin().notificationUrls()) {
      var callback =
          new Callback(
              url,
              gopay.status().word(),
              HEADERS,
              spoil -> messages.notification(gopay, spoil),
              gopay.origin().attempts());
      sent.add(callbacks.send(callback, faults));
    }
    return Future.all(sent).mapEmpty();
  }

  private void expireWhatIsDue() {
    var now = parts.clock().instant();
    for (var gopay : memory.open()) {
      if (!now.isBefore(gopay.state().expiresAt())) end(gopay.id(), GopayStatus.EXPIRE);
    }
  }
}
