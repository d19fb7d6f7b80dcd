package tollgate.docs;

import tollgate.json.Json;

/** The members of a message as a list of terms; those of objects within it stand inside. */
final class Members {

  private final Html html;
  private final Types types;

  Members(Html html, Types types) {
    this.html = html;
    this.types = types;
  }

  void write(Json.Obj schema) {
    html.prose(Page.text(schema, "description"));
    var members = Page.object(schema.member("properties")).members();
    if (members.isEmpty()) {
      html.raw("<p>").raw(types.of(schema)).raw("</p>");
      return;
    }
    html.raw("<dl>");
    members.forEach((name, member) -> member(schema, name, Page.object(member)));
    html.raw("</dl>");
  }

  private void member(Json.Obj owner, String name, Json.Obj schema) {
    var required =
        owner.member("required") instanceof Json.Arr all && all.items().contains(Json.text(name));
    html.raw("<dt>").element("code", "", name).raw(" ").raw(types.of(schema));
    if (required) html.raw(" ").element("small", "must", "always");
    html.raw("</dt><dd>");
    var inner = schema.member("items") instanceof Json.Obj item ? item : schema;
    if (inner.member("properties") != null) write(inner);
    else html.prose(Page.text(schema, "description"));
    html.raw("</dd>");
  }
}
