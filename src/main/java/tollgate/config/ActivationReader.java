package tollgate.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tollgate.config.Centre.GatewayEntry;
import tollgate.config.Centre.MethodEntry;
import tollgate.config.Centre.ProjectEntry;
import tollgate.config.TermsReader.Complaints;
import tollgate.payment.Timetable;
import tollgate.provider.Providers;
import tollgate.tenant.Activation;
import tollgate.tenant.Gateway;
import tollgate.tenant.Method;
import tollgate.tenant.Purpose;
import tollgate.tenant.Tariff;

/** Reads activations, and holds each against the conditions under which it may be. */
final class ActivationReader {

  private final Providers providers;
  private final TermsReader terms;
  private final Complaints complaints;

  /** A gateway, and how it was written. */
  record Through(Gateway gateway, GatewayEntry entry) {}

  ActivationReader(Providers providers, TermsReader terms, Complaints complaints) {
    this.providers = providers;
    this.terms = terms;
    this.complaints = complaints;
  }

  @Nullable Activation read(MethodEntry entry, Method method, Through through, String path) {
    var gateway = through.gateway();
    var provider = providers.named(gateway.provider());
    if (provider != null && !provider.methods().contains(method)) {
      complaints.add(path + ".gateway", gateway.provider() + " does not offer " + method.code());
    } else if (provider != null) {
      var why = provider.refuses(method, gateway);
      why.ifPresent(rule -> complaints.add(path + ".gateway", rule));
    }
    var base = entry.base() == null ? through.entry().baseTime() : entry.base();
    var limit = entry.limit() == null ? through.entry().limitTime() : entry.limit();
    if (base == null) complaints.add(path + ".base", "is missing");
    if (limit == null) complaints.add(path + ".limit", "is missing");
    if (base == null || limit == null) return null;

    checkTimes(base, limit, path);
    return new Activation(method, gateway, seconds(base), seconds(limit), terms.of(entry, path));
  }

  /**
   * What only shows when method, gateway and project meet. A method that only tops up wallets needs
   * wallets, and an account of the company's own: the money in it is what the company owes them.
   */
  void checkConditions(Activation activation, long project, ProjectEntry entry, String path) {
    var method = activation.method();
    var gateway = activation.gateway().terms();
    if (method.topUpOnly() && !entry.wallets()) {
      complaints.add(path, "only tops up wallets, and wallets are off");
    }
    if (method.topUpOnly() && !gateway.purposes().contains(Purpose.TOP_UP)) {
      complaints.add(path + ".gateway", "only tops up wallets, and the gateway is not for that");
    }
    if (method.topUpOnly() && (gateway.company() == null || gateway.company() != project)) {
      complaints.add(
          path + ".gateway",
          "only tops up wallets: the gateway must be an account of the project's own (company: "
              + project
              + ")");
    }
    checkMoney(activation, path);
  }

  private void checkMoney(Activation activation, String path) {
    var method = activation.method();
    var chargesIn = activation.gateway().terms().chargesIn();
    if (chargesIn != null && !chargesIn.equals(method.currency())) {
      complaints.add(
          path + ".gateway", "charges in " + chargesIn + ", the method in " + method.currency());
    }
    if (activation.bounds(method.currency()).isEmpty()) {
      complaints.add(path + ".limits", "leave no amount that method and gateway allow too");
    }
    var given = activation.gateway().terms().tariffs();
    var own = activation.terms().tariffs();
    var isForOthersOnly = !given.isEmpty() && !given.containsKey(method.currency());
    if (isForOthersOnly && !own.containsKey(method.currency())) {
      complaints.add(
          path + ".tariffs", "the gateway has tariffs, but none in " + method.currency());
    }
    if (!fits(activation.tariff(method.currency()), method.step())) {
      complaints.add(
          path + ".tariffs",
          "least and most must be multiples of " + method.step() + " minor units");
    }
  }

  /** Else the one rounding could lift a commission over its most. */
  private static boolean fits(Tariff tariff, long step) {
    var most = tariff.most();
    return tariff.least().minor() % step == 0 && (most == null || most.minor() % step == 0);
  }

  private void checkTimes(Duration base, Duration limit, String path) {
    if (limit.toSeconds() < Timetable.LIMIT_MIN || limit.toSeconds() > Timetable.LIMIT_MAX) {
      complaints.add(path + ".limit", "must be " + Timetable.LIMIT_MIN + "s to 7d");
    }
    if (base.toSeconds() < 1 || base.compareTo(limit) >= 0) {
      complaints.add(path + ".base", "must be 1s at least and less than the limit");
    }
    if (limit.toMillisPart() != 0 || base.toMillisPart() != 0) {
      complaints.add(path, "times must be whole seconds");
    }
  }

  private static int seconds(Duration time) {
    return (int) Math.min(Integer.MAX_VALUE, time.toSeconds());
  }
}
