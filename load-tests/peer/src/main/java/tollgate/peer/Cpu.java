package tollgate.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * CPU that somebody has used since it started, from {@code /proc}, in milliseconds.
 *
 * @param machine of all processes, and what other virtual machines took from this one
 */
record Cpu(long jvm, long postgres, long driver, long machine) {

  /** Linux counts in hundredths of a second. */
  private static final long TICK_MILLIS = 10;

  /** Where a line of {@code stat}, cut behind the program's name, has user and system time. */
  private static final int UTIME = 11;

  private static final int STIME = 12;

  /** And those of children that have ended. */
  private static final int CSTIME = 14;

  static Cpu of(long jvm, long postgres) {
    var own = ticks(ProcessHandle.current().pid(), STIME);
    return new Cpu(ofTree(jvm), ofTree(postgres), own * TICK_MILLIS, ofMachine());
  }

  /** User, nice, system, then idle and waiting, which are not counted, interrupts and stolen. */
  private static long ofMachine() {
    try (var lines = Files.lines(Path.of("/proc/stat"))) {
      var fields = lines.findFirst().orElseThrow().split(" +");
      return IntStream.of(1, 2, 3, 6, 7, 8).mapToLong(i -> Long.parseLong(fields[i])).sum()
          * TICK_MILLIS;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Cpu minus(Cpu before) {
    return new Cpu(
        jvm - before.jvm,
        postgres - before.postgres,
        driver - before.driver,
        machine - before.machine);
  }

  private static long ofTree(long pid) {
    var ticks = ticks(pid, CSTIME);
    var process = ProcessHandle.of(pid);
    if (process.isEmpty()) return ticks * TICK_MILLIS;

    for (var child : process.get().descendants().toList()) ticks += ticks(child.pid(), CSTIME);
    return ticks * TICK_MILLIS;
  }

  private static long ticks(long pid, int last) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      var ticks = 0L;
      for (int field = UTIME; field <= last; field++) ticks += Long.parseLong(fields[field]);
      return ticks;
    } catch (IOException gone) {
      return 0;
    }
  }
}
