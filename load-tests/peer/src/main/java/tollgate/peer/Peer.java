package tollgate.peer;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The same work through Kill Bill and through Tollgate, by turns, and one table of what it took.
 * Ends with 1 when money is wrong, never because a number is low: numbers are for people.
 */
public final class Peer {

  private final Options options = Options.read();

  /** One loop: what the driver keeps is touched by one thread only, and costs both the same. */
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

  private Peer() {}

  /** Whatever goes wrong ends the process: what waits on other threads must not keep it. */
  public static void main(String[] arguments) {
    try {
      System.exit(new Peer().run() ? 0 : 1);
    } catch (Exception failure) {
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private boolean run() throws Exception {
    Files.createDirectories(options.results());
    for (int round = 1; round <= options.rounds(); round++) {
      for (var system : options.systems()) turn(system);
    }
    var legs = Leg.read(options.results());
    var table = new Table(legs).text();
    Files.writeString(options.results().resolve("table.md"), table);
    System.out.println(table);
    return legs.stream().allMatch(Leg::isSound);
  }

  private void turn(String system) throws Exception {
    var folder = newFolder(system);
    try (var database = Database.start(folder, system);
        var contender = contender(system, database, folder)) {
      for (var leg : new Turn(vertx, options, folder, contender, database).run()) {
        leg.append(options.results());
      }
    }
  }

  private Path newFolder(String system) throws IOException {
    var number = 1;
    while (Files.exists(options.results().resolve(system + "-" + number))) number++;
    return Files.createDirectories(options.results().resolve(system + "-" + number));
  }

  private Contender contender(String system, Database database, Path folder) throws Exception {
    return switch (system) {
      case Options.KILL_BILL -> new KillBill(vertx, database, folder);
      case Options.TOLLGATE -> new Gateway(vertx, database, folder);
      default ->
          throw new IllegalArgumentException(
              "peer.systems is a list of killbill and tollgate, not " + system);
    };
  }
}
