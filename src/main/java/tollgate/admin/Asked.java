package tollgate.admin;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.config.Book;
import tollgate.config.Document;
import tollgate.config.Edit;
import tollgate.config.Edit.Wish.Stop;
import tollgate.config.Key;
import tollgate.config.Key.Kind;
import tollgate.config.Language;
import tollgate.config.Outcome;

/** What a request is about, who asks, and which version they have seen. */
record Asked(Key key, List<String> path, String who, @Nullable String ifMatch) {

  static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,15}");
  private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern PAIR = Pattern.compile("[A-Z]{3}-[A-Z]{3}");
  private static final Pattern PERSON = Pattern.compile("[\\p{L}\\p{N}.@_ -]{1,64}");

  /** Empty when the address names nothing that could be. */
  static Optional<Asked> of(RoutingContext ctx, Kind kind) {
    var centre = part(ctx, "centre");
    if (!WORD.matcher(centre).matches()) return Optional.empty();

    return switch (kind) {
      case CENTRE -> Optional.of(of(ctx, Key.centre(centre), List.of(centre)));
      case GATEWAY, PROJECT -> numbered(ctx, kind, centre);
      case ACTIVATION -> {
        var id = part(ctx, "id");
        var method = part(ctx, "method");
        if (!NUMBER.matcher(id).matches() || !WORD.matcher(method).matches()) {
          yield Optional.empty();
        }
        var path = List.of(centre, Book.PROJECTS, id, Book.METHODS, method);
        yield Optional.of(of(ctx, Key.activation(id, method), path));
      }
      case RATE -> {
        var pair = part(ctx, "pair");
        if (!PAIR.matcher(pair).matches()) yield Optional.empty();
        yield Optional.of(of(ctx, Key.rate(centre, pair), List.of(centre, Book.RATES, pair)));
      }
      case DATA_TOKEN -> {
        var name = part(ctx, "id");
        if (!WORD.matcher(name).matches()) yield Optional.empty();

        var path = List.of(centre, Book.DATA_TOKENS, name);
        yield Optional.of(of(ctx, Key.dataToken(name), path));
      }
    };
  }

  private static String part(RoutingContext ctx, String name) {
    var part = ctx.pathParam(name);
    return part == null ? "" : part;
  }

  private static Optional<Asked> numbered(RoutingContext ctx, Kind kind, String centre) {
    var id = part(ctx, "id");
    if (!NUMBER.matcher(id).matches()) return Optional.empty();

    var group = kind == Kind.GATEWAY ? Book.GATEWAYS : Book.PROJECTS;
    return Optional.of(of(ctx, new Key(kind, id), List.of(centre, group, id)));
  }

  private static Asked of(RoutingContext ctx, Key key, List<String> path) {
    return new Asked(key, path, who(ctx), ctx.request().getHeader("if-match"));
  }

  /** The token is the back office's or an engineer's; on whose behalf it is used, they say. */
  static String who(RoutingContext ctx) {
    var person = ctx.request().getHeader("tollgate-user");
    return person != null && PERSON.matcher(person).matches() ? "admin: " + person : "admin";
  }

  String centre() {
    return path.getFirst();
  }

  String within() {
    return Language.CENTRES + '.' + String.join(".", path);
  }

  /** The thing as it is kept, if it belongs to the centre that was named. */
  Optional<Document> in(Book book) {
    return Optional.ofNullable(book.document(key)).filter(it -> it.centre().equals(centre()));
  }

  /** Why it may not be put there; empty when it may. */
  Optional<Edit.Wish> refused(Book book) {
    if (!hasParent(book)) return stop(new Outcome.Missing());

    var kept = book.document(key);
    if (kept != null && !kept.centre().equals(centre())) return stop(new Outcome.Stale());
    if (kept != null && ifMatch == null) return stop(new Outcome.Taken());
    return isSeen(kept) ? Optional.empty() : stop(new Outcome.Stale());
  }

  private boolean isSeen(@Nullable Document kept) {
    if (ifMatch == null) return kept == null;

    return kept != null && (ifMatch.equals("*") || ifMatch.equals(Book.tag(kept)));
  }

  private boolean hasParent(Book book) {
    return switch (key.kind()) {
      case CENTRE -> true;
      case GATEWAY, PROJECT, RATE, DATA_TOKEN -> book.document(Key.centre(centre())) != null;
      case ACTIVATION -> {
        var project = book.document(Key.project(Long.toString(key.number())));
        yield project != null && project.centre().equals(centre());
      }
    };
  }

  static Optional<Edit.Wish> stop(Outcome outcome) {
    return Optional.of(new Stop(outcome));
  }
}
