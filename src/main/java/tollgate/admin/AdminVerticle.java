package tollgate.admin;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.config.Directory;
import tollgate.config.Kept;
import tollgate.doctor.Doctor;
import tollgate.engine.Debts;
import tollgate.engine.Engine;
import tollgate.engine.Ids;
import tollgate.engine.Outbox;
import tollgate.engine.Payments;
import tollgate.keys.Dice;
import tollgate.provider.Providers;
import tollgate.report.Shelf;

/**
 * The port of those who configure Tollgate. A request without the token learns nothing, not even
 * which addresses there are.
 */
public final class AdminVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(AdminVerticle.class);

  /** What it works with. */
  public record Parts(
      Directory directory,
      Kept kept,
      Dice dice,
      Shelf shelf,
      Engine engine,
      Payments payments,
      Outbox outbox,
      Debts debts,
      Ids operations,
      Providers providers) {

    LateRoutes.Parts late() {
      return new LateRoutes.Parts(engine, payments, operations, providers);
    }

    /** Who may look at payments, and no more. */
    Doctor doctor() {
      return new Doctor(payments, InstantSource.system(), providers);
    }

    DoubtRoutes.Parts doubt() {
      return new DoubtRoutes.Parts(engine, payments, outbox);
    }
  }

  private final AdminOptions options;
  private final Parts parts;
  private final List<Consumer<Router>> extras;
  private final Door door;
  private volatile int port;

  /**
   * {@link IllegalArgumentException} without a token: nobody could come in, or everybody. {@code
   * extras} add routes behind the same token, such as the page on which these are read.
   */
  public AdminVerticle(AdminOptions options, Parts parts, List<Consumer<Router>> extras) {
    if (options.token() == null) throw new IllegalArgumentException("there is no token");

    door = new Door(options.token());
    this.extras = List.copyOf(extras);
    this.options = options;
    this.parts = parts;
  }

  @Override
  public Future<?> start() {
    var http =
        new HttpServerOptions()
            .setIdleTimeout(60)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            .setHttp2ClearTextEnabled(false);
    return vertx
        .createHttpServer(http)
        .requestHandler(router())
        .listen(options.port(), options.host())
        .onSuccess(server -> port = server.actualPort());
  }

  /** Where it listens once it is deployed; the system's choice when 0 was asked for. */
  public int port() {
    return port;
  }

  private Router router() {
    var router = Router.router(vertx);
    router.route().handler(door::admit);
    router.route().handler(body());
    new ThingRoutes(parts.directory()).mount(router);
    new SecretRoutes(parts.directory(), parts.dice()).mount(router);
    new TokenRoutes(parts.directory(), parts.dice()).mount(router);
    new ReportRoutes(parts.directory(), parts.shelf()).mount(router);
    new LateRoutes(parts.directory(), parts.late()).mount(router);
    new DoctorRoutes(parts.directory(), parts.doctor()).mount(router);
    new DoubtRoutes(parts.directory(), parts.doubt()).mount(router);
    new DebtRoutes(parts.directory(), parts.debts()).mount(router);
    new WholeRoutes(parts.directory(), parts.kept()).mount(router);
    extras.forEach(extra -> extra.accept(router));
    router.route().handler(ctx -> Replies.problem(ctx, 404, "there is nothing here"));
    router.route().failureHandler(AdminVerticle::failed);
    return router;
  }

  /** A body is never a form, whatever its type says: curl calls everything one. */
  private Handler<RoutingContext> body() {
    var reading = BodyHandler.create(false).setBodyLimit(options.bodyBytesMax());
    return ctx -> {
      reading.handle(ctx);
      if (!ctx.request().isEnded()) ctx.request().setExpectMultipart(false);
    };
  }

  private static void failed(RoutingContext ctx) {
    if (ctx.statusCode() == 413) {
      Replies.problem(ctx, 413, "the body is too large");
      return;
    }
    LOG.error("an admin request failed of us", ctx.failure());
    Replies.problem(ctx, 500, "a mistake of ours");
  }
}
