package tollgate.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import tollgate.json.Json;

/** Everything a law draws from one seed; the same seed draws the same things in the same order. */
public final class Draws {

  /** Where encoders, sorters and signers go wrong. */
  private static final List<String> AWKWARD =
      List.of(
          "",
          "0",
          "00",
          "01",
          "1",
          "9",
          "10",
          ":",
          "::",
          "a:b",
          "-",
          ".",
          "\"",
          "\\",
          "/",
          "\n",
          "\t",
          "\u0001",
          "\u007f",
          "é",
          "№",
          "\u2028",
          "\ue000",
          "\uffff",
          "😀",
          "𐀀",
          " ",
          "+",
          "%",
          "null",
          "true",
          "frame_mode",
          "addr",
          "addr2",
          "k",
          "k-x",
          "A",
          "a");

  private static final List<Long> EDGES =
      List.of(0L, 1L, -1L, 9L, 10L, 1L << 53, Long.MAX_VALUE, Long.MIN_VALUE);

  private static final List<String> LITERALS =
      List.of("-0", "0.0", "5.0", "12.50", "1e2", "1E+400", "-7e-3", "9223372036854775808");

  private static final int DEPTH_MAX = 4;

  private final long seed;
  private final Random random;

  public Draws(long seed) {
    this.seed = seed;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  public long seed() {
    return seed;
  }

  /** 0 (included) to the bound (not included). */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends included; the upper one is below the largest long. */
  public long between(long least, long most) {
    return random.nextLong(least, Math.addExact(most, 1));
  }

  /** True so often in a hundred. */
  public boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  @SafeVarargs
  public final <T> T oneOf(T... all) {
    return all[below(all.length)];
  }

  public <T> T oneOf(List<T> all) {
    return all.get(below(all.size()));
  }

  public <T> List<T> listOf(int sizeMax, Supplier<T> item) {
    int size = below(sizeMax + 1);
    var list = new ArrayList<T>(size);
    for (int i = 0; i < size; i++) list.add(item.get());
    return list;
  }

  public <T> List<T> shuffled(List<T> all) {
    var copy = new ArrayList<>(all);
    Collections.shuffle(copy, random);
    return copy;
  }

  public byte[] bytes(int sizeMax) {
    var bytes = new byte[below(sizeMax + 1)];
    random.nextBytes(bytes);
    return bytes;
  }

  public byte[] exactly(int size) {
    var bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Letters and digits, as in ids. */
  public String word(int lengthMax) {
    var word = new StringBuilder();
    for (int i = below(lengthMax) + 1; i > 0; i--) {
      word.append("abcdefghijkmnpqrstuvwxyz0123456789".charAt(below(34)));
    }
    return word.toString();
  }

  /** Any text that JSON can carry and a database can keep, awkward ones often. */
  public String text() {
    return percent(50) ? word(12) : String.join("", listOf(4, () -> oneOf(AWKWARD)));
  }

  /** Any long, the edges often. */
  public long anyLong() {
    return percent(30) ? oneOf(EDGES) : random.nextLong() >> below(64);
  }

  /** Any JSON value, nested a few levels. */
  public Json json() {
    return json(DEPTH_MAX);
  }

  public Json.Obj jsonObject() {
    return object(DEPTH_MAX);
  }

  private Json json(int depth) {
    return switch (below(depth == 0 ? 5 : 7)) {
      case 0 -> Json.text(text());
      case 1 -> Json.number(anyLong());
      case 2 -> percent(50) ? Json.number(below(1000)) : new Json.Num(oneOf(LITERALS));
      case 3 -> Json.bool(percent(50));
      case 4 -> Json.Null.NULL;
      case 5 -> Json.array(listOf(percent(10) ? 14 : 3, () -> json(depth - 1)));
      default -> object(depth - 1);
    };
  }

  private Json.Obj object(int depth) {
    var object = Json.object().build();
    for (var name : listOf(5, this::text)) object = object.with(name, json(depth));
    return object;
  }
}
