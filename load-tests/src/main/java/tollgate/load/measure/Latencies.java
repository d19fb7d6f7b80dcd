package tollgate.load.measure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Times of one kind in microseconds, as one histogram and second by second. Kept as HdrHistogram's
 * files: the log with an interval a second (.hlog) and the distribution (.hgrm).
 */
public final class Latencies {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(5);
  private static final int DIGITS = 3;

  /** What ended within one second of the run; times in milliseconds. */
  public record Second(int second, long count, double p50, double p99) {}

  private final String name;
  private final Histogram all = new Histogram(LONGEST_MICROS, DIGITS);
  private final Histogram interval = new Histogram(LONGEST_MICROS, DIGITS);
  private final List<Second> seconds = new ArrayList<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final HistogramLogWriter writer = new HistogramLogWriter(log);
  private final long begin = System.nanoTime();
  private int second;

  public Latencies(String name) {
    this.name = name;
    writer.outputLogFormatVersion();
    writer.outputLegend();
  }

  /** From that nanoTime, the intended start, until now. */
  public void since(long intended) {
    var now = System.nanoTime();
    record((now - intended) / 1000, now);
  }

  public void micros(long micros) {
    record(micros, System.nanoTime());
  }

  private void record(long micros, long now) {
    var within = (int) ((now - begin) / SECOND);
    if (within > second) endSecond(within);
    var shown = Math.clamp(micros, 0, LONGEST_MICROS);
    interval.recordValue(shown);
    all.recordValue(shown);
  }

  private void endSecond(int next) {
    if (interval.getTotalCount() > 0) {
      seconds.add(new Second(second, interval.getTotalCount(), of(interval, 50), of(interval, 99)));
      writer.outputIntervalHistogram(second, second + 1.0, interval, 1.0);
      interval.reset();
    }
    second = next;
  }

  public String name() {
    return name;
  }

  public long count() {
    return all.getTotalCount();
  }

  /** The time that this part of a hundred did not exceed, in milliseconds. */
  public double percentile(double percent) {
    return of(all, percent);
  }

  private static double of(Histogram histogram, double percent) {
    return histogram.getValueAtPercentile(percent) / 1e3;
  }

  /** The last second is left out: it is seldom a whole one. */
  List<Second> seconds() {
    return seconds;
  }

  @Override
  public String toString() {
    return "p50 %.1f, p90 %.1f, p99 %.1f, p99.9 %.1f, max %.1f ms"
        .formatted(
            percentile(50), percentile(90), percentile(99), percentile(99.9), percentile(100));
  }

  void keep(Path folder) throws IOException {
    var file = name.replaceAll("[^A-Za-z0-9.]+", "-");
    try (var out = new PrintStream(Files.newOutputStream(folder.resolve(file + ".hgrm")))) {
      all.outputPercentileDistribution(out, 1000.0);
    }
    if (interval.getTotalCount() > 0) {
      writer.outputIntervalHistogram(second, second + 1.0, interval, 1.0);
      interval.reset();
    }
    Files.write(folder.resolve(file + ".hlog"), log.toByteArray());
  }
}
