package tollgate.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import tollgate.load.ground.Scenario;
import tollgate.load.ground.Sizes;
import tollgate.load.scenario.Acknowledgement;
import tollgate.load.scenario.BesideFloor;
import tollgate.load.scenario.BigBook;
import tollgate.load.scenario.Book;
import tollgate.load.scenario.Crash;
import tollgate.load.scenario.Expiry;
import tollgate.load.scenario.FanOut;
import tollgate.load.scenario.Mixed;
import tollgate.load.scenario.Polling;
import tollgate.load.scenario.StartUp;
import tollgate.load.scenario.Storm;
import tollgate.load.scenario.TopUps;
import tollgate.load.scenario.WarmUp;
import tollgate.load.scenario.WarmUpStorm;
import tollgate.load.scenario.Witness;

/** What a run is made of, by the name it is asked for. */
record Profile(Sizes sizes, List<Scenario> scenarios) {

  private static final Map<String, Supplier<List<Scenario>>> ALONE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("topups", () -> List.of(new WarmUp(), new TopUps(), new Book())),
              Map.entry("mixed", () -> List.of(new WarmUp(), new Mixed(), new Book())),
              Map.entry(
                  "storm",
                  () -> List.of(new WarmUp(), new WarmUpStorm(), spread(), new Book())),
              Map.entry(
                  "hot", () -> List.of(new WarmUp(), new WarmUpStorm(), hot(), new Book())),
              Map.entry(
                  "storms",
                  () -> List.of(new WarmUp(), new WarmUpStorm(), spread(), hot(), new Book())),
              Map.entry(
                  "ack",
                  () ->
                      List.of(
                          new WarmUp(),
                          new WarmUpStorm(),
                          new Storm(false),
                          ack(true),
                          ack(false),
                          new Book())),
              Map.entry("expiry", () -> List.of(new WarmUp(), new Expiry(), new Book())),
              Map.entry("fanout", () -> List.of(new WarmUp(), new FanOut(), new Book())),
              Map.entry("polling", () -> List.of(new WarmUp(), new Polling(), new Book())),
              Map.entry("history", () -> List.of(new BigBook())),
              Map.entry("witness", () -> List.of(new WarmUp(), new Witness())),
              Map.entry("startup", () -> List.of(new StartUp())),
              Map.entry("crash", () -> List.of(new Crash()))));

  static Profile of(String name) {
    if (name.equals("smoke")) return new Profile(Sizes.small(), all());
    if (name.equals("full")) return new Profile(Sizes.full(), all());

    var alone = ALONE.get(name);
    if (alone == null) {
      throw new IllegalArgumentException(
          "profile is smoke, full or one of " + ALONE.keySet() + ", not " + name);
    }
    return new Profile(Sizes.full(), alone.get());
  }

  /** The largest book comes last: what came before it is not slowed down by it. */
  private static List<Scenario> all() {
    return List.of(
        new StartUp(),
        new WarmUp(),
        new TopUps(),
        new Mixed(),
        new WarmUpStorm(),
        spread(),
        hot(),
        ack(true),
        ack(false),
        new Polling(),
        new FanOut(),
        new Expiry(),
        new Book(),
        new BigBook());
  }

  private static Scenario spread() {
    return new BesideFloor(false);
  }

  private static Scenario hot() {
    return new BesideFloor(true);
  }

  private static Scenario ack(boolean told) {
    return new Acknowledgement(told);
  }
}
