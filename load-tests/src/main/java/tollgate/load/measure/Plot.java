package tollgate.load.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines over two axes as inline SVG; no script, no file beside it. */
final class Plot {

  private static final int WIDTH = 520;
  private static final int HEIGHT = 250;
  private static final int LEFT = 52;
  private static final int RIGHT = 22;
  private static final int TOP = 30;
  private static final int BOTTOM = 34;
  private static final int LEGEND_LINE = 16;

  /** Told apart by those who see colours otherwise, too: Okabe and Ito. */
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

  /** A point of a line. */
  record Point(double x, double y) {}

  private record Line(String name, List<Point> points) {}

  private final String title;
  private final Scale across;
  private final Scale up;
  private final String unit;
  private final List<Line> lines = new ArrayList<>();

  Plot(String title, String unit, Scale across, Scale up) {
    this.title = title;
    this.unit = unit;
    this.across = across;
    this.up = up;
  }

  void line(String name, List<Point> points) {
    if (!points.isEmpty()) lines.add(new Line(name, points));
  }

  String svg() {
    var high = HEIGHT + LEGEND_LINE * lines.size();
    var svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
            .formatted(WIDTH, high, escaped(title)));
    svg.append("<text class=\"t\" x=\"%d\" y=\"16\">%s</text>".formatted(LEFT, escaped(title)));
    grid(svg);
    for (int i = 0; i < lines.size(); i++) draw(svg, i);
    return svg.append("</svg>\n").toString();
  }

  private void grid(StringBuilder svg) {
    for (var mark : up.marks()) {
      var y = y(mark);
      svg.append(
          format("<path class=\"g\" d=\"M%d %.1fH%d\"/>", LEFT, y, WIDTH - RIGHT)
              + format("<text class=\"m e\" x=\"%d\" y=\"%.1f\">", LEFT - 6, y + 4)
              + up.label(mark)
              + "</text>");
    }
    for (var mark : across.marks()) {
      svg.append(
          format("<path class=\"g\" d=\"M%.1f %dV%d\"/>", x(mark), TOP, HEIGHT - BOTTOM)
              + format("<text class=\"m c\" x=\"%.1f\" y=\"%d\">", x(mark), HEIGHT - BOTTOM + 15)
              + across.label(mark)
              + "</text>");
    }
    svg.append(
        format("<text class=\"m e\" x=\"%d\" y=\"%d\">", WIDTH - RIGHT, HEIGHT - 4)
            + escaped(unit)
            + "</text>");
  }

  private void draw(StringBuilder svg, int number) {
    var line = lines.get(number);
    var colour = COLOURS.get(number % COLOURS.size());
    var path = new StringBuilder();
    for (var point : line.points()) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(format("%.1f %.1f", x(point.x()), y(point.y())));
    }
    if (line.points().size() == 1) path.append("h0");
    var y = HEIGHT + LEGEND_LINE * number + 6;
    svg.append("<path class=\"l\" stroke=\"%s\" d=\"%s\"/>".formatted(colour, path));
    svg.append(
        "<path class=\"l\" stroke=\"%s\" d=\"M%d %dh18\"/>".formatted(colour, LEFT, y - 4)
            + "<text class=\"m\" x=\"%d\" y=\"%d\">%s</text>"
                .formatted(LEFT + 24, y, escaped(line.name())));
  }

  private double x(double value) {
    return LEFT + across.place(value) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - Math.min(1, up.place(value)) * (HEIGHT - TOP - BOTTOM);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
