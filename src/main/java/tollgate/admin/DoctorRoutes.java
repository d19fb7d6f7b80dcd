package tollgate.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tollgate.config.Directory;
import tollgate.doctor.Doctor;
import tollgate.doctor.Doctor.Patient;
import tollgate.json.Json;
import tollgate.json.Limits;
import tollgate.provider.Callback;
import tollgate.tenant.Gateway;

/**
 * Where a person shows the callback doctor what a provider says it sent. Nothing comes of it: not
 * even the log of changes has a line of it.
 */
final class DoctorRoutes {

  private static final String PATH = ThingRoutes.BASE + "/:centre/gateways/:id/callbacks/examine";
  private static final Set<String> MEMBERS =
      Set.of("method", "query", "headers", "body", "body_base64");

  /** A body in Base64 is a third longer than the longest callback. */
  private static final Limits BODY = new Limits(256 * 1024, 4, 128 * 1024, 40);

  private final Directory directory;
  private final Doctor doctor;

  DoctorRoutes(Directory directory, Doctor doctor) {
    this.directory = directory;
    this.doctor = doctor;
  }

  void mount(Router router) {
    router.post(PATH).handler(this::examine);
  }

  private void examine(RoutingContext ctx) {
    var owned = new Owned(directory);
    var gateway = owned.gateway(ctx);
    if (gateway == null) {
      Replies.problem(ctx, 404, "there is no such gateway");
      return;
    }
    var callback = callback(ctx);
    if (callback == null) return;

    doctor
        .examine(new Patient(gateway, others(owned.gateways(ctx), gateway), callback))
        .onSuccess(told -> Replies.json(ctx, 200, told))
        .onFailure(failure -> Replies.unavailable(ctx, failure));
  }

  private static List<Gateway> others(List<Gateway> all, Gateway gateway) {
    return all.stream().filter(other -> other.number() != gateway.number()).toList();
  }

  /** Null when the answer was given already. */
  private static @Nullable Callback callback(RoutingContext ctx) {
    var asked = ThingRoutes.body(ctx, BODY);
    if (asked == null) return null;

    var wrong = wrong(asked);
    if (!wrong.isEmpty()) {
      Replies.problem(ctx, 400, wrong);
      return null;
    }
    var method = requireNonNullElse(asked.text("method"), "POST");
    var query = requireNonNullElse(asked.text("query"), "");
    return new Callback(method, query, headers(asked), content(asked));
  }

  private static String wrong(Json.Obj asked) {
    for (var name : asked.members().keySet()) {
      if (!MEMBERS.contains(name)) return "there is no \"" + name + "\" here";
      if (!name.equals("headers") && asked.text(name) == null) {
        return "\"" + name + "\" must be a text";
      }
    }
    var method = asked.text("method");
    if (method != null && !method.equals("GET") && !method.equals("POST")) {
      return "\"method\" must be GET or POST";
    }
    if (asked.member("body") != null && asked.member("body_base64") != null) {
      return "there is a \"body\" or a \"body_base64\", not both";
    }
    if (!isHeaders(asked.member("headers"))) return "\"headers\" must be texts by name";

    return isBase64(asked.text("body_base64")) ? "" : "\"body_base64\" must be Base64";
  }

  private static boolean isHeaders(@Nullable Json headers) {
    return headers == null
        || (headers instanceof Json.Obj all
            && all.members().values().stream().allMatch(value -> value instanceof Json.Str));
  }

  private static boolean isBase64(@Nullable String text) {
    try {
      Base64.getDecoder().decode(requireNonNullElse(text, ""));
      return true;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /** As they are read when a callback comes: names in lower case, the first of two counts. */
  private static Map<String, String> headers(Json.Obj asked) {
    var headers = new HashMap<String, String>();
    if (!(asked.member("headers") instanceof Json.Obj all)) return headers;

    all.members()
        .forEach((name, value) -> {
          if (value instanceof Json.Str(String text)) {
            headers.putIfAbsent(name.toLowerCase(Locale.ROOT), text);
          }
        });
    return headers;
  }

  private static byte[] content(Json.Obj asked) {
    var encoded = asked.text("body_base64");
    return encoded == null
        ? requireNonNullElse(asked.text("body"), "").getBytes(UTF_8)
        : Base64.getDecoder().decode(encoded);
  }
}
