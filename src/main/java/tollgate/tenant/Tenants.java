package tollgate.tenant;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody we serve and every gateway they go through, as it was when this was read. */
public record Tenants(Map<Long, Project> projects, Map<Long, Gateway> gateways) {

  public Tenants {
    projects = Map.copyOf(projects);
    gateways = Map.copyOf(gateways);
  }

  public @Nullable Project project(long id) {
    return projects.get(id);
  }

  public @Nullable Gateway gateway(long number) {
    return gateways.get(number);
  }
}
