package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.payment.Code;
import tollgate.tenant.LateSuccess;
import tollgate.tenant.Network;
import tollgate.tenant.Project;
import tollgate.tenant.ProjectTerms;
import tollgate.tenant.Secret;

class GatekeeperTest {

  private static final List<Network> OURS =
      List.of(Network.parse("10.0.0.0/8"), Network.parse("2001:db8::/32"));

  private final AtomicLong now = new AtomicLong(-5);
  private final Gatekeeper keeper = new Gatekeeper(new Origin(OURS), now::get);

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # peer       | X-Forwarded-For                     | comes from
          192.0.2.1    |                                     | 192.0.2.1
          192.0.2.1    | 203.0.113.7                         | 192.0.2.1
          10.0.0.1     |                                     | 10.0.0.1
          10.0.0.1     | 203.0.113.7                         | 203.0.113.7
          10.0.0.1     | 198.51.100.9, 203.0.113.7           | 203.0.113.7
          10.0.0.1     | 198.51.100.9, 203.0.113.7, 10.1.1.1 | 203.0.113.7
          2001:db8::5  | 203.0.113.7                         | 203.0.113.7
          10.0.0.1     | 10.0.0.2                            | 10.0.0.1
          10.0.0.1     | not an address                      | not an address
          """)
  void onlyOurOwnProxiesAreBelieved(String peer, String forwarded, String from) {
    assertThat(new Origin(OURS).of(peer, forwarded)).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource({"203.0.113.7, true", "203.0.114.7, false", "nonsense, false"})
  void aProjectMayNameWhereItsRequestsComeFrom(String address, boolean admitted) {
    var project = project(List.of(Network.parse("203.0.113.0/24")), 0);

    if (admitted) {
      keeper.admit(project, address);
    } else {
      assertThatThrownBy(() -> keeper.admit(project, address))
          .isInstanceOfSatisfying(
              GateRefusal.class,
              refusal -> {
                assertThat(refusal.status()).isEqualTo(403);
                assertThat(refusal.mistakes().getFirst().code()).isEqualTo(Code.ACCESS_DENIED);
              });
    }
  }

  @Test
  void soManyASecondAndNoMore() {
    assertThat(admitted(10)).isEqualTo(4);
    now.addAndGet(500_000_000);
    assertThat(admitted(10)).isEqualTo(2);
    now.addAndGet(60_000_000_000L);
    assertThat(admitted(10)).isEqualTo(4);
  }

  @Test
  void eachProjectHasItsOwnAllowance() {
    admitted(10);

    keeper.admit(
        new Project(211, "b", secrets(), "https://x", terms(List.of(), 4), Map.of()), "1.1.1.1");
  }

  @Test
  void aHigherLimitCountsAtOnce() {
    admitted(10);

    keeper.admit(project(List.of(), 5), "1.1.1.1");
  }

  private int admitted(int requests) {
    int admitted = 0;
    for (int i = 0; i < requests; i++) {
      try {
        keeper.admit(project(List.of(), 4), "192.0.2.1");
        admitted++;
      } catch (GateRefusal tooMany) {
        assertThat(tooMany.status()).isEqualTo(429);
      }
    }
    return admitted;
  }

  private static Project project(List<Network> networks, int perSecond) {
    return new Project(210, "a", secrets(), "https://x", terms(networks, perSecond), Map.of());
  }

  private static List<Secret> secrets() {
    return List.of(TestTenants.KEY);
  }

  private static ProjectTerms terms(List<Network> networks, int perSecond) {
    return new ProjectTerms(
        true, true, false, Set.of(), networks, perSecond, LateSuccess.HOLD, ZoneOffset.UTC);
  }
}
