package tollgate.tenant;

import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.money.Rate;

/** Everybody we serve and every gateway they go through, as it was when this was read. */
public record Tenants(
    Map<String, SettlementCentre> centres,
    Map<Long, Project> projects,
    Map<Long, Gateway> gateways,
    Map<String, DataToken> dataTokens) {

  /** Nobody yet. */
  public static final Tenants NONE = new Tenants(Map.of(), Map.of());

  public Tenants {
    centres = Map.copyOf(centres);
    projects = Map.copyOf(projects);
    gateways = Map.copyOf(gateways);
    dataTokens = Map.copyOf(dataTokens);
  }

  /** Of centres that do not matter. */
  public Tenants(Map<Long, Project> projects, Map<Long, Gateway> gateways) {
    this(Map.of(), projects, gateways, Map.of());
  }

  public @Nullable Project project(long id) {
    return projects.get(id);
  }

  public @Nullable Gateway gateway(long number) {
    return gateways.get(number);
  }

  /** At which rate a gateway charges in another currency now; null when no rate holds. */
  public @Nullable Rate rate(long gateway, Currency from, Currency to, Instant at) {
    for (var centre : centres.values()) {
      if (centre.gateways().contains(gateway)) return centre.rate(from, to, at);
    }
    return null;
  }

  /**
   * Whose token this is; null when it is nobody's, or switched off. All of them are looked at, each
   * in constant time, so that the answer's time tells nothing of any.
   */
  public @Nullable DataToken dataToken(Secret token) {
    DataToken found = null;
    for (var each : dataTokens.values()) {
      if (each.token().equals(token) && each.on()) found = each;
    }
    return found;
  }

  /**
   * What becomes of money that came too late: as the gateway says, else the project, else it waits.
   */
  public LateSuccess lateSuccess(long project, long gateway) {
    var through = gateways.get(gateway);
    var ofGateway = through == null ? null : through.terms().lateSuccess();
    if (ofGateway != null) return ofGateway;

    var ofProject = projects.get(project);
    return ofProject == null ? LateSuccess.HOLD : ofProject.terms().lateSuccess();
  }
}
