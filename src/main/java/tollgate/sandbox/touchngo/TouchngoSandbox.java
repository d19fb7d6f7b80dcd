package tollgate.sandbox.touchngo;

import io.vertx.ext.web.Router;
import java.util.Optional;
import tollgate.sandbox.Action;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Memory;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Simulated;
import tollgate.sandbox.Totals;

/**
 * The simulated provider of Touch'n Go, whole: its pay page, its payouts and its calls for
 * merchants.
 */
public final class TouchngoSandbox implements Simulated {

  private final TouchngoBook book;
  private final Touchngo touchngo;
  private final Payouts payouts;
  private final MerchantApi api;
  private final PayoutApi payoutApi;
  private final PayPages pages;
  private final PayoutPages payoutPages;

  /** {@code base} is the address under which it is mounted. */
  public TouchngoSandbox(SandboxParts parts, String base) {
    var accounts = new Accounts(parts.options().accounts(TouchngoAccount.class));
    var door = new MerchantDoor(accounts);
    this.book = new TouchngoBook(parts);
    this.touchngo = new Touchngo(parts, book);
    this.payouts = new Payouts(parts, book);
    this.api = new MerchantApi(door, touchngo);
    this.payoutApi = new PayoutApi(parts, door, payouts);
    this.pages = new PayPages(parts, accounts, touchngo, base);
    this.payoutPages = new PayoutPages(payouts, base);
  }

  @Override
  public void mount(Router router) {
    api.mount(router);
    payoutApi.mount(router);
    pages.mount(router);
    payoutPages.mount(router);
  }

  @Override
  public Optional<? extends Kept> find(String id) {
    return book.find(id);
  }

  @Override
  public Optional<? extends Memory.Change<? extends Kept>> play(String id, Action action) {
    return book.find(id)
        .flatMap(kept ->
            switch (kept.order().kind()) {
              case SALE -> touchngo.play(kept.id(), action);
              case PAYOUT -> payouts.play(kept.id(), action);
            })
        .map(Played::change);
  }

  @Override
  public Memory<? extends Kept> memory() {
    return book.memory();
  }

  @Override
  public Totals totals() {
    return book.totals();
  }
}
