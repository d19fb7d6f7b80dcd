package tollgate.data;

import java.util.List;

/**
 * Writes CSV as RFC 4180 has it, for people who open it in a spreadsheet. Values come from
 * customers, and a spreadsheet runs what begins like a formula: such text is guarded.
 */
public final class Csv {

  /** Without it a spreadsheet takes UTF-8 for something else. */
  public static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  /** A text that no spreadsheet takes for a formula. Not for numbers of our own. */
  static String guarded(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** One record with its line end. */
  static String line(List<String> cells) {
    var line = new StringBuilder(256);
    var separator = "";
    for (var cell : cells) {
      line.append(separator).append(quoted(cell));
      separator = ",";
    }
    return line.append("\r\n").toString();
  }

  private static String quoted(String cell) {
    var isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
