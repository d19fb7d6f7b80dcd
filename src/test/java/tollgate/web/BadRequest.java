package tollgate.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import tollgate.json.Json;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.tenant.Secret;

/**
 * One line of {@code bad-requests.txt}: a good request, edits, and what must be answered. The edits
 * and their order are explained at the head of that file.
 */
record BadRequest(
    String name, List<String> edits, int status, String code, String field, boolean remembered) {

  private static final String AND = " && ";

  static BadRequest read(String line) {
    var parts = line.split("\\|", -1);
    var edits = new ArrayList<String>();
    for (var edit : parts[1].strip().split(AND, -1)) edits.add(edit.strip());
    var field = parts[4].strip();
    var status = Integer.parseInt(parts[2].strip());
    return new BadRequest(
        parts[0].strip(), edits, status, parts[3].strip(), field, parts.length > 5);
  }

  HttpRequest.Builder on(GateServer server, String wallet) {
    var good = Good.named(name, wallet);
    var message = good.message();
    for (var edit : of("set ")) message = Good.set(message, path(edit), value(edit));
    for (var edit : of("del ")) message = Good.set(message, edit.strip().split("\\.", -1), null);
    message = signed(message, good);
    for (var edit : of("after ")) message = Good.set(message, path(edit), value(edit));
    var text = message.encode();
    for (var edit : of("text ")) text = replaced(text, edit);
    return request(server, good.path(), bytes(text));
  }

  private Json.Obj signed(Json.Obj message, Good good) {
    if (!of("unsigned").isEmpty()) return message;

    var key = new Secret(one("key ", good.key().reveal()));
    var place = good.flat() ? Place.ROOT : Place.GENERAL;
    return GateSignature.with(key).signed(message, place);
  }

  private byte[] bytes(String signed) {
    var text = edits.contains("raw") ? "" : one("raw ", signed);
    for (var size : of("pad ")) text = " ".repeat(Integer.parseInt(size.strip())) + text;
    for (var depth : of("deep ")) text = "[".repeat(Integer.parseInt(depth.strip()));
    if (of("latin1").isEmpty()) return text.getBytes(UTF_8);

    return text.getBytes(ISO_8859_1);
  }

  private HttpRequest.Builder request(GateServer server, String path, byte[] body) {
    var request = server.request(one("path ", path));
    var verb = one("verb ", "POST");
    request.method(verb, BodyPublishers.ofByteArray(body));
    for (var type : of("type ")) request.header("content-type", type.strip());
    for (var header : of("header ")) {
      var parts = header.strip().split(" ", 2);
      request.header(parts[0], text(parts.length > 1 ? parts[1] : ""));
    }
    return request;
  }

  private List<String> of(String word) {
    return edits.stream()
        .filter(edit -> edit.startsWith(word))
        .map(edit -> edit.substring(word.length()))
        .toList();
  }

  private String one(String word, String absent) {
    var found = of(word);
    return found.isEmpty() ? absent : found.getFirst().strip();
  }

  private static String replaced(String text, String edit) {
    var parts = edit.split(" => ", -1);
    if (!text.contains(parts[0].strip())) throw new IllegalArgumentException(edit);

    return text.replace(parts[0].strip(), parts[1].strip());
  }

  private static String[] path(String edit) {
    return edit.strip().split(" ", 2)[0].split("\\.", -1);
  }

  private static Json value(String edit) {
    var text = edit.strip().split(" ", 2)[1];
    return text.startsWith("text*") ? Json.text(text(text)) : Good.value(text);
  }

  private static String text(String text) {
    return text.startsWith("text*") ? "x".repeat(Integer.parseInt(text.substring(5))) : text;
  }
}
