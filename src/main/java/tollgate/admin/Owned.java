package tollgate.admin;

import io.vertx.ext.web.RoutingContext;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tollgate.config.Directory;
import tollgate.payment.Payment;

/**
 * What an address names by centre and number, if it belongs to that centre: of another centre's
 * projects nobody learns here that they are there.
 */
record Owned(Directory directory) {

  /** Empty when the centre has no such project. */
  OptionalLong project(RoutingContext ctx) {
    var centre = directory.get().centres().get(ctx.pathParam("centre"));
    var id = String.valueOf(ctx.pathParam("id"));
    if (centre == null || !Asked.NUMBER.matcher(id).matches()) return OptionalLong.empty();

    var project = Long.parseLong(id);
    return centre.projects().contains(project) ? OptionalLong.of(project) : OptionalLong.empty();
  }

  /** An operation of such a project, whether there is one of that number or not; null otherwise. */
  Payment.@Nullable Id operation(RoutingContext ctx) {
    var project = project(ctx);
    var operation = String.valueOf(ctx.pathParam("operation"));
    if (project.isEmpty() || !Asked.NUMBER.matcher(operation).matches()) return null;

    return new Payment.Id(project.getAsLong(), Long.parseLong(operation));
  }
}
