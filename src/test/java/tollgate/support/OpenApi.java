package tollgate.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
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
 * An OpenAPI document of ours as a judge: of every request that was taken, of every answer, of
 * every webhook. A request that is refused may be anything; its refusal may not.
 */
public final class OpenApi {

  private static final String FOLDER = "src/main/resources/tollgate/docs/";
  private static final Vertx VERTX = Vertx.vertx();

  /** The public port's. */
  public static final OpenApi GATE = new OpenApi(Document.gate(), FOLDER + "openapi.yaml");

  /** The admin port's. */
  public static final OpenApi ADMIN = new OpenApi(Document.admin(), FOLDER + "admin.yaml");

  private final String where;
  private final JsonObject document;
  private final OpenAPIContract contract;
  private final ResponseValidator answers;

  private OpenApi(Document document, String where) {
    this.where = where;
    var text = document.json().encode();
    this.document = new JsonObject(text);
    contract = now(OpenAPIContract.from(VERTX, new JsonObject(plain(text))));
    answers = ResponseValidator.create(VERTX, contract);
  }

  /** The judge knows JSON and text by these names alone; ours are looked up in the document. */
  private static String plain(String types) {
    return types
        .replace("application/problem+json", "application/json")
        .replace("application/yaml", "text/plain")
        .replace("text/csv", "text/plain");
  }

  /** Paths that the document does not have are the routes' tests' to find. */
  public void check(HttpRequest request, HttpResponse<byte[]> response) {
    check(request, response, response.body());
  }

  /** The same, of an answer that was read as something else than its bytes. */
  public void check(HttpRequest request, HttpResponse<?> response, byte[] body) {
    var operation = operation(request);
    if (operation == null) return;

    if (response.statusCode() < 400) checkTaken(operation, request);
    checkAnswer(operation, response, body);
  }

  private void checkTaken(Operation operation, HttpRequest request) {
    for (var parameter : operation.getParameters()) checkParameter(operation, parameter, request);
    var message = operation.getRequestBody();
    if (message == null) return;

    var content = message.getContent().get("application/json");
    var body = body(request);
    if (content == null || (body.length == 0 && !message.isRequired())) return;

    check(
        content.getSchema(),
        body,
        "was taken, but the document does not allow it of " + name(operation));
  }

  /** Those of the path were found by their place. */
  private void checkParameter(Operation operation, Parameter parameter, HttpRequest request) {
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
    var judged = contract.getSchemaRepository().validator(parameter.getSchema()).validate(value);
    assertThat(judged.getValid())
        .as("%s=%s of %s, by %s", name, given.get(), name(operation), where)
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

  private void checkAnswer(Operation operation, HttpResponse<?> response, byte[] bytes) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    var type = headers.getOrDefault("content-type", "").split(";", -1)[0];
    var status = response.statusCode();
    var body = Buffer.buffer(bytes);
    checkType(operation, status, type);
    if (plain(type).equals("text/plain")) return;

    var answer = ValidatableResponse.create(status, headers, body, plain(type));
    try {
      now(answers.validate(answer, operation.getOperationId()));
    } catch (CompletionException refused) {
      throw new AssertionError(
          "%s answered HTTP %d %s, which %s does not allow: %s"
              .formatted(name(operation), status, body, where, refused.getCause()),
          refused);
    }
  }

  /** What the document says nothing of may have any type. */
  private void checkType(Operation operation, int status, String type) {
    var path = document.getJsonObject("paths").getJsonObject(operation.getOpenAPIPath());
    var verb = operation.getHttpMethod().name().toLowerCase(Locale.ROOT);
    var all = path.getJsonObject(verb).getJsonObject("responses");
    var answer = all.getJsonObject(Integer.toString(status), all.getJsonObject("default"));
    var reference = answer == null ? null : answer.getString("$ref");
    if (reference != null) {
      answer = (JsonObject) JsonPointer.from(reference.substring(1)).queryJson(document);
    }
    var content = answer == null ? null : answer.getJsonObject("content");
    if (content == null) return;

    assertThat(content.fieldNames())
        .as("type of HTTP %d of %s, by %s", status, name(operation), where)
        .contains(type);
  }

  /** A webhook's body as it is sent. */
  public void checkWebhook(byte[] body) {
    var schemas = contract.getRawContract().getJsonObject("components").getJsonObject("schemas");
    var schema = JsonSchema.of(schemas.getJsonObject("Webhook"));
    check(schema, body, "is no schema Webhook of the document");
  }

  private void check(JsonSchema schema, byte[] body, String trouble) {
    var judged =
        contract
            .getSchemaRepository()
            .validator(schema)
            .validate(new JsonObject(Buffer.buffer(body)));
    assertThat(judged.getValid())
        .as("%s %s (%s): %s", new String(body, UTF_8), trouble, where, judged.getErrors())
        .isTrue();
  }

  /** Of the document: {@code POST /v2/payment/wallet/{method}/sale}. */
  public Set<String> documented() {
    var all = new TreeSet<String>();
    contract.operations().forEach(operation -> all.add(name(operation)));
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

  private Operation operation(HttpRequest request) {
    var method = HttpMethod.valueOf(request.method().toUpperCase(Locale.ROOT));
    return contract.findOperation(request.uri().getPath(), method);
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
