package tollgate.sandbox.webmoney;

import io.vertx.ext.web.Router;
import java.util.Optional;
import tollgate.sandbox.Action;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Memory;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Simulated;
import tollgate.sandbox.Totals;

/** The simulated WebMoney, whole. */
public final class WebmoneySandbox implements Simulated {

  private final SandboxParts parts;
  private final WmBook book;
  private final Keeper keeper;
  private final PayPages pages;
  private final PhonePages phonePages;
  private final TransGetApi transGet;
  private final MoneybackApi moneyback;

  /** {@code base} is the address under which it is mounted. */
  public WebmoneySandbox(SandboxParts parts, String base) {
    this.parts = parts;
    var rules = new PayRules(parts.options().accounts(WebmoneyAccount.class));
    var phones = new Phones();
    this.book = new WmBook(parts);
    this.keeper = new Keeper(parts, book, phones);
    this.pages = new PayPages(parts, rules, book, keeper, new PayViews(base));
    this.phonePages = new PhonePages(phones);
    this.transGet = new TransGetApi(rules, book);
    this.moneyback = new MoneybackApi(parts, rules, book);
  }

  @Override
  public void mount(Router router) {
    pages.mount(router);
    phonePages.mount(router);
    transGet.mount(router);
    moneyback.mount(router);
  }

  /** By its id, by the shop's number, whosever it is, or by the number of the transfer. */
  @Override
  public Optional<WmPayment> find(String id) {
    return book.memory()
        .find(
            id,
            parts.options().accounts(WebmoneyAccount.class),
            account -> WmPayment.key(account, id));
  }

  /** The shop is asked meanwhile, so what comes of it shows a moment later. */
  @Override
  public Optional<? extends Memory.Change<? extends Kept>> play(String id, Action action) {
    var found = find(id);
    found.filter(WmPayment::isOpen).ifPresent(kept -> keeper.play(kept, action));
    return found.flatMap(kept -> book.memory().change(kept.id(), same -> same));
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
