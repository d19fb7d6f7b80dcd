package tollgate.style;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** The numbers of our style, as complaints about one source. They are changed here or nowhere. */
final class Style {

  static final int COLUMNS_MAX = 100;
  static final int FILE_LINES_MAX = 250;
  static final int METHOD_LINES_MAX = 40;
  static final int PARAMETERS_MAX = 5;
  static final int NESTING_MAX = 2;

  private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(T[O]DO|F[I]XME|X[X]X)\\b");

  /** A comment that ends as code ends. Prose may end with a semicolon, but not after a bracket. */
  private static final Pattern SLEEPING_CODE =
      Pattern.compile(
          "^\\s*//\\s*(.*[)\\]\"'\\w]\\s*[{;]|[})];?|(return|import|package|throw)\\b.*;)\\s*$");

  private static final Pattern CODE_SIGNS =
      Pattern.compile("//.*(=|\\(.*\\)|\\{|^\\s*//\\s*[})];?|return|import|package|throw)");

  private Style() {}

  static List<String> complaints(Source source) {
    var all = new ArrayList<String>();
    if (source.text().lines().count() > FILE_LINES_MAX) {
      all.add(source.complaint(1, "more than " + FILE_LINES_MAX + " lines"));
    }
    all.addAll(ofLines(source));
    all.addAll(ofTypes(source));
    new MethodScanner(source, all).scan(source.tree(), null);
    return all;
  }

  private static List<String> ofLines(Source source) {
    var all = new ArrayList<String>();
    var tables = source.isTest() ? linesOfTextBlocks(source) : Set.<Long>of();
    long number = 0;
    for (var line : source.text().lines().toList()) {
      number++;
      if (isTooWide(line) && !tables.contains(number)) {
        all.add(source.complaint(number, "wider than " + COLUMNS_MAX + " columns"));
      }
      if (LEFT_FOR_LATER.matcher(line).find()) {
        all.add(source.complaint(number, "something left for later"));
      }
      if (isSleepingCode(line)) {
        all.add(source.complaint(number, "code asleep in a comment"));
      }
    }
    return all;
  }

  private static boolean isTooWide(String line) {
    return line.codePointCount(0, line.length()) > COLUMNS_MAX && !line.startsWith("import ");
  }

  private static boolean isSleepingCode(String line) {
    return SLEEPING_CODE.matcher(line).matches() && CODE_SIGNS.matcher(line).find();
  }

  /** A table of rules may be as wide as its widest rule: the formatter leaves text blocks alone. */
  private static Set<Long> linesOfTextBlocks(Source source) {
    var lines = new HashSet<Long>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitLiteral(LiteralTree literal, Void nothing) {
        for (long line = source.firstLine(literal); line <= source.lastLine(literal); line++) {
          if (source.lines(literal) > 1) {
            lines.add(line);
          }
        }
        return null;
      }
    }.scan(source.tree(), null);
    return lines;
  }

  private static List<String> ofTypes(Source source) {
    var all = new ArrayList<String>();
    for (var type : source.tree().getTypeDecls()) {
      if (type instanceof ClassTree named
          && named.getModifiers().getFlags().contains(Modifier.PUBLIC)
          && !source.isDocumented(named)) {
        all.add(
            source.complaint(
                source.firstLine(named), named.getSimpleName() + " does not say why it is there"));
      }
    }
    return all;
  }
}
