package tollgate.web;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tollgate.money.Money;
import tollgate.money.Rate;
import tollgate.provider.Providers;
import tollgate.provider.midtrans.Midtrans;
import tollgate.provider.touchngo.TouchnGo;
import tollgate.tenant.Activation;
import tollgate.tenant.ActivationTerms;
import tollgate.tenant.Bearer;
import tollgate.tenant.Bounds;
import tollgate.tenant.DataToken;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.LateSuccess;
import tollgate.tenant.Method;
import tollgate.tenant.Network;
import tollgate.tenant.Percent;
import tollgate.tenant.Project;
import tollgate.tenant.ProjectTerms;
import tollgate.tenant.Purpose;
import tollgate.tenant.Quote;
import tollgate.tenant.Secret;
import tollgate.tenant.SettlementCentre;
import tollgate.tenant.Tariff;
import tollgate.tenant.Tenants;

/** Three projects: one with wallets, one without, one that may use private addresses. */
final class TestTenants {

  static final long PROJECT = 210;
  static final long NO_WALLETS = 211;
  static final long PRIVATE = 212;

  /** Sends its requests from another network. */
  static final long ELSEWHERE = 213;

  /** Credits what comes late. */
  static final long LATE = 214;

  /** Its sales cost 2 % and 0.50, each method's in another way: see {@link #bearer}. */
  static final long COSTLY = 215;

  /** Its gateway charges in ringgit whatever its sales are in. */
  static final long ABROAD = 216;

  static final Secret KEY = new Secret("demo-secret-210");
  static final Secret OLD_KEY = new Secret("older-secret-210");

  /** Who may read of two of the projects. */
  static final DataToken DATA =
      new DataToken(
          "demo",
          new Secret("demo-data-token-of-both-taxis1"),
          new Secret("demo-data-key"),
          List.of(PROJECT, NO_WALLETS),
          true);

  private static final DataToken OFF =
      new DataToken(
          "off", new Secret("demo-data-token-switched-off-1"), DATA.key(), List.of(PROJECT), false);

  static final Secret OTHER_KEY = new Secret("demo-secret-211");

  static final Method TOUCHNGO = method("touchngo", "Touchngo Wallet", "MYR", 1, false);
  static final Method TOP_UP = method("taxi", "Taxi top-up", "MYR", 1, true);
  static final Method GOPAY = method("gopay", "GoPay", "IDR", 100, false);

  private static final Gateway GATEWAY =
      new Gateway(
          7, "touchngo", URI.create("https://x.example"), Map.of(), Map.of(), GatewayTerms.USUAL);

  /** The only one through which money of sales goes back. */
  private static final Gateway MIDTRANS =
      new Gateway(
          11, "midtrans", URI.create("https://y.example"), Map.of(), Map.of(), GatewayTerms.USUAL);

  private static final Gateway CONVERTING =
      new Gateway(
          12,
          "midtrans",
          URI.create("https://z.example"),
          Map.of(),
          Map.of(),
          new GatewayTerms(
              true,
              false,
              Set.of(Purpose.values()),
              null,
              Map.of(),
              Map.of(),
              Currency.getInstance("MYR"),
              null));

  /** The dollar's rate holds; the euro's did until yesterday, the pound's does from tomorrow on. */
  private static final SettlementCentre CENTRE =
      new SettlementCentre(
          "kl",
          "Kuala Lumpur",
          "",
          Set.of(12L),
          Set.of(ABROAD),
          List.of(
              quote("USD", "4.7125", null, "2026-03-03T00:00:00Z"),
              quote("EUR", "5.1", null, "2026-03-01T00:00:00Z"),
              quote("GBP", "6", "2026-03-03T00:00:00Z", "2026-04-03T00:00:00Z")));

  private TestTenants() {}

  private static Quote quote(String from, String rate, String since, String until) {
    var pair = Rate.parse(Currency.getInstance(from), Currency.getInstance("MYR"), rate);
    return new Quote(pair, since == null ? null : Instant.parse(since), Instant.parse(until));
  }

