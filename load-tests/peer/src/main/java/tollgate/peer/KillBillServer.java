package tollgate.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Kill Bill's war in jetty-runner, its tables made by the DDL in its own jars. Tuned as far as its
 * settings go; as it comes it does a tenth.
 */
final class KillBillServer implements AutoCloseable {

  /** The first has the types that the others need. */
  private static final List<String> MODULES =
      List.of(
          "account",
          "beatrix",
          "catalog",
          "entitlement",
          "invoice",
          "payment",
          "subscription",
          "tenant",
          "usage",
          "util");

  /** For its plugins' framework, which opens addresses of its own in every JDK after the eighth. */
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.security",
          "java.util",
          "java.net",
          "java.io",
          "sun.net.www.protocol.http",
          "sun.net.www.protocol.https",
          "sun.net.www.protocol.file",
          "sun.net.www.protocol.ftp",
          "sun.net.www.protocol.jar",
          "sun.net.www.protocol.mailto",
          "sun.net.www.content.text");

  /**
   * Passwords are hashed once for each request, in place of 200,000 times; the external bus, which
   * nothing hears here, stays in memory; the main bus polls for 50 events at once with 4 threads.
   */
  private static final String PROPERTIES =
      """
      org.killbill.dao.url=%1$s
      org.killbill.dao.user=postgres
      org.killbill.dao.password=postgres
      org.killbill.dao.maxActive=40
      org.killbill.billing.osgi.dao.url=%1$s
      org.killbill.billing.osgi.dao.user=postgres
      org.killbill.billing.osgi.dao.password=postgres
      org.killbill.osgi.bundle.install.dir=%2$s
      org.killbill.server.multitenant=true
      org.killbill.server.updateCheck.skip=true
      org.killbill.security.shiroNbHashIterations=1
      org.killbill.persistent.bus.external.inMemory=true
      org.killbill.persistent.bus.main.queue.mode=STICKY_POLLING
      org.killbill.persistent.bus.main.claimed=50
      org.killbill.persistent.bus.main.nbThreads=4
      org.killbill.notificationq.main.queue.mode=STICKY_POLLING
      """;

  private static final List<String> HEAP = List.of("-Xms1g", "-Xmx4g");

  private final Path fetched = Path.of(System.getProperty("peer.fetched")).toAbsolutePath();
  private final String version = System.getProperty("peer.killbill");
  private final Database database;
  private final Path folder;
  private final int port;
  private Program program;

  KillBillServer(Database database, Path folder, int port) {
    this.database = database;
    this.folder = folder;
    this.port = port;
  }

  void start() throws IOException, SQLException, InterruptedException {
    makeTables();
    installProvider();
    Files.writeString(
        folder.resolve("killbill.properties"),
        PROPERTIES.formatted(database.url(), folder.resolve("bundles")));
    Files.writeString(
        folder.resolve("logback.xml"), "<configuration><root level=\"WARN\"/></configuration>");
    program = Program.start(command(), Map.of(), folder, folder.resolve("killbill.log"));
    program.awaitReady(port, "/1.0/healthcheck");
  }

  private void makeTables() throws IOException, SQLException {
    database.run(ddl(module("util"), "org/killbill/billing/util/ddl-postgresql.sql"));
    for (var name : MODULES) {
      database.run(ddl(module(name), "org/killbill/billing/" + name + "/ddl.sql"));
    }
    database.run(ddl(provider(), "ddl.sql"));
  }

  private Path module(String name) {
    return fetched.resolve("war/WEB-INF/lib/killbill-" + name + "-" + version + ".jar");
  }

  private Path provider() {
    return fetched.resolve("payment-test-plugin.jar");
  }

  private static String ddl(Path jar, String entry) throws IOException {
    try (var zip = new ZipFile(jar.toFile());
        var stream = zip.getInputStream(zip.getEntry(entry))) {
      return new String(stream.readAllBytes());
    }
  }

  private void installProvider() throws IOException {
    var its = System.getProperty("peer.provider");
    var plugin = folder.resolve("bundles/plugins/java/payment-test/" + its);
    Files.createDirectories(plugin);
    Files.createDirectories(folder.resolve("bundles/platform"));
    Files.copy(provider(), plugin.resolve("payment-test-plugin-" + its + ".jar"));
  }

  private List<String> command() throws IOException {
    var command = new ArrayList<String>();
    command.add(OlderJava.executable().toString());
    command.addAll(HEAP);
    for (var opened : OPENED) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
      command.add("--add-exports=java.base/" + opened + "=ALL-UNNAMED");
    }
    command.add(
        "-Dorg.killbill.server.properties=" + folder.resolve("killbill.properties").toUri());
    command.add("-Dlogback.configurationFile=" + folder.resolve("logback.xml"));
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("temporary")));
    Stream.of("-jar", fetched.resolve("jetty-runner.jar").toString()).forEach(command::add);
    Stream.of("--host", "127.0.0.1", "--port", Integer.toString(port)).forEach(command::add);
    command.add(fetched.resolve("war").toString());
    return command;
  }

  long pid() {
    return program.pid();
  }

  @Override
  public void close() {
    if (program != null) program.close();
  }
}
