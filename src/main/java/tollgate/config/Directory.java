package tollgate.config;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.config.Edit.Wish;
import tollgate.config.Kept.Entry;
import tollgate.config.Outcome.Saved;
import tollgate.config.Outcome.Wrong;
import tollgate.keys.Dice;
import tollgate.tenant.Tenants;

/**
 * The configuration on this node: an immutable picture of what the database has, exchanged as a
 * whole when its version changes. Whoever asks gets a picture and keeps it for the length of a
 * request.
 *
 * <p>A change is checked against all of the configuration and saved only if nobody was faster; else
 * it is made anew of what is there then. Safe on all threads.
 */
public final class Directory implements Supplier<Tenants> {

  private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
  private static final int ATTEMPTS_MAX = 10;

  /** What it is made of. */
  public record Parts(Vertx vertx, Kept kept, Language language, Keyring keyring, Dice dice) {}

  /** One picture. */
  private record Picture(Book book, Tenants tenants) {
    Picture newer(Picture that) {
      return that.book.version() > book.version() ? that : this;
    }
  }

  private record Ready(Kept.Change change, Picture after) {}

  private final Parts parts;
  private final Seals seals;
  private final AtomicReference<Picture> picture =
      new AtomicReference<>(new Picture(Book.empty(), Tenants.NONE));
  private volatile long timer = -1;
  private volatile boolean closed;

  public Directory(Parts parts) {
    this.parts = parts;
    seals = new Seals(parts.keyring(), parts.dice());
  }

  /** Reads everything once, and from then on whenever it has changed. */
  public Future<Void> open(DirectoryOptions options) {
    return load().onSuccess(_ -> poll(options.pollEvery().toMillis()));
  }

  public Future<Void> close() {
    closed = true;
    parts.vertx().cancelTimer(timer);
    return Future.succeededFuture();
  }

  @Override
  public Tenants get() {
    return picture.get().tenants();
  }

  public Book book() {
    return picture.get().book();
  }

  private void poll(long millis) {
    if (closed) return;

    timer =
        parts
            .vertx()
            .setTimer(
                millis,
                _ ->
                    refresh()
                        .onFailure(failure ->
                            LOG.error(
                                "the configuration stays as it was: {}", failure.getMessage()))
                        .onComplete(_ -> poll(millis)));
  }

  /** Looks whether the database has another version, and takes it over. */
  public Future<Void> refresh() {
    return parts
        .kept()
        .version()
        .compose(version -> version == book().version() ? Future.succeededFuture() : load());
  }

  private Future<Void> load() {
    return parts
        .kept()
        .load()
        .compose(state -> parts.vertx().executeBlocking(() -> read(state), false))
        .onSuccess(this::show)
        .mapEmpty();
  }

  private void show(Picture next) {
    picture.accumulateAndGet(next, Picture::newer);
    LOG.info("configuration {}", book().version());
  }

  private Picture read(Kept.State state) {
    var book = seals.open(state);
    var mistakes = new Mistakes();
    var tenants = parts.language().read(book.tree(Book.Secrets.CLEAR), mistakes);
    if (tenants == null) {
      throw new IllegalStateException("the database's configuration is wrong: " + mistakes.list());
    }
    return new Picture(book, tenants);
  }

  /** {@code who} and {@code what} are for the log of changes. */
  public Future<Outcome> change(String who, String what, Edit edit) {
    return change(new Wanted(who, what, edit), ATTEMPTS_MAX);
  }

  private record Wanted(String who, String what, Edit edit) {}

  private Future<Outcome> change(Wanted wanted, int attempts) {
    var before = picture.get();
    return parts
        .vertx()
        .executeBlocking(() -> prepared(wanted, before), false)
        .compose(prepared ->
            switch (Objects.requireNonNull(prepared)) {
              case Done(Outcome outcome) -> Future.succeededFuture(outcome);
              case ToSave(Ready ready) -> save(wanted, ready, attempts);
            });
  }

  private sealed interface Prepared {}

  private record Done(Outcome outcome) implements Prepared {}

  private record ToSave(Ready ready) implements Prepared {}

  private Prepared prepared(Wanted wanted, Picture before) {
    var mistakes = new Mistakes();
    return switch (wanted.edit().of(before.book(), mistakes)) {
      case Wish.Stop(Outcome outcome) -> new Done(outcome);
      case Wish.Tree(Written.Members tree) -> {
        var tenants = parts.language().read(tree, mistakes);
        if (tenants == null || mistakes.count() > 0) yield new Done(new Wrong(mistakes.list()));

        var book = before.book().with(tree);
        var changed = book.changesSince(before.book());
        if (changed.isEmpty()) yield new Done(new Saved(before.book(), changed));

        var change =
            Changes.of(before.book(), book, seals, new Changes.Cause(wanted.who(), wanted.what()));
        yield new ToSave(new Ready(change, new Picture(book, tenants)));
      }
    };
  }

  private Future<Outcome> save(Wanted wanted, Ready ready, int attempts) {
    return parts
        .kept()
        .save(ready.change())
        .compose(saved -> {
          if (saved) {
            show(ready.after());
            var changed = ready.change().log().stream().map(Entry::key).toList();
            return Future.succeededFuture(new Saved(ready.after().book(), List.copyOf(changed)));
          }
          if (attempts <= 1) return Future.failedFuture("others keep changing the configuration");
          return refresh().compose(_ -> change(wanted, attempts - 1));
        });
  }

  /** Wraps by the newest master key whatever an older one wraps; how many secrets that were. */
  public Future<Integer> rewrap(String who) {
    return rewrap(who, ATTEMPTS_MAX);
  }

  private Future<Integer> rewrap(String who, int attempts) {
    return parts
        .kept()
        .load()
        .compose(state ->
            parts
                .vertx()
                .executeBlocking(() -> seals.rewrap(state.secrets()), false)
                .compose(anew -> {
                  if (anew.isEmpty()) return Future.succeededFuture(0);
                  return parts
                      .kept()
                      .save(Changes.rewrapped(state.version(), anew, who))
                      .compose(saved -> {
                        if (saved) return refresh().map(anew.size());
                        if (attempts <= 1) return Future.failedFuture("others keep changing it");
                        return rewrap(who, attempts - 1);
                      });
                }));
  }

  /** Keeps a record of something that changed nothing, such as secrets that were shown. */
  public Future<Void> note(String who, String what) {
    var entry = new Entry(who, what, null, "", "");
    var note =
        new Kept.Change(
            book().version(), List.of(), List.of(), List.of(), List.of(), List.of(entry));
    return parts
        .kept()
        .save(note)
        .compose(
            saved -> refresh().compose(_ -> saved ? Future.succeededFuture() : note(who, what)));
  }
}
