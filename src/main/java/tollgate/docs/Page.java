package tollgate.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;

/** The document as a page for people: plain HTML, so that it needs no script to be read. */
final class Page {

  private final Json.Obj document;
  private final Html html = new Html();
  private final Types types;

  Page(Json.Obj document) {
    this.document = document;
    types = new Types(document);
  }

  /** One operation of the document, and where it is. */
  private record Operation(String verb, String path, Json.Obj body) {
    String id() {
      return Page.text(body, "operationId");
    }

    boolean has(String tag) {
      return body.member("tags") instanceof Json.Arr tags && tags.items().contains(Json.text(tag));
    }
  }

  String html() {
    var info = object(document.member("info"));
    head(text(info, "title"));
    contents();
    html.raw("<main id=\"main\"><h1>").text(text(info, "title")).raw("</h1>");
    html.prose(text(info, "summary")).prose(text(info, "description"));
    for (var tag : tags()) section(tag);
    webhooks();
    schemas();
    return html.raw("</main></body></html>\n").done();
  }

  private void head(String title) {
    html.raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.element("title", "", title);
    html.raw("<link rel=\"stylesheet\" href=\"/docs.css\"></head><body>");
    html.raw("<a class=\"skip\" href=\"#main\">To the contents</a>");
  }

  private void contents() {
    html.raw("<nav aria-label=\"Calls\">");
    html.raw("<p><a href=\"/openapi.json\">openapi.json</a> ");
    html.raw("<a href=\"/openapi.yaml\">openapi.yaml</a></p>");
    for (var tag : tags()) {
      html.element("h2", "", text(tag, "name")).raw("<ul>");
      paths(tag).forEach(each -> link("op-" + each.id(), text(each.body(), "summary")));
      html.raw("</ul>");
    }
    html.raw("<h2>More</h2><ul>");
    if (hasWebhooks()) link("webhooks", "Webhooks");
    link("schemas", "Messages");
    html.raw("</ul></nav>");
  }

  private void link(String anchor, String words) {
    html.raw("<li><a href=\"#" + Html.escaped(anchor) + "\">").text(words).raw("</a></li>");
  }

  private void webhooks() {
    if (!hasWebhooks()) return;

    html.raw("<section aria-labelledby=\"webhooks\"><h2 id=\"webhooks\">Webhooks</h2>");
    operations("webhooks").forEach(this::operation);
    html.raw("</section>");
  }

  private boolean hasWebhooks() {
    return document.member("webhooks") != null;
  }

  private void section(Json.Obj tag) {
    var name = text(tag, "name");
    var anchor = "tag-" + Html.escaped(name);
    html.raw("<section aria-labelledby=\"" + anchor + "\"><h2 id=\"" + anchor + "\">");
    html.text(name).raw("</h2>").prose(text(tag, "description"));
    paths(tag).forEach(this::operation);
    html.raw("</section>");
  }

  private void operation(Operation operation) {
    var body = operation.body();
    html.raw("<article id=\"op-" + Html.escaped(operation.id()) + "\"><h3>");
    html.text(text(body, "summary")).raw("</h3><p class=\"address\">");
    html.element("b", operation.verb(), operation.verb().toUpperCase(Locale.ROOT)).raw(" ");
    html.element("code", "", operation.path()).raw("</p>").prose(text(body, "description"));
    parameters(body);
    request(types.followed(object(body.member("requestBody"))));
    responses(object(body.member("responses")));
    html.raw("</article>");
  }

  private void parameters(Json.Obj operation) {
    if (!(operation.member("parameters") instanceof Json.Arr parameters)) return;

    html.raw("<h4>Parameters</h4><dl>");
    for (var each : parameters.items()) {
      var parameter = types.followed(object(each));
      html.raw("<dt>").element("code", "", text(parameter, "name")).raw(" ");
      html.element("small", "", "in the " + text(parameter, "in")).raw("</dt><dd>");
      html.prose(text(parameter, "description")).raw("</dd>");
    }
    html.raw("</dl>");
  }

  private void request(Json.Obj request) {
    var content = content(request);
    if (content.members().isEmpty()) return;

    html.raw("<h4>Message</h4><p>").raw(types.of(object(content.member("schema")))).raw("</p>");
    var example = content.member("example");
    if (example != null) html.element("pre", "", Pretty.of(example));
  }

  private void responses(Json.Obj responses) {
    html.raw("<h4>Answers</h4><dl>");
    responses
        .members()
        .forEach((status, value) -> {
          var response = types.followed(object(value));
          var schema = object(content(response).member("schema"));
          html.raw("<dt>").element("b", "", status.equals("default") ? "other" : status);
          if (!schema.members().isEmpty()) html.raw(" ").raw(types.of(schema));
          html.raw("</dt><dd>").prose(text(response, "description")).raw("</dd>");
        });
    html.raw("</dl>");
  }

  /** A message has one form. */
  private static Json.Obj content(Json.Obj message) {
    return object(message.member("content")).members().values().stream()
        .findFirst()
        .map(Page::object)
        .orElseGet(() -> object(null));
  }

  private void schemas() {
    html.raw("<section aria-labelledby=\"schemas\"><h2 id=\"schemas\">Messages</h2>");
    object(document.at("components", "schemas"))
        .members()
        .forEach((name, schema) -> {
          html.raw("<article id=\"type-" + Html.escaped(name) + "\">");
          html.element("h3", "", name);
          new Members(html, types).write(object(schema));
          html.raw("</article>");
        });
    html.raw("</section>");
  }

  private List<Json.Obj> tags() {
    var tags = new ArrayList<Json.Obj>();
    if (document.member("tags") instanceof Json.Arr all)
      all.items().forEach(it -> tags.add(object(it)));
    return tags;
  }

  private List<Operation> paths(Json.Obj tag) {
    return operations("paths").stream().filter(it -> it.has(text(tag, "name"))).toList();
  }

  private List<Operation> operations(String where) {
    var all = new ArrayList<Operation>();
    object(document.member(where))
        .members()
        .forEach((path, verbs) ->
            object(verbs)
                .members()
                .forEach((verb, body) -> all.add(new Operation(verb, path, object(body)))));
    return all;
  }

  /** The object, or an empty one where there is none. */
  static Json.Obj object(@Nullable Json value) {
    return value instanceof Json.Obj object ? object : Json.object().build();
  }

  static String text(Json.Obj object, String name) {
    var text = object.text(name);
    return text == null ? "" : text;
  }
}
