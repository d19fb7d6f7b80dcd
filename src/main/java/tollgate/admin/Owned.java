package tollgate.admin;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tollgate.config.Directory;
import tollgate.payment.Payment;
import tollgate.tenant.Gateway;
import tollgate.tenant.SettlementCentre;

/**
 * What an address names by centre and number, if it belongs to that centre: of another centre's
 * projects and gateways nobody learns here that they are there.
 */
record Owned(Directory directory) {

  /** Empty when the centre has no such project. */
  OptionalLong project(RoutingContext ctx) {
    var centre = centre(ctx);
    var project = number(ctx, "id");
    return centre != null && project.isPresent() && centre.projects().contains(project.getAsLong())
        ? project
        : OptionalLong.empty();
  }

  /** An operation of such a project, whether there is one of that number or not; null otherwise. */
  Payment.@Nullable Id operation(RoutingContext ctx) {
    var project = project(ctx);
    var operation = number(ctx, "operation");
    if (project.isEmpty() || operation.isEmpty()) return null;

    return new Payment.Id(project.getAsLong(), operation.getAsLong());
  }

  /** Null when the centre has no such gateway. */
  @Nullable Gateway gateway(RoutingContext ctx) {
    var centre = centre(ctx);
    var number = number(ctx, "id");
    return centre != null && number.isPresent() && centre.gateways().contains(number.getAsLong())
        ? directory.get().gateway(number.getAsLong())
        : null;
  }

  /** All gateways of the centre by their numbers; none where there is no such centre. */
  List<Gateway> gateways(RoutingContext ctx) {
    var centre = centre(ctx);
    return centre == null
        ? List.of()
        : centre.gateways().stream()
            .sorted()
            .map(directory.get()::gateway)
            .filter(Objects::nonNull)
            .toList();
  }

  private @Nullable SettlementCentre centre(RoutingContext ctx) {
    return directory.get().centres().get(String.valueOf(ctx.pathParam("centre")));
  }

  private static OptionalLong number(RoutingContext ctx, String name) {
    var text = String.valueOf(ctx.pathParam(name));
    return Asked.NUMBER.matcher(text).matches()
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
