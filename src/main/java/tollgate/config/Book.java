package tollgate.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tollgate.config.Centre.GatewayEntry;
import tollgate.config.Centre.MethodEntry;
import tollgate.config.Centre.ProjectEntry;
import tollgate.config.Centre.RateEntry;
import tollgate.config.Centre.TokenEntry;
import tollgate.config.Key.Kind;
import tollgate.json.Json;
import tollgate.tenant.Secret;

/**
 * The whole configuration as it is kept, thing by thing; the same as one tree, which is what is
 * read, edited and checked.
 */
public record Book(long version, SortedMap<Key, Document> documents) {

  public static final String GATEWAYS = "gateways";
  public static final String PROJECTS = "projects";
  public static final String METHODS = "methods";
  public static final String RATES = "rates";
  public static final String DATA_TOKENS = "dataTokens";
  static final String KEYS = "keys";
  static final String TOKEN = "token";
  static final String KEY = "key";
  public static final String SECRETS = "secrets";

  /** How secrets are written: as they are, or as marks that stand for them. */
  public enum Secrets {
    CLEAR,
    MASKED
  }

  public Book {
    documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
  }

  public static Book empty() {
    return new Book(0, new TreeMap<>());
  }

  public @Nullable Document document(Key key) {
    return documents.get(key);
  }

  public boolean isEmpty() {
    return documents.isEmpty();
  }

  /** One thing as it is written, with its secrets. */
  public Json.Obj json(Key key, Document document, Secrets how) {
    return switch (key.kind()) {
      case CENTRE, ACTIVATION, RATE -> document.body();
      case GATEWAY -> {
        var keys = new TreeMap<String, Json>();
        document
            .secrets()
            .forEach((name, secret) -> keys.put(name, shown(secret, Marks.MARK, how)));
        yield keys.isEmpty() ? document.body() : document.body().with(KEYS, Json.Obj.of(keys));
      }
      case DATA_TOKEN -> {
        var body = document.body();
        for (var secret : document.secrets().entrySet()) {
          body = body.with(secret.getKey(), shown(secret.getValue(), Marks.MARK, how));
        }
        yield body;
      }
      case PROJECT -> {
        var secrets = new ArrayList<Json>();
        document.secrets().forEach((n, secret) -> secrets.add(shown(secret, Marks.MARK + n, how)));
        yield document.body().with(SECRETS, Json.array(secrets));
      }
    };
  }

  private static Json shown(Secret secret, String mark, Secrets how) {
    return Json.text(how == Secrets.CLEAR ? secret.reveal() : mark);
  }

  /** All of it, centre by centre, as a file has it. */
  public Written.Members tree(Secrets how) {
    var tree = Written.Members.NONE;
    for (var each : documents.entrySet()) {
      var json = json(each.getKey(), each.getValue(), how);
      tree = tree.with(path(each.getKey(), each.getValue()), Written.members(json, ""));
    }
    return tree;
  }

  private static List<String> path(Key key, Document document) {
    var centre = document.centre();
    return switch (key.kind()) {
      case CENTRE -> List.of(centre);
      case GATEWAY -> List.of(centre, GATEWAYS, key.name());
      case PROJECT -> List.of(centre, PROJECTS, key.name());
      case ACTIVATION ->
          List.of(centre, PROJECTS, Long.toString(key.number()), METHODS, key.method());
      case RATE -> List.of(centre, RATES, key.method());
      case DATA_TOKEN -> List.of(centre, DATA_TOKENS, key.name());
    };
  }

  /**
   * A tree that was read without a mistake, thing by thing; what is as it was keeps its version.
   */
  public Book with(Written.Members tree) {
    var after = new TreeMap<Key, Document>();
    tree.members().keySet().forEach(centre -> addCentre(after, centre, tree.section(centre)));
    after.replaceAll((key, document) -> {
      var before = documents.get(key);
      return before != null && before.says(document) ? before : document.at(version + 1);
    });
    return new Book(version + 1, after);
  }

  private static void addCentre(
      SortedMap<Key, Document> all, String centre, Written.Members written) {
    var body = Shape.object(Centre.class, written.without(GATEWAYS, PROJECTS, RATES, DATA_TOKENS));
    all.put(Key.centre(centre), new Document(centre, body, new TreeMap<>(), 0));
    var gateways = written.section(GATEWAYS);
    for (var number : gateways.members().keySet()) {
      var gateway = gateways.section(number);
      var json = Shape.object(GatewayEntry.class, gateway.without(KEYS));
      var keys = new TreeMap<String, Secret>();
      gateway.section(KEYS).members().forEach((name, key) -> keys.put(name, secret(key)));
      all.put(Key.gateway(number), new Document(centre, json, keys, 0));
    }
    var rates = written.section(RATES);
    for (var pair : rates.members().keySet()) {
      var rate = Shape.object(RateEntry.class, rates.section(pair));
      all.put(Key.rate(centre, pair), new Document(centre, rate, new TreeMap<>(), 0));
    }
    var projects = written.section(PROJECTS);
    for (var id : projects.members().keySet()) addProject(all, centre, id, projects.section(id));
    var tokens = written.section(DATA_TOKENS);
    for (var name : tokens.members().keySet()) addToken(all, centre, name, tokens.section(name));
  }

  private static void addToken(
      SortedMap<Key, Document> all, String centre, String name, Written.Members written) {
    var body = Shape.object(TokenEntry.class, written.without(TOKEN, KEY));
    var secrets = new TreeMap<String, Secret>();
    for (var secret : List.of(TOKEN, KEY)) {
      var text = written.members().get(secret);
      if (text != null) secrets.put(secret, secret(text));
    }
    all.put(Key.dataToken(name), new Document(centre, body, secrets, 0));
  }

  private static void addProject(
      SortedMap<Key, Document> all, String centre, String id, Written.Members written) {
    var body = Shape.object(ProjectEntry.class, written.without(SECRETS, METHODS));
    var secrets = new TreeMap<String, Secret>();
    if (written.members().get(SECRETS) instanceof Written.Items items) {
      for (var item : items.items()) {
        secrets.put(Integer.toString(secrets.size() + 1), secret(item));
      }
    }
    all.put(Key.project(id), new Document(centre, body, secrets, 0));
    var methods = written.section(METHODS);
    for (var method : methods.members().keySet()) {
      var json = Shape.object(MethodEntry.class, methods.section(method));
      all.put(Key.activation(id, method), new Document(centre, json, new TreeMap<>(), 0));
    }
  }

  private static Secret secret(Written written) {
    if (written instanceof Written.Text text) return new Secret(text.text());

    throw new IllegalStateException("a secret that is no text was read");
  }

  /** What differs from an earlier book, in order. */
  public List<Key> changesSince(Book before) {
    var keys = new TreeSet<Key>(documents.keySet());
    keys.addAll(before.documents.keySet());
    return keys.stream()
        .filter(key -> differs(documents.get(key), before.documents.get(key)))
        .toList();
  }

  private static boolean differs(@Nullable Document one, @Nullable Document other) {
    return one == null || other == null || !one.says(other);
  }

  /** All keys of a kind. */
  public Stream<Key> keys(Kind kind) {
    return documents.keySet().stream().filter(key -> key.kind() == kind);
  }

  /** Two versions of a thing are the same if and only if this text is. */
  public static String tag(Document document) {
    return '"' + Long.toString(document.version()) + '"';
  }

  @Override
  public String toString() {
    return "configuration " + version + " of " + documents.size() + " things";
  }
}
