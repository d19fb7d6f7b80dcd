package tollgate.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of style can be broken, and says so; sound code is left in peace. */
class CrookedTest {

  private static final String MAIN = "src/main/java/A.java";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          more than 5 parameters    | class A { void f(int a, int b, int c, int d, int e, int g) {} }
          else after return         | class A { int f(int a) { if (a > 0) { return 1; } else { a++; } return 2; } }
          nested deeper than 2      | class A { void f(int a) { while (a > 0) { if (a > 1) { for (;;) { a++; } } } } }
          nested deeper than 2      | class A { void f(int a) { for (;;) { for (;;) { if (a > 1) { b(); c(); } } } } }
          code asleep in a comment  | //  var a = pool.find(id);
          code asleep in a comment  | // if (settled) {
          code asleep in a comment  | // return a;
          more than 5 parameters    | class A { A(int a, int b, int c, int d, int e, int g) {} }
          does not say why          | public class A {}
          does not say why          | public record A(String name) {}
          """)
  void isSeen(String complaint, String text) {
    assertThat(complaints(MAIN, text)).contains(complaint);
  }

  @Test
  void lengthIsSeen() {
    var method = "class A { void f() {\n" + "f();\n".repeat(39) + "} }";

    assertThat(complaints(MAIN, method)).contains("more than 40 lines");
    assertThat(complaints(MAIN, "\n".repeat(251))).contains("more than 250 lines");
    assertThat(complaints(MAIN, "//" + "x".repeat(99))).contains("wider than 100");
  }

  @Test
  void whatIsLeftForLaterIsSeen() {
    assertThat(complaints(MAIN, "// TO" + "DO think")).contains("left for later");
    assertThat(complaints(MAIN, "// FIX" + "ME")).contains("left for later");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          src/main/java/A.java | // Money first; the webhook may wait;
          src/main/java/A.java | // The provider says (in its own words) no.
          src/main/java/A.java | /** Why. */ public record A(int a, int b, int c, int d, int e, int f) {}
          src/main/java/A.java | record A(int a, int b, int c, int d, int e, int f) { A { if (a > 0) { b(); } } }
          src/main/java/A.java | class A { void f(int a) { if (a > 0) { a++; } else if (a < 0) { a--; } else { a = 1; } } }
          src/main/java/A.java | class A { void f(int a) { while (a > 0) { if (a > 1) { run(() -> { if (true) { b(); } }); } } } }
          src/main/java/A.java | class A { void f(int a) { for (;;) { for (;;) { if (a > 1) b(); } } } }
          src/test/java/A.java | class A { @ParameterizedTest void f(int a, int b, int c, int d, int e, int g) {} }
          """)
  void soundCodeIsLeftInPeace(String file, String text) {
    assertThat(complaints(file, text)).isEmpty();
  }

  @Test
  void aTableMayBeWide() {
    var table = "class A { String a = \"\"\"\n" + "x".repeat(120) + "\n\"\"\"; }";

    assertThat(complaints("src/test/java/A.java", table)).isEmpty();
    assertThat(complaints(MAIN, table)).contains("wider than 100");
  }

  private static String complaints(String file, String text) {
    return String.join("\n", Style.complaints(Source.of(Path.of(file), text)));
  }
}
