package tollgate.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rooms of the house and who may know whom, the same picture as in architecture.md. What is not
 * written here is a wall.
 */
enum Room {
  MONEY,
  JSON,
  TENANT(MONEY),
  KEYS(TENANT),
  SIGNING(JSON, MONEY, TENANT),
  LEDGER(MONEY),
  PAYMENT(LEDGER, MONEY, TENANT),
  GATE(JSON, LEDGER, MONEY, PAYMENT, SIGNING, TENANT),
  PROVIDER(JSON, MONEY, PAYMENT, SIGNING, TENANT),
  DATA(GATE, JSON, MONEY, PAYMENT, TENANT),

  CONFIG(JSON, KEYS, MONEY, PAYMENT, PROVIDER, TENANT),
  ENGINE(DATA, GATE, JSON, LEDGER, MONEY, PAYMENT, PROVIDER, SIGNING, TENANT),
  REPORT(DATA, ENGINE, TENANT),
  STORE(CONFIG, DATA, ENGINE, GATE, JSON, LEDGER, MONEY, PAYMENT, REPORT, SIGNING, TENANT),
  OUTSIDE(ENGINE, GATE, JSON, MONEY, PAYMENT, PROVIDER, REPORT, SIGNING, TENANT),
  WEB(DATA, ENGINE, GATE, JSON, LEDGER, MONEY, PAYMENT, PROVIDER, SIGNING, TENANT),
  DOCTOR(ENGINE, GATE, JSON, LEDGER, MONEY, PAYMENT, PROVIDER, TENANT),
  ADMIN(CONFIG, DATA, DOCTOR, ENGINE, JSON, KEYS, MONEY, PAYMENT, PROVIDER, REPORT, TENANT),
  OPERATIONS(ENGINE, STORE, LEDGER, MONEY, PAYMENT, TENANT),
  DOCS(JSON),

  /** Knows the providers by their public protocol alone, or both would share one mistake. */
  SANDBOX,
  /** A merchant's own program: knows of us what a merchant does, how to sign and how to read. */
  DEMO(JSON, MONEY, SIGNING, TENANT);

  static final String[] PURE = {
    "..tollgate.money..",
    "..tollgate.json..",
    "..tollgate.ledger..",
    "..tollgate.payment..",
    "..tollgate.tenant..",
    "..tollgate.keys..",
    "..tollgate.signing..",
    "..tollgate.gate..",
    "..tollgate.provider..",
    "..tollgate.data.."
  };

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is as immutable as it gets.
  private final Set<Room> known;

  Room(Room... known) {
    this.known = Set.of(known);
  }

  boolean mayKnow(Room other) {
    return this == other || known.contains(other);
  }

  /** Empty for the top room, which knows everybody and is known by nobody. */
  static Optional<Room> of(JavaClass type) {
    return Arrays.stream(values()).filter(room -> room.holds(type)).findFirst();
  }

  static boolean isOurs(JavaClass type) {
    return type.getPackageName().matches("(.+\\.)?tollgate(\\..+)?");
  }

  static boolean isTop(JavaClass type) {
    return type.getPackageName().matches("(.+\\.)?tollgate");
  }

  private boolean holds(JavaClass type) {
    var name = name().toLowerCase(Locale.ROOT);
    return type.getPackageName().matches("(.+\\.)?tollgate\\." + name + "(\\..+)?");
  }
}
