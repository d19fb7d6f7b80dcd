package tollgate.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one provider. Safe on many event loops: a transaction is immutable and its
 * next version is computed under the lock of its own entry. Over the limit the oldest is forgotten.
 */
public final class Memory<T extends Kept> {

  /** A step and what came before it; both are the same if nothing changed. */
  public record Change<T>(T before, T after) {

    /** A step that does not apply gives back the very object it got. */
    @SuppressWarnings("ReferenceEquality")
    public boolean happened() {
      return before != after;
    }
  }

  private final int transactionsMax;
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicInteger size = new AtomicInteger();
  private final ConcurrentHashMap<String, T> byId = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, String> latestByKey = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Long, String> byNumber = new ConcurrentSkipListMap<>();
  private final Set<String> open = ConcurrentHashMap.newKeySet();

  public Memory(int transactionsMax) {
    this.transactionsMax = transactionsMax;
  }

  public long nextNumber() {
    return numbers.incrementAndGet();
  }

  /** Keeps a new transaction, unless another one under the same key may not be replaced. */
  public boolean add(T fresh, Predicate<T> replaceable) {
    var latest =
        latestByKey.compute(fresh.key(), (_, id) -> isFree(id, replaceable) ? put(fresh) : id);
    if (!fresh.id().equals(latest)) return false;

    byNumber.put(fresh.number(), fresh.id());
    if (size.incrementAndGet() > transactionsMax) forgetOldest();
    return true;
  }

  private boolean isFree(@Nullable String id, Predicate<T> replaceable) {
    if (id == null) return true;

    var kept = byId.get(id);
    return kept == null || replaceable.test(kept);
  }

  private String put(T fresh) {
    byId.put(fresh.id(), fresh);
    if (fresh.isOpen()) open.add(fresh.id());
    return fresh.id();
  }

  private void forgetOldest() {
    var oldest = byNumber.pollFirstEntry();
    if (oldest == null) return;

    size.decrementAndGet();
    open.remove(oldest.getValue());
    var gone = byId.remove(oldest.getValue());
    if (gone != null) latestByKey.remove(gone.key(), gone.id());
  }

  public Optional<T> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The latest transaction under this key. */
  public Optional<T> byKey(String key) {
    return Optional.ofNullable(latestByKey.get(key)).flatMap(this::byId);
  }

  /** By its id, or under the key that one of these accounts has for it. */
  public <A> Optional<T> find(String id, List<A> accounts, Function<A, String> key) {
    return byId(id)
        .or(() ->
            accounts.stream().flatMap(account -> byKey(key.apply(account)).stream()).findFirst());
  }

  /** One step of one transaction; {@code step} gives back what it got where it does not apply. */
  public Optional<Change<T>> change(String id, UnaryOperator<T> step) {
    var before = new Object[1];
    var after =
        byId.computeIfPresent(
            id,
            (_, kept) -> {
              before[0] = kept;
              return step.apply(kept);
            });
    if (after == null) return Optional.empty();
    if (!after.isOpen()) open.remove(id);

    @SuppressWarnings("unchecked")
    var was = (T) before[0];
    return Optional.of(new Change<>(was, after));
  }

  /** Those that the customer may still act upon. */
  public List<T> open() {
    return open.stream().flatMap(id -> byId(id).stream()).toList();
  }

  /** Those with a greater number, in order. */
  public List<T> after(long number, int transactionsAtMost) {
    return byNumber.tailMap(number, false).values().stream()
        .flatMap(id -> byId(id).stream())
        .limit(transactionsAtMost)
        .toList();
  }

  /** The latest that are wanted, newest first. */
  public List<T> latest(Predicate<T> wanted, int transactionsAtMost) {
    return byNumber.descendingMap().values().stream()
        .flatMap(id -> byId(id).stream())
        .filter(wanted)
        .limit(transactionsAtMost)
        .toList();
  }

  /** How many are kept. */
  public int size() {
    return size.get();
  }
}
