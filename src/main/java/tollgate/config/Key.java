package tollgate.config;

import java.util.Comparator;
import java.util.Locale;

/**
 * What names one configured thing: its kind, and its key, number, id, name, project and method, or
 * centre and pair. It is the same in the database, in the addresses of the admin API and in the log
 * of changes.
 */
public record Key(Kind kind, String name) implements Comparable<Key> {

  /** In the order in which one needs the other. */
  public enum Kind {
    CENTRE,
    GATEWAY,
    PROJECT,
    ACTIVATION,
    RATE,
    DATA_TOKEN
  }

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::kind).thenComparing(Key::name);

  public static Key centre(String key) {
    return new Key(Kind.CENTRE, key);
  }

  public static Key gateway(String number) {
    return new Key(Kind.GATEWAY, number);
  }

  public static Key project(String id) {
    return new Key(Kind.PROJECT, id);
  }

  public static Key activation(String project, String method) {
    return new Key(Kind.ACTIVATION, project + '/' + method);
  }

  /** {@code pair}: USD-MYR. */
  public static Key rate(String centre, String pair) {
    return new Key(Kind.RATE, centre + '/' + pair);
  }

  public static Key dataToken(String name) {
    return new Key(Kind.DATA_TOKEN, name);
  }

  /** The number of a gateway or project, the project of an activation. */
  public long number() {
    var slash = name.indexOf('/');
    return Long.parseLong(slash < 0 ? name : name.substring(0, slash));
  }

  /** Of an activation; of a rate it is the pair. */
  public String method() {
    return name.substring(name.indexOf('/') + 1);
  }

  @Override
  public int compareTo(Key that) {
    return ORDER.compare(this, that);
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ' ' + name;
  }
}
