package tollgate.sandbox.webmoney;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Pattern;

/** The plain messages of X18 and X14: texts within tags, and nothing that would need a parser. */
record WmXml(String text) {

  private static final int CHARS_MAX = 16 * 1024;

  /** Empty unless it is a message of that root. */
  static Optional<WmXml> read(RoutingContext call, String root) {
    var text = body(call, WmForm.WINDOWS_1251);
    var isWhole =
        text.length() <= CHARS_MAX
            && !text.contains("<!")
            && text.contains("<" + root + ">")
            && text.stripTrailing().endsWith("</" + root + ">");
    return isWhole ? Optional.of(new WmXml(text)) : Optional.empty();
  }

  static String body(RoutingContext call, Charset charset) {
    var body = call.body().buffer();
    return body == null ? "" : body.toString(charset);
  }

  String get(String name) {
    var found = Pattern.compile("<" + Pattern.quote(name) + ">([^<]*)</").matcher(text);
    return found.find() ? found.group(1).strip() : "";
  }

  /** The charset stands in the header alone (§8). */
  static void send(RoutingContext call, String xml) {
    call.response()
        .putHeader("Content-Type", "text/xml; charset=windows-1251")
        .end(Buffer.buffer("<?xml version=\"1.0\"?>\n" + xml, WmForm.WINDOWS_1251.name()));
  }

  static String tag(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
