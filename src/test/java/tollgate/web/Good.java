package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.tenant.Secret;

/**
 * A good request, from which the tests make others.
 *
 * @param flat whether its signature stands at the root
 */
record Good(String path, boolean flat, Json.Obj message) {

  /** A line of {@code good-requests.txt} by its name. */
  static Good named(String name, String wallet) {
    var parts =
        all()
            .lines()
            .filter(line -> line.startsWith(name + " "))
            .findFirst()
            .orElseThrow()
            .split("\\|", 4);
    var text = parts[3].strip().replace("WALLET", wallet);
    return new Good(parts[1].strip(), parts[2].strip().equals("root"), GateServer.object(text));
  }

  /** With which it is signed: those who read registers have one of their own. */
  Secret key() {
    return path.startsWith("/v1/") ? TestTenants.DATA.key() : TestTenants.KEY;
  }

  Good at(String otherPath) {
    return new Good(otherPath, flat, message);
  }

  /** With the member at this path set to this JSON. */
  Good with(String memberPath, String json) {
    return new Good(path, flat, set(message, memberPath.split("\\.", -1), value(json)));
  }

  Good without(String memberPath) {
    return new Good(path, flat, set(message, memberPath.split("\\.", -1), null));
  }

  /** A null value takes the member out. */
  static Json.Obj set(Json.Obj object, String[] path, Json value) {
    var name = path[0];
    if (path.length == 1) return value == null ? object.without(name) : object.with(name, value);

    var rest = Arrays.copyOfRange(path, 1, path.length);
    var inner = object.member(name) instanceof Json.Obj there ? there : Json.object().build();
    return object.with(name, set(inner, rest, value));
  }

  static Json value(String json) {
    try {
      return JsonReader.read(json.getBytes(UTF_8), Limits.MESSAGE);
    } catch (JsonRefused refused) {
      throw new IllegalArgumentException(json, refused);
    }
  }

  private static String all() {
    try (var in = Good.class.getResourceAsStream("/web/good-requests.txt")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
