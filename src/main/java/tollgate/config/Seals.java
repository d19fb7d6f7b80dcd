package tollgate.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tollgate.config.Kept.Sealed;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.keys.Dice;
import tollgate.keys.Envelope;
import tollgate.keys.MasterKeys;
import tollgate.keys.Place;
import tollgate.keys.SealBroken;
import tollgate.tenant.Secret;

/** Between what is kept, sealed, and the book that we read. Blocks: it may read the keys' file. */
final class Seals {

  private static final Limits BODY = new Limits(256 * 1024, 16, 64 * 1024, 40);

  private final Keyring keyring;
  private final Dice dice;

  Seals(Keyring keyring, Dice dice) {
    this.keyring = keyring;
    this.dice = dice;
  }

  /** {@link IllegalStateException} when something cannot be opened or read. */
  Book open(Kept.State state) {
    var secrets = new HashMap<Key, SortedMap<String, Secret>>();
    if (!state.secrets().isEmpty()) {
      var keys = keyring.keys();
      for (var each : state.secrets()) {
        secrets
            .computeIfAbsent(each.key(), _ -> new TreeMap<>())
            .put(each.name(), open(keys, each));
      }
    }
    var all = new TreeMap<Key, Document>();
    for (var row : state.rows()) {
      var own = secrets.getOrDefault(row.key(), new TreeMap<>());
      all.put(row.key(), new Document(row.centre(), json(row), own, row.version()));
    }
    return new Book(state.version(), all);
  }

  private static Secret open(MasterKeys keys, Sealed sealed) {
    try {
      return Envelope.open(keys, place(sealed.key(), sealed.name()), sealed.text());
    } catch (SealBroken broken) {
      throw new IllegalStateException(
          sealed.key() + ", " + sealed.name() + ": " + broken.getMessage(), broken);
    }
  }

  private static Json.Obj json(Kept.Row row) {
    try {
      if (JsonReader.read(row.body(), BODY) instanceof Json.Obj object) {
        return object;
      }
    } catch (JsonRefused refused) {
      throw new IllegalStateException(row.key() + ": " + refused.getMessage(), refused);
    }
    throw new IllegalStateException(row.key() + " is no object");
  }

  List<Sealed> seal(Key key, Document document) {
    var all = new ArrayList<Sealed>();
    if (document.secrets().isEmpty()) return all;

    var keys = keyring.keys();
    document
        .secrets()
        .forEach((name, secret) -> {
          var text = Envelope.seal(keys, dice, place(key, name), secret);
          all.add(new Sealed(key, name, text));
        });
    return all;
  }

  /** Those that an older key wraps, wrapped anew. */
  List<Sealed> rewrap(List<Sealed> all) {
    var keys = keyring.keys();
    var anew = new ArrayList<Sealed>();
    for (var each : all) {
      if (Envelope.isNewest(keys, each.text())) continue;
      try {
        var text = Envelope.rewrap(keys, dice, place(each.key(), each.name()), each.text());
        anew.add(new Sealed(each.key(), each.name(), text));
      } catch (SealBroken broken) {
        throw new IllegalStateException(each.key() + ": " + broken.getMessage(), broken);
      }
    }
    return anew;
  }

  private static Place place(Key key, String name) {
    return new Place(table(key.kind()), "sealed", List.of(key.name(), name));
  }

  private static String table(Key.Kind kind) {
    return switch (kind) {
      case GATEWAY -> "gateway_key";
      case PROJECT -> "project_secret";
      case DATA_TOKEN -> "data_token_secret";
      case CENTRE, ACTIVATION, RATE -> throw new IllegalStateException(kind + " has no secrets");
    };
  }
}