  static Providers providers() {
    return new Providers(
        Map.of("touchngo", new TouchnGo(), "midtrans", new Midtrans()),
        Map.of("touchngo", TOUCHNGO, "taxi", TOP_UP, "gopay", GOPAY));
  }

  static Tenants tenants() {
    var all =
        List.of(
            project(PROJECT, List.of(KEY, OLD_KEY), true, TOUCHNGO, TOP_UP),
            project(NO_WALLETS, List.of(OTHER_KEY), false, TOUCHNGO, GOPAY),
            project(PRIVATE, List.of(KEY), true, TOUCHNGO),
            elsewhere(project(ELSEWHERE, List.of(KEY), true, TOUCHNGO)),
            late(project(LATE, List.of(KEY), true, TOUCHNGO)),
            project(COSTLY, List.of(KEY), true, TOUCHNGO, TOP_UP, GOPAY),
            abroad(project(ABROAD, List.of(KEY), true)));
    var projects = new HashMap<Long, Project>();
    for (var project : all) projects.put(project.id(), project);
    return new Tenants(
        Map.of("kl", CENTRE),
        projects,
        Map.of(7L, GATEWAY, 11L, MIDTRANS, 12L, CONVERTING),
        Map.of("demo", DATA, "off", OFF));
  }

  private static Project abroad(Project project) {
    var activation = new Activation(TOUCHNGO, CONVERTING, 120, 172_800);
    return new Project(
        project.id(),
        project.name(),
        project.secrets(),
        project.webhookUrl(),
        project.terms(),
        Map.of("touchngo", activation));
  }

  private static Project elsewhere(Project project) {
    return from(project, List.of(Network.parse("203.0.113.0/24")), LateSuccess.HOLD);
  }

  private static Project late(Project project) {
    return from(project, List.of(), LateSuccess.CREDIT);
  }

  private static Project from(Project project, List<Network> networks, LateSuccess policy) {
    var usual = project.terms();
    var terms =
        new ProjectTerms(
            true,
            usual.wallets(),
            usual.privateUrls(),
            Set.of(),
            networks,
            0,
            policy,
            usual.timeZone());
    return new Project(
        project.id(),
        project.name(),
        project.secrets(),
        project.webhookUrl(),
        terms,
        project.activations());
  }

  static Project project(long id) {
    return Objects.requireNonNull(tenants().project(id));
  }

  private static Project project(long id, List<Secret> keys, boolean wallets, Method... methods) {
    var activations = new HashMap<String, Activation>();
    for (var method : methods) {
      var gateway = method.code().equals("touchngo") ? GATEWAY : MIDTRANS;
      var terms = id == COSTLY ? costing(method) : ActivationTerms.USUAL;
      activations.put(method.code(), new Activation(method, gateway, 120, 172_800, terms));
    }
    var usual =
        ProjectTerms.USUAL
            .withWallets(wallets)
            .withPrivateUrls(id == PRIVATE)
            .withTimeZone(ZoneId.of("Asia/Kuala_Lumpur"));
    return new Project(id, "Taxi " + id, keys, "https://taxi.example/hooks", usual, activations);
  }

  /** Added on top, deducted, or the company's. */
  private static Bearer bearer(Method method) {
    return switch (method.code()) {
      case "touchngo" -> Bearer.PAYER;
      case "taxi" -> Bearer.RECEIVER;
      default -> Bearer.COMPANY;
    };
  }

  private static ActivationTerms costing(Method method) {
    var zero = Money.zero(method.currency());
    var tariff =
        new Tariff(
            Percent.parse("2"), new Money(50, method.currency()), zero, null, bearer(method));
    return new ActivationTerms(true, Map.of(method.currency(), tariff), Map.of());
  }

  private static Method method(
      String code, String title, String currency, long step, boolean topUpOnly) {
    return new Method(
        code,
        code + "_wallet",
        title,
        Currency.getInstance(currency),
        100,
        3_000_000,
        step,
        topUpOnly,
        code.equals("touchngo") ? new Bounds(500, 2_000_000) : null);
  }
}
