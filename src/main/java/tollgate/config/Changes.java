package tollgate.config;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tollgate.config.Kept.Change;
import tollgate.config.Kept.Entry;
import tollgate.config.Kept.Row;
import tollgate.config.Kept.Sealed;
import tollgate.json.Json;

/** What must be saved so that one book becomes the other. */
final class Changes {

  private static final String CHANGED = Marks.MARK + " changed";

  /** Who does it, and what. */
  record Cause(String who, String what) {}

  private Changes() {}

  static Change of(Book before, Book after, Seals seals, Cause cause) {
    var rows = new ArrayList<Row>();
    var removed = new ArrayList<Key>();
    var resealed = new ArrayList<Key>();
    var secrets = new ArrayList<Sealed>();
    var log = new ArrayList<Entry>();
    for (var key : after.changesSince(before)) {
      var old = before.document(key);
      var now = after.document(key);
      log.add(new Entry(cause.who(), cause.what(), key, text(old, null), text(now, old)));
      if (now == null) {
        removed.add(key);
        if (old != null && !old.secrets().isEmpty()) resealed.add(key);
        continue;
      }
      rows.add(new Row(key, now.centre(), now.body().encode(), now.version()));
      if (old != null && old.secrets().equals(now.secrets())) continue;
      if (now.secrets().isEmpty() && old == null) continue;

      resealed.add(key);
      secrets.addAll(seals.seal(key, now));
    }
    return new Change(before.version(), rows, removed, resealed, secrets, log);
  }

  static Change rewrapped(long since, List<Sealed> anew, String who) {
    var log = List.of(new Entry(who, "rewrap " + anew.size() + " secrets", null, "", ""));
    return new Change(since, List.of(), List.of(), List.of(), anew, log);
  }

  /** The body, and of the secrets their names and which of them are new. */
  private static String text(@Nullable Document document, @Nullable Document before) {
    if (document == null) return "";
    if (document.secrets().isEmpty()) return document.body().encode();

    var secrets = new TreeMap<String, Json>();
    document
        .secrets()
        .forEach((name, secret) -> {
          var old = before == null ? null : before.secrets().get(name);
          var isChanged = before != null && !secret.equals(old);
          secrets.put(name, Json.text(isChanged ? CHANGED : Marks.MARK));
        });
    return document.body().with("secrets", Json.Obj.of(secrets)).encode();
  }
}
