package tollgate.judges;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.support.OpenApi;

/**
 * A merchant whose software is the public SDK and nothing of ours: it signs what it asks by the
 * SDK, keeps what it is told byte for byte, and lets the SDK judge it.
 */
final class Shop implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, LinkedBlockingQueue<String>> told = new ConcurrentHashMap<>();
  private final HttpServer hooks;
  private final PublicSdk sdk;
  private final String gate;

  Shop(PublicSdk sdk, String gate) throws IOException {
    this.sdk = sdk;
    this.gate = gate;
    hooks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hooks.createContext("/", this::hear);
    hooks.start();
  }

  private void hear(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    about(((Json.Str) object(body).at("payment", "id")).text()).add(body);
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private LinkedBlockingQueue<String> about(String payment) {
    return told.computeIfAbsent(payment, _ -> new LinkedBlockingQueue<>());
  }

  /** A signed request of this project about that payment. */
  Json.Obj ask(int project, String path, String payment, String rest) {
    var hook = "http://127.0.0.1:" + hooks.getAddress().getPort() + "/";
    var general = Json.object().put("project_id", project).put("payment_id", payment);
    // Status and wallets are asked without it.
    if (path.startsWith("/v2/payment/") && !path.endsWith("/status")) {
      general.put("merchant_callback_url", hook);
    }
    var message = object(rest).with("general", general.build());
    var signature = Json.text(sdk.sign(message, secret(project)));
    var signed = message.with("general", general.put("signature", signature).build());
    var response = post(gate + path, "application/json", signed.encode());
    assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
    return object(text(response));
  }

  /** The next webhook about the payment, which the SDK must believe, and not when it is changed. */
  Json.Obj hear(int project, String payment) throws InterruptedException {
    var body = about(payment).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(body).as("nothing was told about %s", payment).isNotNull();
    OpenApi.GATE.checkWebhook(body.getBytes(UTF_8));
    var message = object(body);
    var verdict = sdk.read(body, secret(project));
    assertThat(verdict.encode()).as(body).startsWith("{\"valid\":true");
    assertThat(verdict.text("payment")).isEqualTo(payment);
    assertThat(verdict.member("success"))
        .isEqualTo(Json.bool(Json.text("success").equals(message.at("payment", "status"))));
    assertThat(sdk.read(body.replace("\"currency\"", "\"Currency\""), secret(project)).encode())
        .contains("\"valid\":false");
    return message;
  }

  /** The customer's browser posts the form that the webhook told. */
  void submit(Json.Obj told) {
    var form = (Json.Obj) told.at("redirect_data", "body");
    var fields =
        form.members().entrySet().stream()
            .map(it ->
                it.getKey() + "=" + URLEncoder.encode(((Json.Str) it.getValue()).text(), UTF_8))
            .collect(Collectors.joining("&"));
    var url = ((Json.Str) told.at("redirect_data", "url")).text();
    assertThat(post(url, "application/x-www-form-urlencoded", fields).statusCode()).isLessThan(400);
  }

  HttpResponse<byte[]> get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)));
  }

  private HttpResponse<byte[]> post(String url, String type, String body) {
    var request = HttpRequest.newBuilder(URI.create(url)).header("Content-Type", type);
    return send(request.POST(BodyPublishers.ofString(body)));
  }

  /** What the gateway is asked and answers is judged by the document, too. */
  private HttpResponse<byte[]> send(HttpRequest.Builder builder) {
    try {
      var request = builder.build();
      var response = client.send(request, BodyHandlers.ofByteArray());
      OpenApi.GATE.check(request, response);
      return response;
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }

  static String secret(int project) {
    return "demo-secret-" + project;
  }

  static Json.Obj object(String text) {
    try {
      return (Json.Obj) JsonReader.read(text.getBytes(UTF_8), Limits.MESSAGE);
    } catch (JsonRefused refused) {
      throw new IllegalArgumentException(text, refused);
    }
  }

  @Override
  public void close() {
    hooks.stop(0);
    client.close();
  }
}
