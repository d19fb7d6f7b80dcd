package tollgate.engine;

import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.THEIRS;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import tollgate.gate.Webhook;
import tollgate.payment.Decision.Proposal;
import tollgate.payment.Decision.Step;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.Sales;

/** What all contract suites stand on: a store, a project of their own, and steps as changes. */
public abstract class ContractGround {

  /** Enough for all that other tests may have left lying in the same database. */
  protected static final int ALL = 1000;

  protected StoreUnderTest store;
  protected long project;

  /** The store that the suite is run on; asked once a test. */
  static final AfterCommit ROOMY = new AfterCommit(ContractGround::written, _ -> {});

  protected abstract StoreUnderTest store();

  @BeforeEach
  final void ground() {
    store = store();
    project = store.newProject();
  }

  protected final Payment.Id newId() {
    return new Payment.Id(project, await(store.ids().next()));
  }

  /** A new payment, kept. */
  protected final Stored opened(Sales sale) {
    var step = sale.open(newId());
    await(store.payments().add(List.of(opening(step))));
    return loaded(step.payment().id());
  }

  protected final Stored loaded(Payment.Id id) {
    return await(store.payments().load(List.of(id))).get(id);
  }

  /** What this event makes of the payment, with what it was when it was read. */
  protected static Change change(Stored before, PaymentEvent event) {
    return change(before, event, List.of());
  }

  protected static Change change(Stored before, PaymentEvent event, List<Duty> done) {
    return change(before, event, done, ROOMY.performer());
  }

  static Change change(Stored before, PaymentEvent event, List<Duty> done, Performer performer) {
    var step = (Step) before.payment().apply(event, AT);
    var afterCommit = new AfterCommit(ContractGround::written, performer);
    return afterCommit.change(before, List.of(step), List.of(), done);
  }

  protected static Change opening(Proposal proposal) {
    return ROOMY.opening(List.of((Step) proposal));
  }

  protected final Set<Payment.Id> save(Change... changes) {
    return await(store.payments().save(List.of(changes)));
  }

  protected static SaleApproved approved(Stored stored) {
    return new SaleApproved(stored.payment().terms().amount(), THEIRS);
  }

  /** What can be claimed now and belongs to this test. */
  protected final List<Duty> claimed() {
    return await(store.outbox().claim(ALL)).stream()
        .filter(duty -> duty.payment().id().project() == project)
        .toList();
  }

  /** What is due now and belongs to this test. */
  protected final List<Timers.Due> due() {
    return await(store.timers().due(ALL)).stream()
        .filter(due -> due.payment().project() == project)
        .toList();
  }

  static Webhook written(Payment payment, Payment.Id operation, Effect effect) {
    var body = ("{\"" + effect + "\":" + operation.operation() + "}");
    return new Webhook(
        operation,
        effect,
        "https://shop.example/hook",
        body.getBytes(StandardCharsets.UTF_8),
        payment.terms().details().webhooks().delaySeconds());
  }
}
