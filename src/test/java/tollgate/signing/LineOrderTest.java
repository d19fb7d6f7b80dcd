package tollgate.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.support.Draws;
import tollgate.support.Seeds;

class LineOrderTest {

  /** Paths in the order in which each way of sorting puts them; the value is the same for all. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NATURAL    | l:0 l:1 l:2 l:3 l:4 l:5 l:6 l:7 l:8 l:9 l:10 l:11
          PATH_BYTES | l:0 l:1 l:10 l:11 l:2 l:3 l:4 l:5 l:6 l:7 l:8 l:9
          LINE_BYTES | l:0 l:10 l:11 l:1 l:2 l:3 l:4 l:5 l:6 l:7 l:8 l:9
          NATURAL    | addr addr2 addr10
          PATH_BYTES | addr addr10 addr2
          LINE_BYTES | addr10 addr2 addr
          NATURAL    | addr2 addr10 addr:x
          NATURAL    | k k-x k:x kx
          PATH_BYTES | k k-x k:x kx
          LINE_BYTES | k-x k k:x kx
          NATURAL    | k k- k-1 k-2 k-10 k-x k.
          NATURAL    | A B a b
          NATURAL    | A:9 A:10 a:1
          NATURAL    | a a0 a00 a01 a1 a002 a02 a2 a10
          NATURAL    | a01:z a1:a a1:b
          NATURAL    | a0:1 a00:0 a1:0
          NATURAL    | 2 10 100
          NATURAL    | 01b 1a1 1a2 1a10 1b
          NATURAL    | a:18446744073709551615 a:18446744073709551616 a:99999999999999999999999
          NATURAL    | a1b2 a1b10 a2b1
          NATURAL    | _ a ~ é № \ue000 \uffee 😀
          PATH_BYTES | _ a ~ é № \ue000 \uffee 😀
          LINE_BYTES | _ a ~ é № \ue000 \uffee 😀
          NATURAL    | ١ ١٠ ٢
          """)
  void sorts(LineOrder order, String paths) {
    var text = new StringBuilder();
    var lines = Arrays.stream(paths.split(" ")).map(path -> line(text, path)).toList();
    for (int seed = 0; seed < 20; seed++) {
      var shuffled = new ArrayList<>(new Draws(seed).shuffled(lines));
      shuffled.sort(order.in(text.toString()));
      assertThat(paths(text, shuffled)).isEqualTo(paths);
    }
  }

  @Test
  void everyOrderIsTotal() {
    Seeds.each(
        2_000,
        draws -> {
          var text = new StringBuilder();
          var all = IntStream.range(0, 3).mapToObj(_ -> line(text, path(draws))).toList();
          for (var each : LineOrder.values()) {
            var order = each.in(text.toString());
            int ab = order.compare(all.get(0), all.get(1));
            int bc = order.compare(all.get(1), all.get(2));
            int ac = order.compare(all.get(0), all.get(2));
            assertThat(Integer.signum(order.compare(all.get(1), all.get(0))))
                .isEqualTo(-Integer.signum(ab));
            assertThat(ab == 0).isEqualTo(path(text, all.get(0)).equals(path(text, all.get(1))));
            if (ab <= 0 && bc <= 0) assertThat(ac).isLessThanOrEqualTo(0);
            if (ab >= 0 && bc >= 0) assertThat(ac).isGreaterThanOrEqualTo(0);
          }
        });
  }

  private static String path(Draws draws) {
    return String.join("", draws.listOf(5, () -> draws.oneOf("0", "1", "2", "10", ":", "-", "a")));
  }

  private static Line line(StringBuilder text, String path) {
    int from = text.length();
    text.append(path).append(":v");
    return new Line(from, from + path.length(), text.length());
  }

  private static String path(StringBuilder text, Line line) {
    return text.substring(line.from(), line.pathEnd());
  }

  private static String paths(StringBuilder text, List<Line> lines) {
    return lines.stream().map(line -> path(text, line)).collect(Collectors.joining(" "));
  }
}
