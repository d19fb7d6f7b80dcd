package tollgate.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 4180, and no formulas. */
class CsvTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          plain              | plain
          two words          | two words
          a,b                | "a,b"
          say "hi"           | "say ""hi""\"
          "                  | \"\"\"\"
          semi;colon         | semi;colon
          Кофе, 咖啡          | "Кофе, 咖啡"
          =1+1               | '=1+1
          +60123             | '+60123
          -5                 | '-5
          @SUM(A1)           | '@SUM(A1)
          =HYPERLINK("x","y")| "'=HYPERLINK(""x"",""y"")"
          'quoted            | 'quoted
          a=b                | a=b
          """)
  void aTextIsOneCellAndNoFormula(String text, String cell) {
    assertThat(Csv.line(List.of(Csv.guarded(text)))).isEqualTo(cell + "\r\n");
  }

  @Test
  void whatCannotBeSeenIsGuardedToo() {
    assertThat(Csv.guarded("\t=1")).isEqualTo("'\t=1");
    assertThat(Csv.guarded("\r=1")).isEqualTo("'\r=1");
    assertThat(Csv.guarded("")).isEmpty();
    assertThat(Csv.line(List.of("a\nb", "c\rd"))).isEqualTo("\"a\nb\",\"c\rd\"\r\n");
  }

  @Test
  void emptyCellsStandWhereTheyAre() {
    assertThat(Csv.line(List.of("", "", ""))).isEqualTo(",,\r\n");
    assertThat(Csv.line(List.of("-1", ""))).isEqualTo("-1,\r\n");
  }
}
