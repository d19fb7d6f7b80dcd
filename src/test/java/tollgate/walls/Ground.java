package tollgate.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Set;

/** What each part of the house may stand on, of what we did not write ourselves. */
final class Ground {

  /** Safe for the pure part as whole packages: no clock, no world, no thread in them. */
  private static final Set<String> HARMLESS_PACKAGES =
      Set.of(
          "javax.xml.stream",
          "java.lang.annotation",
          "java.lang.constant",
          "java.lang.invoke",
          "java.lang.runtime",
          "java.math",
          "java.nio",
          "java.nio.charset",
          "java.time",
          "java.time.format",
          "java.time.temporal",
          "java.util",
          "java.util.function",
          "java.util.regex",
          "java.util.stream",
          "javax.crypto",
          "javax.crypto.spec",
          "org.jspecify.annotations");

  private static final Set<String> HARMFUL_IN_JAVA_LANG =
      Set.of("Process", "ProcessBuilder", "ProcessHandle", "Runtime", "Thread", "ThreadLocal");

  /** Safe by name, out of packages that also hold sockets, files or dice. */
  private static final Set<String> HARMLESS_CLASSES =
      Set.of(
          "java.io.ByteArrayInputStream",
          "java.io.ByteArrayOutputStream",
          "java.io.StringReader",
          "java.io.IOException",
          "java.io.InputStream",
          "java.io.OutputStream",
          "java.io.Serializable",
          "java.io.StringWriter",
          "java.io.UncheckedIOException",
          "java.io.Writer",
          "java.net.URI",
          "java.net.URISyntaxException",
          "java.net.URLDecoder",
          "java.net.URLEncoder",
          "java.security.GeneralSecurityException",
          "java.security.InvalidAlgorithmParameterException",
          "java.security.InvalidKeyException",
          "java.security.Key",
          "java.security.MessageDigest",
          "java.security.NoSuchAlgorithmException",
          "java.security.spec.AlgorithmParameterSpec",
          "java.security.spec.KeySpec",
          "java.text.Normalizer",
          "java.text.Normalizer$Form");

  static final String[] SQL = {
    "io.vertx.sqlclient..",
    "io.vertx.pgclient..",
    "java.sql..",
    "javax.sql..",
    "org.flywaydb..",
    "org.postgresql..",
    "io.zonky.."
  };

  /** Everything outside the pure part; the JSON library is the pure room json's own tool. */
  static final DescribedPredicate<JavaClass> THE_WORLD =
      describe("are of the world", type -> !isHarmless(type.getBaseComponentType()));

  static final DescribedPredicate<JavaClass> RANDOM =
      among(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.Timer",
          "java.security.SecureRandom",
          "java.util.concurrent.ThreadLocalRandom");

  static final DescribedPredicate<JavaAccess<?>> CLOCK_OR_DICE =
      describe(
          "read the clock, the machine or the dice",
          access -> isClockOrDice(access.getTargetOwner().getName(), access.getName()));

  static final DescribedPredicate<JavaClass> HTTP_CLIENT =
      describe(
          "are clients of the network",
          type ->
              type.getPackageName().startsWith("io.vertx.ext.web.client")
                  || type.getPackageName().startsWith("io.vertx.ext.mail")
                  || type.getPackageName().startsWith("java.net.http")
                  || Set.of(
                          "io.vertx.core.http.HttpClient",
                          "io.vertx.core.http.HttpClientAgent",
                          "io.vertx.core.http.HttpClientBuilder",
                          "io.vertx.core.http.HttpClientRequest",
                          "io.vertx.core.http.WebSocketClient",
                          "io.vertx.core.net.NetClient",
                          "java.net.HttpURLConnection",
                          "java.net.Socket",
                          "java.net.URLConnection")
                      .contains(type.getName()));

  /** {@code Tollgate} itself waits once, while it stops: the process must not end before. */
  static final DescribedPredicate<JavaClass> NOT_THE_TOP =
      describe("are in a room", type -> !Room.isTop(type));

  static final DescribedPredicate<JavaAccess<?>> WAITS =
      describe(
          "wait for something",
          access -> isWait(access.getTargetOwner().getName(), access.getName()));

  static final DescribedPredicate<JavaClass> BLOCKING =
      describe(
          "make a thread wait",
          type ->
              type.getPackageName().equals("java.util.concurrent.locks")
                  || Set.of(
                          "java.util.concurrent.BlockingQueue",
                          "java.util.concurrent.CompletableFuture",
                          "java.util.concurrent.CountDownLatch",
                          "java.util.concurrent.CyclicBarrier",
                          "java.util.concurrent.LinkedBlockingQueue",
                          "java.util.concurrent.Semaphore")
                      .contains(type.getName()));

  private Ground() {}

  private static boolean isHarmless(JavaClass type) {
    var home = type.getPackageName();
    if (type.isPrimitive() || Room.isOurs(type) || home.startsWith("com.fasterxml.jackson.core")) {
      return true;
    }
    if (home.equals("java.lang")) {
      return !HARMFUL_IN_JAVA_LANG.contains(type.getSimpleName());
    }
    return HARMLESS_PACKAGES.contains(home) || HARMLESS_CLASSES.contains(type.getName());
  }

  private static boolean isClockOrDice(String owner, String method) {
    return switch (owner) {
      case "java.lang.System" ->
          Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty").contains(method);
      case "java.lang.Math", "java.lang.StrictMath" -> method.equals("random");
      case "java.util.UUID" -> method.equals("randomUUID");
      case "java.util.Date", "java.util.GregorianCalendar" -> method.equals("<init>");
      case "java.util.Calendar" -> method.equals("getInstance");
      case "java.time.Clock" -> method.startsWith("system");
      default -> owner.startsWith("java.time.") && method.equals("now");
    };
  }

  private static boolean isWait(String owner, String method) {
    return switch (owner) {
      case "java.lang.Thread" -> Set.of("sleep", "join").contains(method);
      case "java.lang.Object" -> method.equals("wait");
      case "java.lang.Process" -> method.equals("waitFor");
      case "io.vertx.core.Future" -> method.equals("await");
      case "java.util.concurrent.Future" -> method.equals("get");
      default -> false;
    };
  }

  private static DescribedPredicate<JavaClass> among(String... names) {
    return describe(
        "are among " + Arrays.toString(names), type -> Set.of(names).contains(type.getName()));
  }
}
