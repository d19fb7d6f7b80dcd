package tollgate.tenant;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody we serve and every gateway they go through, as it was when this was read. */
public record Tenants(
    Map<String, SettlementCentre> centres,
    Map<Long, Project> projects,
    Map<Long, Gateway> gateways) {

  /** Nobody yet. */
  public static final Tenants NONE = new Tenants(Map.of(), Map.of());

  public Tenants {
    centres = Map.copyOf(centres);
    projects = Map.copyOf(projects);
    gateways = Map.copyOf(gateways);
  }

  /** Of centres that do not matter. */
  public Tenants(Map<Long, Project> projects, Map<Long, Gateway> gateways) {
    this(Map.of(), projects, gateways);
  }

  public @Nullable Project project(long id) {
    return projects.get(id);
  }

  public @Nullable Gateway gateway(long number) {
    return gateways.get(number);
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
