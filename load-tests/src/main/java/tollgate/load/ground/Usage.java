package tollgate.load.ground;

/**
 * What was used between two moments, or since the processes started: CPU in milliseconds, the
 * gateway's pauses for garbage, and the time that went by. What the gateway's JVM compiles with is a
 * part of the gateway's that a warm one does not use.
 */
public record Usage(
    long gatewayMillis,
    long compilerMillis,
    long postgresMillis,
    long generatorMillis,
    double pausedMillis,
    double wallMillis) {

  Usage minus(Usage before) {
    return new Usage(
        gatewayMillis - before.gatewayMillis,
        compilerMillis - before.compilerMillis,
        postgresMillis - before.postgresMillis,
        generatorMillis - before.generatorMillis,
        pausedMillis - before.pausedMillis,
        wallMillis - before.wallMillis);
  }

  /** Of gateway and PostgreSQL for one of so many flows, in milliseconds. */
  public double perFlow(double flows) {
    return (gatewayMillis + postgresMillis) / flows;
  }

  String each(double flows) {
    return "%.3f ms gateway (%.3f its compiler) + %.3f ms PostgreSQL = %.3f ms; generator %.3f ms"
        .formatted(
            gatewayMillis / flows,
            compilerMillis / flows,
            postgresMillis / flows,
            perFlow(flows),
            generatorMillis / flows);
  }

  /** In hundredths of the time that went by. */
  double pausedPercent() {
    return 100 * pausedMillis / Math.max(1, wallMillis);
  }

  /** Of all processors, in hundredths: who was busy. */
  String busy() {
    var all = wallMillis * Runtime.getRuntime().availableProcessors() / 100;
    return "gateway %.0f %%, PostgreSQL %.0f %%, generator %.0f %% of all processors"
        .formatted(gatewayMillis / all, postgresMillis / all, generatorMillis / all);
  }
}
