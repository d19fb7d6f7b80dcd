package tollgate.provider.midtrans;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;

/** Where the customer may go, out of a charge's {@code actions}: found by name, never by place. */
final class Actions {

  /** The app first; on a desktop, and where no link came, the QR image will do (4.8, 5.1). */
  private static final List<String> BEST_FIRST =
      List.of("deeplink-redirect", "generate-qr-code-v2", "generate-qr-code");

  private static final int URL_CHARS_MAX = 2048;

  /**
   * App links have schemes and hosts that change, so neither is listed (5.2); what a browser would
   * run instead of open is refused all the same.
   */
  private static final Pattern LINK =
      Pattern.compile(
          "(?!(?i:javascript|vbscript|data|file|blob|about):)[A-Za-z][A-Za-z0-9+.-]*://[!-~]+");

  private Actions() {}

  /** Unchanged, as it must be opened (5.1); null where there is none. */
  static @Nullable String link(Message message) {
    if (!(message.body().member("actions") instanceof Json.Arr actions)) return null;

    for (var name : BEST_FIRST) {
      var url = url(actions, name);
      if (url != null) return url;
    }
    return null;
  }

  private static @Nullable String url(Json.Arr actions, String name) {
    for (var item : actions.items()) {
      if (!(item instanceof Json.Obj object)) continue;

      var action = new Message(object);
      if (action.text("name").equals(name) && isLink(action.text("url"))) return action.text("url");
    }
    return null;
  }

  private static boolean isLink(String url) {
    return url.length() <= URL_CHARS_MAX && LINK.matcher(url).matches();
  }
}
