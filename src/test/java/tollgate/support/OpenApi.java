package tollgate.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.common.dsl.SchemaType;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import tollgate.docs.Document;

/**
 * Our OpenAPI document as a judge: of every request that was taken, of every answer, of every
 * webhook. A request that is refused may be anything; its refusal may not.
 */
public final class OpenApi {

  private static final String WHERE = "src/main/resources/tollgate/docs/openapi.yaml";
  private static final Vertx VERTX = Vertx.vertx();
  private static final OpenAPIContract CONTRACT =
      now(OpenAPIContract.from(VERTX, new JsonObject(Document.open().json().encode())));
  private static final ResponseValidator ANSWERS = ResponseValidator.create(VERTX, CONTRACT);

  private OpenApi() {}

  /** Paths that the document does not have are {@code OpenApiTest}'s to find. */
  public static void check(HttpRequest request, HttpResponse<byte[]> response) {
    var operation = operation(request);
    if (operation == null) return;

    if (response.statusCode() < 400) checkTaken(operation, request);
    checkAnswer(operation, response);
  }

  private static void checkTaken(Operation operation, HttpRequest request) {
    for (var parameter : operation.getParameters()) checkParameter(operation, parameter, request);
    var message = operation.getRequestBody();
    if (message == null) return;

    var schema = message.getContent().get("application/json").getSchema();
    check(
        schema,
        body(request),
        "was taken, but the document does not allow it of " + name(operation));
  }

  /** Those of the path were found by their place. */
  private static void checkParameter(
      Operation operation, Parameter parameter, HttpRequest request) {
    var name = parameter.getName();
    var given =
        switch (parameter.getIn()) {
          case QUERY -> inQuery(request, name);
          case HEADER -> request.headers().firstValue(name);
          case PATH, COOKIE -> Optional.<String>empty();
        };
    if (given.isEmpty()) return;

    var isNumber = parameter.getSchemaType() == SchemaType.INTEGER;
    Object value = isNumber ? (Object) Long.valueOf(given.get()) : given.get();
    var judged = CONTRACT.getSchemaRepository().validator(parameter.getSchema()).validate(value);
    assertThat(judged.getValid())
        .as("%s=%s of %s, by %s", name, given.get(), name(operation), WHERE)
        .isTrue();
  }

  private static Optional<String> inQuery(HttpRequest request, String name) {
    var query = request.uri().getQuery();
    return query == null
        ? Optional.empty()
        : Arrays.stream(query.split("&", -1))
            .filter(pair -> pair.startsWith(name + "="))
            .map(pair -> pair.substring(name.length() + 1))
            .findFirst();
  }

  private static void checkAnswer(Operation operation, HttpResponse<byte[]> response) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    var type = headers.getOrDefault("content-type", "").split(";", -1)[0];
    var status = response.statusCode();
    var body = Buffer.buffer(response.body());
    var answer = ValidatableResponse.create(status, headers, body, type);
    try {
      now(ANSWERS.validate(answer, operation.getOperationId()));
    } catch (CompletionException refused) {
      throw new AssertionError(
          "%s answered HTTP %d %s, which %s does not allow: %s"
              .formatted(name(operation), status, body, WHERE, refused.getCause()),
          refused);
    }
  }

  /** A webhook's body as it is sent. */
  public static void checkWebhook(byte[] body) {
    var schemas = CONTRACT.getRawContract().getJsonObject("components").getJsonObject("schemas");
    var schema = JsonSchema.of(schemas.getJsonObject("Webhook"));
    check(schema, body, "is no schema Webhook of the document");
  }

  private static void check(JsonSchema schema, byte[] body, String trouble) {
    var judged =
        CONTRACT
            .getSchemaRepository()
            .validator(schema)
            .validate(new JsonObject(Buffer.buffer(body)));
    assertThat(judged.getValid())
        .as("%s %s (%s): %s", new String(body, UTF_8), trouble, WHERE, judged.getErrors())
        .isTrue();
  }

  /** Of the document: {@code POST /v2/payment/wallet/{method}/sale}. */
  public static Set<String> documented() {
    var all = new TreeSet<String>();
    CONTRACT.operations().forEach(operation -> all.add(name(operation)));
    return all;
  }

  /** Of a router, written as the document writes them; one for all methods has none. */
  public static Set<String> routes(Router router) {
    var all = new TreeSet<String>();
    for (var route : router.getRoutes()) {
      if (route.getPath() != null) names(route).forEach(all::add);
    }
    return all;
  }

  private static List<String> names(Route route) {
    var path = route.getPath().replaceAll(":(\\w+)", "{$1}").replaceAll("(.)/$", "$1");
    var methods = route.methods();
    if (methods == null) return List.of("ANY " + path);

    return methods.stream().map(method -> method + " " + path).toList();
  }

  private static Operation operation(HttpRequest request) {
    var method = HttpMethod.valueOf(request.method().toUpperCase(Locale.ROOT));
    return CONTRACT.findOperation(request.uri().getPath(), method);
  }

  private static String name(Operation operation) {
    return operation.getHttpMethod() + " " + operation.getOpenAPIPath();
  }

  private static byte[] body(HttpRequest request) {
    var publisher = request.bodyPublisher().orElseThrow();
    var subscriber = BodySubscribers.ofByteArray();
    publisher.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer part) {
            subscriber.onNext(List.of(part));
          }

          @Override
          public void onError(Throwable failure) {
            subscriber.onError(failure);
          }

          @Override
          public void onComplete() {
            subscriber.onComplete();
          }
        });
    return subscriber.getBody().toCompletableFuture().join();
  }

  private static <T> T now(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
