package tollgate.tenant;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;

/** What method, gateway, activation and project say together. */
class TermsTest {

  private static final Currency MYR = Currency.getInstance("MYR");
  private static final Currency IDR = Currency.getInstance("IDR");
  private static final Method METHOD =
      new Method("touchngo", "touchngo_wallet", "Touchngo", MYR, 100, 3_000_000, 1, false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # gateway     | own       | together
                        |           | 100-3000000
          500-2000000   |           | 500-2000000
          1-9000000     |           | 100-3000000
          500-2000000   | 1-1000    | 500-1000
                        | 200-200   | 200-200
          1-99          |           |
          500-1000      | 1-499     |
          """)
  void theNarrowestBoundsCount(
      @Nullable String gateway, @Nullable String own, @Nullable String together) {
    var activation = activation(true, true, bounds(gateway), bounds(own));

    assertThat(activation.bounds(MYR).map(each -> each.min() + "-" + each.max()).orElse(null))
        .isEqualTo(together);
    assertThat(activation.bounds(IDR)).contains(Bounds.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, true, true",
    "false, true, true, false",
    "true, false, true, false",
    "true, true, false, false"
  })
  void whatIsSwitchedOffOffersNothingNewAndIsStillKnown(
      boolean project, boolean gateway, boolean method, boolean offered) {
    var activation = activation(gateway, method, Map.of(), Map.of());
    var terms =
        new ProjectTerms(project, false, false, Set.of(), List.of(), 0, LateSuccess.HOLD, UTC);
    var all = project(terms, Map.of("touchngo", activation));

    assertThat(all.offer("touchngo") != null).isEqualTo(offered);
    assertThat(all.activation("touchngo")).isEqualTo(activation);
    assertThat(all.offer("gopay")).isNull();
  }

  @Test
  void theTariffOfTheActivationGoesOverThatOfTheGateway() {
    var ofGateway = tariff("2");
    var own = tariff("1");
    var usual = GatewayTerms.USUAL;
    var terms =
        new GatewayTerms(
            true, false, usual.purposes(), null, Map.of(MYR, ofGateway), Map.of(), null, null);

    var plain = new Activation(METHOD, gateway(terms), 1, 5);
    var special =
        new Activation(
            METHOD, gateway(terms), 1, 5, new ActivationTerms(true, Map.of(MYR, own), Map.of()));

    assertThat(plain.commission(Money.of(1000, "MYR")).fee()).isEqualTo(Money.of(20, "MYR"));
    assertThat(special.commission(Money.of(1000, "MYR")).fee()).isEqualTo(Money.of(10, "MYR"));
    assertThat(plain.commission(Money.of(1000, "IDR")).fee()).isEqualTo(Money.of(0, "IDR"));
  }

  @ParameterizedTest
  @CsvSource({"HOLD, , HOLD", "CREDIT, , CREDIT", "CREDIT, HOLD, HOLD", "HOLD, REFUND, REFUND"})
  void theGatewaysPolicyGoesOverTheProjects(
      LateSuccess project, @Nullable LateSuccess gateway, LateSuccess counts) {
    var usual = GatewayTerms.USUAL;
    var through =
        gateway(
            new GatewayTerms(
                true, false, usual.purposes(), null, Map.of(), Map.of(), null, gateway));
    var terms = new ProjectTerms(true, true, false, Set.of(), List.of(), 0, project, UTC);
    var tenants = new Tenants(Map.of(210L, project(terms, Map.of())), Map.of(7L, through));

    assertThat(tenants.lateSuccess(210, 7)).isEqualTo(counts);
    assertThat(tenants.lateSuccess(211, 8)).isEqualTo(LateSuccess.HOLD);
    assertThat(tenants.lateSuccess(210, 8)).isEqualTo(project);
  }

  @Test
  void currenciesAndNetworks() {
    var open = ProjectTerms.USUAL;
    var narrow =
        new ProjectTerms(
            true,
            true,
            false,
            Set.of(MYR),
            List.of(Network.parse("203.0.113.0/24"), Network.parse("::1")),
            5,
            LateSuccess.HOLD,
            UTC);

    assertThat(open.takes(IDR)).isTrue();
    assertThat(open.admits("whatever")).isTrue();
    assertThat(narrow.takes(MYR)).isTrue();
    assertThat(narrow.takes(IDR)).isFalse();
    assertThat(narrow.admits("203.0.113.9")).isTrue();
    assertThat(narrow.admits("::1")).isTrue();
    assertThat(narrow.admits("198.51.100.1")).isFalse();
    assertThat(narrow.admits("nonsense")).isFalse();
  }

  @Test
  void oneSecretAtLeastAndTwoAtMost() {
    var secret = new Secret("x");

    assertThatThrownBy(() -> withSecrets(List.of())).hasMessageContaining("has no secret");
    assertThat(withSecrets(List.of(secret, secret)).secrets()).hasSize(2);
    assertThatThrownBy(() -> withSecrets(List.of(secret, secret, secret)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Project withSecrets(List<Secret> secrets) {
    return new Project(1, "x", secrets, "", ProjectTerms.USUAL, Map.of());
  }

  private static Project project(ProjectTerms terms, Map<String, Activation> activations) {
    return new Project(210, "Taxi", List.of(new Secret("x")), "", terms, activations);
  }

  private static Activation activation(
      boolean gatewayOn, boolean on, Map<Currency, Bounds> ofGateway, Map<Currency, Bounds> own) {
    var terms =
        new GatewayTerms(
            gatewayOn, false, Set.of(Purpose.PAYMENT), null, Map.of(), ofGateway, null, null);
    return new Activation(METHOD, gateway(terms), 1, 5, new ActivationTerms(on, Map.of(), own));
  }

  private static Gateway gateway(GatewayTerms terms) {
    return new Gateway(7, "acme", URI.create("https://x.example"), Map.of(), Map.of(), terms);
  }

  private static Tariff tariff(String percent) {
    var zero = Money.zero(MYR);
    return new Tariff(Percent.parse(percent), zero, zero, null, Bearer.PAYER);
  }

  private static Map<Currency, Bounds> bounds(@Nullable String text) {
    if (text == null) return Map.of();

    var parts = text.split("-", -1);
    return Map.of(MYR, new Bounds(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
  }
}
