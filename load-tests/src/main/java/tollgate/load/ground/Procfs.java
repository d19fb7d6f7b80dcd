package tollgate.load.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Linux tells of processes. */
final class Procfs {

  private static final long MILLIS_A_TICK = 10;
  private static final int USER_TICKS = 11;
  private static final int REAPED_SYSTEM_TICKS = 14;

  private Procfs() {}

  /** CPU time of a process and of those below it, but for one of these and what is below that. */
  static long cpuMillis(long pid, long without) {
    var below = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
    return Stream.concat(ProcessHandle.of(pid).stream(), below)
            .filter(process -> !isWithin(process, without))
            .mapToLong(process -> ticks(process.pid()))
            .sum()
        * MILLIS_A_TICK;
  }

  private static boolean isWithin(ProcessHandle process, long ancestor) {
    return Stream.iterate(
            process, p -> p != null, p -> p.parent().orElse(null))
        .anyMatch(p -> p.pid() == ancestor);
  }

  /** User, system and reaped children's time, in hundredths of a second. */
  private static long ticks(long pid) {
    return ticks(lines(of(pid, "stat")));
  }

  private static long ticks(List<String> stat) {
    if (stat.isEmpty()) return 0;

    var fields = stat.getFirst().substring(stat.getFirst().lastIndexOf(')') + 2).split(" ");
    var ticks = 0L;
    for (int i = USER_TICKS; i <= REAPED_SYSTEM_TICKS; i++) ticks += Long.parseLong(fields[i]);
    return ticks;
  }

  /** CPU time of those of its threads that have this in their name. */
  static long threadsMillis(long pid, String name) {
    try (var threads = Files.list(of(pid, "task"))) {
      return threads
              .map(thread -> lines(thread.resolve("stat")))
              .filter(stat -> !stat.isEmpty() && stat.getFirst().contains(name))
              .mapToLong(Procfs::ticks)
              .sum()
          * MILLIS_A_TICK;
    } catch (IOException | UncheckedIOException ended) {
      return 0;
    }
  }

  /** A line of the process's status in MiB, such as VmRSS. */
  static long statusMiB(long pid, String name) {
    return lines(of(pid, "status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /** From now on the peak is the highest since now; on a kernel that refuses, since its start. */
  static void forgetPeak(long pid) {
    try {
      Files.writeString(of(pid, "clear_refs"), "5");
    } catch (IOException refused) {
      System.err.println("the peak of memory is that since the start: " + refused.getMessage());
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException gone) {
      return List.of();
    }
  }

  private static Path of(long pid, String file) {
    return Path.of("/proc", Long.toString(pid), file);
  }
}
