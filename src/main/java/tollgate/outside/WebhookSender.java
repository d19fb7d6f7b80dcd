package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Duty;
import tollgate.gate.Webhook;
import tollgate.outside.UrlGuard.Refused;
import tollgate.payment.Code;
import tollgate.provider.Reply;
import tollgate.signing.StandardWebhooks;
import tollgate.tenant.Project;
import tollgate.tenant.Secret;

/** One attempt to tell a merchant (gate-api, section 7.2): frozen bytes, exactly 200 is a yes. */
final class WebhookSender {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
  private static final String ID = "X-Tollgate-Callback-Id";
  private static final String ATTEMPT = "X-Tollgate-Attempt";

  private record Signer(List<Secret> secrets, StandardWebhooks webhooks) {}

  private final WebhookVerticle.Parts parts;
  private final UrlGuard guard;
  private final Courier courier;
  private final Duration lookUp;
  private final Map<Long, Signer> signers = new HashMap<>();

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
        .compose(where -> courier.send(dressed(where, duty, webhook, project), body(webhook)))
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

  private RequestOptions dressed(
      RequestOptions where, Duty duty, Webhook webhook, Project project) {
    var id = WebhookId.of(webhook.operation(), webhook.effect()).toString();
    signer(project).headers(id, parts.clock().instant(), webhook.body()).forEach(where::putHeader);
    return where
        .setMethod(HttpMethod.POST)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("User-Agent", "Tollgate-Callback/1")
        .putHeader(ID, id)
        .putHeader(ATTEMPT, Integer.toString(duty.attempt()));
  }

  private static Buffer body(Webhook webhook) {
    return Buffer.buffer(webhook.body());
  }

  /** Keys are prepared once, and again when the project's secrets have changed. */
  private StandardWebhooks signer(Project project) {
    var known = signers.get(project.id());
    if (known != null && known.secrets().equals(project.secrets())) return known.webhooks();

    var secrets = project.secrets();
    var older = secrets.subList(1, secrets.size()).toArray(Secret[]::new);
    var made = new Signer(secrets, StandardWebhooks.with(secrets.getFirst(), older));
    signers.put(project.id(), made);
    return made.webhooks();
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
