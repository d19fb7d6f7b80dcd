package tollgate.simulation.dialect;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tollgate.payment.Payment;

/** All providers there are, and one that there is not. */
public final class Dialects {

  public static final List<Dialect> ALL =
      List.of(
          new PlainDialect(),
          new MidtransDialect(),
          new RobokassaDialect(),
          KassaDialect.mykassa(),
          KassaDialect.freekassa(),
          YoomoneyDialect.proving(),
          YoomoneyDialect.ringing(),
          new TouchnGoDialect(),
          new QiwiDialect(),
          new PaymasterDialect(),
          new Paymaster2Dialect(),
          new WebMoneyDialect(),
          new YookassaDialect());

  private static final Map<Long, Dialect> BY_GATEWAY = new TreeMap<>();

  static {
    for (var dialect : ALL) BY_GATEWAY.put(dialect.gateway().number(), dialect);
  }

  private Dialects() {}

  /** That of the provider through which the payment goes. */
  public static Dialect of(Payment payment) {
    return Objects.requireNonNull(
        BY_GATEWAY.get(payment.terms().gateway()), () -> "no provider of " + payment);
  }
}
