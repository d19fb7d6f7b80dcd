package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

/** A link, and a customer who opens its page and presses its button. */
abstract class LinkPageGround extends MoneyGround {

  final String link() {
    return link(Good.named("link", wallet));
  }

  /** The path of a new link. */
  final String link(Good good) {
    post(good);
    var url = payment("LN-1").terms().details().invoice().url();
    return url.substring("https://pay.example".length());
  }

  /** The path of a link whose button was pressed. */
  final String paid() {
    var path = link();
    pay(path, "touchngo");
    return path;
  }

  final HttpResponse<byte[]> page(String path) {
    return get(path);
  }

  final HttpResponse<byte[]> get(String path) {
    return server.send(server.request(path).GET());
  }

  final HttpResponse<byte[]> pay(String path, String method) {
    return pay(path, method, Map.of());
  }

  final HttpResponse<byte[]> pay(String path, String method, Map<String, String> headers) {
    var request =
        server
            .request(path + "/pay")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("method=" + method));
    headers.forEach(request::header);
    return server.send(request);
  }

  static String text(HttpResponse<byte[]> page) {
    return new String(page.body(), UTF_8);
  }

  static String quoted(String text) {
    return '"' + text + '"';
  }
}
