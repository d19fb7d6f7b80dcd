package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Duty;
import tollgate.engine.ProjectKeys;
import tollgate.gate.Webhook;
import tollgate.gate.Webhooks;
import tollgate.outside.UrlGuard.Refused;
import tollgate.payment.Code;
import tollgate.provider.Reply;
import tollgate.tenant.Project;

/**
 * One attempt to tell a merchant (gate-api, section 7.2): frozen words, signed now; exactly 200 is
 * a yes.
 */
final class WebhookSender {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
  private static final String ID = "X-Tollgate-Callback-Id";
  private static final String ATTEMPT = "X-Tollgate-Attempt";

  private final WebhookVerticle.Parts parts;
  private final UrlGuard guard;
  private final Courier courier;
  private final Duration lookUp;
  private final ProjectKeys<WebhookSigners> keys = new ProjectKeys<>(WebhookSigners::with);

  WebhookSender(Vertx vertx, WebhookVerticle.Parts parts, UrlGuard guard, WebhookOptions options) {
    this.parts = parts;
    this.guard = guard;
    lookUp = options.connectTimeout();
    courier =
        new Courier(
            vertx,
            new Courier.Limits(
                options.connectTimeout(),
                options.callTimeout(),
                options.keepAlive(),
                options.endpointAtOnceMax(),
                options.replyBytesMax()));
  }

  /** Whether the merchant has it now. Never fails. */
  Future<Boolean> send(Duty duty) {
    var webhook = Objects.requireNonNull(duty.webhook());
    var project = parts.tenants().get().project(duty.payment().id().project());
    if (project == null) return Future.succeededFuture(false);

    if (duty.attempt() == 1) firstAttempt(duty, webhook);
    return admitted(webhook, project)
        .compose(where -> post(where, duty, webhook, project))
        .map(WebhookSender::word)
        .otherwise(this::word)
        .map(word -> {
          parts.meters().merchantCallback(duty.effect(), word);
          LOG.debug("{} of {}: {}", duty.effect(), duty.operation(), word);
          return word.equals("200");
        });
  }

  Future<Void> close() {
    return courier.close();
  }

  private Future<RequestOptions> admitted(Webhook webhook, Project project) {
    try {
      return guard
          .admit(Endpoint.of(webhook.url()), project.privateUrls())
          .timeout(lookUp.toMillis(), TimeUnit.MILLISECONDS)
          .recover(WebhookSender::notLookedUp);
    } catch (Refused refused) {
      return Future.failedFuture(refused);
    }
  }

  private static Future<RequestOptions> notLookedUp(Throwable failure) {
    return Future.failedFuture(
        failure instanceof Refused
            ? failure
            : new Unsent(Code.NETWORK_ERROR, Courier.said(failure)));
  }

  private Future<Reply> post(RequestOptions where, Duty duty, Webhook webhook, Project project) {
    var signers = keys.of(project);
    var id = WebhookId.of(webhook.operation(), webhook.effect()).toString();
    var body = Webhooks.signed(webhook.body(), signers.inside());
    signers.beside().headers(id, parts.clock().instant(), body).forEach(where::putHeader);
    where
        .setMethod(HttpMethod.POST)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("User-Agent", "Tollgate-Callback/1")
        .putHeader(ID, id)
        .putHeader(ATTEMPT, Integer.toString(duty.attempt()));
    return courier.send(where, Buffer.buffer(body));
  }

  private void firstAttempt(Duty duty, Webhook webhook) {
    var refund = duty.payment().refund(duty.operation().operation());
    var changedAt = refund == null ? duty.payment().changedAt() : refund.changedAt();
    var due = changedAt.plusSeconds(webhook.delaySeconds());
    parts.meters().firstAttempt(duty.effect(), Duration.between(due, parts.clock().instant()));
  }

  private static String word(Reply reply) {
    return switch (reply.status()) {
      case 200 -> "200";
      case 410 -> "410";
      case 429 -> "429";
      default -> reply.status() / 100 + "xx";
    };
  }

  private String word(Throwable failure) {
    if (failure instanceof Refused refused) {
      parts.meters().blocked(refused.reason());
      return "blocked";
    }
    if (!(failure instanceof Unsent unsent)) return "timeout";
    return String.valueOf(unsent.getMessage()).contains("SSL") ? "tls" : "connect";
  }
}
