package tollgate.load.scenario;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tollgate.load.ground.Bulk;
import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;

/**
 * Whether history costs: the same questions and the same top-ups on a book of 10,000 postings and on a
 * large one, in a database of their own, by the same process. A tenth of all postings is on one wallet,
 * whose history is read from the top and from the middle.
 */
public final class BigBook implements Scenario {

  private static final int SMALL = 10_000;
  private static final int DEEP_PART = 10;
  private static final int WALLETS = 1_000;
  private static final int PAGE = 20;
  private static final int READS_A_SECOND = 1_000;
  private static final int ASKED = 2_000;
  private static final int ROUNDS = 3;
  private static final long NEWEST = (1L << 53) - 1;

  @Override
  public String name() {
    return "The same at many postings as at 10,000";
  }

  @Override
  public void run(Run run) throws Exception {
    run.moveTo("big");
    new WarmUp().run(run);
    var few = Math.min(SMALL, run.sizes().postings());
    fill(run, "few", few);
    var before = measured(run, "few", few, few);
    var many = run.sizes().postings() - few;
    if (many <= 0) return;

    fill(run, "many", many);
    var after = measured(run, "many", run.sizes().postings(), many);
    before.forEach((name, figure) -> ratio(run, name, figure, after.get(name)));
    run.prove();
  }

  private static void ratio(Run run, String name, double few, double many) {
    run.report()
        .row(
            name + ", few / many / ratio",
            "%.2f / %.2f / **%.2f**".formatted(few, many, many / few));
    run.report().figure(name + ", many over few", many / few);
  }

  /** The deep wallet of each filling is one of its own. */
  private static void fill(Run run, String name, int count) throws Exception {
    var begin = System.nanoTime();
    var template = Template.credited(run);
    var bulk = new Bulk(run.ground().psql());
    var deep = count / DEEP_PART;
    bulk.credited(template, name, count - deep, run.wallets(name + "-", WALLETS));
    bulk.credited(template, name + "-deep", deep, run.wallets(name + "-deep-", 1));
    bulk.settle();
    run.report()
        .row(
            "filled up with",
            String.format(
                Locale.ROOT, "%,d postings in %.0f s", count, (System.nanoTime() - begin) / 1e9));
  }

  /**
   * Asks for what was filled in last, in a book of so many postings. It is proven first, as one is
   * that has grown a day at a time: the proof reads what is new, and would read beside the questions.
   */
  private static Map<String, Double> measured(Run run, String name, int postings, int filled)
      throws Exception {
    run.prove();
    run.settle();
    var figures = new LinkedHashMap<String, Double>();
    var at = String.format(Locale.ROOT, " at %,d", postings);
    var deepest = run.wallets(name + "-deep-", 1).getFirst();
    var deep = (long) Math.max(1, filled / DEEP_PART / 2);
    var requests = new LinkedHashMap<String, List<Buffer>>();
    requests.put("history, first page", history(run, deepest, NEWEST));
    requests.put("history, page in the middle", history(run, deepest, deep));
    requests.put("status of one payment", statuses(run, name, filled / 2));
    read(run, figures, at, requests);
    load(run, figures, at);
    return figures;
  }

  private static List<Buffer> history(Run run, String wallet, long before) {
    return List.of(run.ground().merchant().historyRequest(wallet, before, PAGE));
  }

  /** Payments far apart, so that their pages are seldom in memory. */
  private static List<Buffer> statuses(Run run, String name, int payments) {
    var step = Math.max(1, payments / ASKED);
    return IntStream.range(0, Math.min(ASKED, payments))
        .mapToObj(i -> run.ground().merchant().statusRequest(name + "-" + (1 + i * (long) step)))
        .toList();
  }

  /** By turns, for what the machine does beside it must not be one question's alone. */
  private static void read(
      Run run, Map<String, Double> figures, String at, Map<String, List<Buffer>> requests)
      throws Exception {
    var asked = new LinkedHashMap<String, Questions>();
    requests.forEach((what, each) -> asked.put(what, new Questions(run, what + at, each)));
    var seconds = Math.max(1, run.sizes().pollSeconds() / 2);
    for (int i = 0; i < ROUNDS; i++) {
      for (var questions : asked.values()) run.await(() -> questions.at(READS_A_SECOND, seconds));
    }
    asked.forEach((what, questions) -> report(run, figures, what, at, questions));
  }

  private static void report(
      Run run, Map<String, Double> figures, String what, String at, Questions questions) {
    run.report().row(what + at + ", " + READS_A_SECOND + "/s", questions.answered());
    if (questions.failures().count() > 0) {
      run.report().row("… of which", questions.failures().toString());
    }
    figures.put(what + ", p50 ms", questions.answered().percentile(50));
    figures.put(what + ", p99 ms", questions.answered().percentile(99));
  }

  private static void load(Run run, Map<String, Double> figures, String at) throws Exception {
    var sizes = run.sizes();
    var flows = new Flows(run, "top-up" + at);
    var before = run.begin();
    run.await(() -> flows.run(sizes.rate(), sizes.seconds() / 2));
    flows.report("%d/s for %d s".formatted(sizes.rate(), sizes.seconds() / 2));
    var used = run.cost(before, flows.ended());
    figures.put("top-up CPU, ms", used.perFlow(Math.max(1, flows.ended())));
    figures.put("top-up final webhook, p50 ms", flows.full().percentile(50));
    var storm = new Callbacks(run, "storm" + at);
    run.await(() -> storm.prepare(sizes.storm() / 2, run.ground().wallets()));
    run.settle();
    double credited = run.await(storm::flatOut);
    run.report().row("storm" + at, "%.0f/s, %s".formatted(credited, storm.failures()));
    figures.put("storm, credits/s", credited);
    run.await(run.sink()::drained);
  }
}
