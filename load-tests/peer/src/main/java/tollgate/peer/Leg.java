package tollgate.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One measurement, as it stands in a line of {@code legs.csv}.
 *
 * @param flows that ended in the measured time
 * @param millis that were measured
 * @param p50 in microseconds, as the next two
 * @param cpu of the measured time
 * @param done flows that ended well, those that warmed up included
 * @param failed flows, those included
 * @param held by all accounts together afterwards, in minor units
 */
record Leg(
    String system,
    String load,
    int concurrency,
    long flows,
    long millis,
    long p50,
    long p95,
    long p99,
    Cpu cpu,
    long done,
    long failed,
    long held) {

  private static final String FILE = "legs.csv";
  private static final String HEAD =
      "system,load,concurrency,flows,millis,p50_micros,p95_micros,p99_micros,"
          + "jvm_millis,postgres_millis,driver_millis,machine_millis,done,failed,held\n";

  static Leg of(String system, String load, int concurrency, ClosedLoop.Result result, long held) {
    var micros = result.micros();
    return new Leg(
        system,
        load,
        concurrency,
        micros.getTotalCount(),
        TimeUnit.NANOSECONDS.toMillis(result.nanos()),
        micros.getValueAtPercentile(50),
        micros.getValueAtPercentile(95),
        micros.getValueAtPercentile(99),
        result.cpu(),
        result.done(),
        result.failures().values().stream().mapToLong(Long::longValue).sum(),
        held);
  }

  double perSecond() {
    return flows * 1000.0 / millis;
  }

  double jvmMillis() {
    return (double) cpu.jvm() / flows;
  }

  double postgresMillis() {
    return (double) cpu.postgres() / flows;
  }

  double cpuMillis() {
    return jvmMillis() + postgresMillis();
  }

  double driverMillis() {
    return (double) cpu.driver() / flows;
  }

  /** Of all cores, used by none of the three or kept from us by other machines: noise. */
  double othersPercent() {
    var others = cpu.machine() - cpu.jvm() - cpu.postgres() - cpu.driver();
    return 100.0 * others / millis / Runtime.getRuntime().availableProcessors();
  }

  long paidIn() {
    return done * Contender.AMOUNT;
  }

  /** Whether the accounts hold what the flows that ended well paid in, to the sen. */
  boolean isSound() {
    return held == paidIn();
  }

  void append(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    if (!Files.exists(file)) Files.writeString(file, HEAD);
    var line =
        "%s,%s,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d%n"
            .formatted(
                system,
                load,
                concurrency,
                flows,
                millis,
                p50,
                p95,
                p99,
                cpu.jvm(),
                cpu.postgres(),
                cpu.driver(),
                cpu.machine(),
                done,
                failed,
                held);
    Files.writeString(file, line, StandardOpenOption.APPEND);
  }

  /** All that were measured into the folder, in their order. */
  static List<Leg> read(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    if (!Files.exists(file)) return List.of();
    return Files.readAllLines(file).stream().skip(1).map(line -> parse(line.split(","))).toList();
  }

  private static Leg parse(String[] fields) {
    var numbers = new long[fields.length];
    for (int i = 2; i < fields.length; i++) numbers[i] = Long.parseLong(fields[i]);
    return new Leg(
        fields[0],
        fields[1],
        (int) numbers[2],
        numbers[3],
        numbers[4],
        numbers[5],
        numbers[6],
        numbers[7],
        new Cpu(numbers[8], numbers[9], numbers[10], numbers[11]),
        numbers[12],
        numbers[13],
        numbers[14]);
  }
}
