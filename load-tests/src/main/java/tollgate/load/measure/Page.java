package tollgate.load.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tollgate.load.measure.Latencies.Second;
import tollgate.load.measure.Plot.Point;
import tollgate.load.measure.Report.Section;

/** The report as one HTML page that asks nothing of any network: tables, and plots as inline SVG. */
final class Page {

  private static final int STEPS_A_NINE = 20;
  private static final double NINES = 4;

  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{font:15px/1.5 system-ui,sans-serif;max-width:1120px;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.4rem} h2{font-size:1.1rem;margin:2.2rem 0 .5rem}
      table{border-collapse:collapse;width:100%}
      td{padding:.25rem .6rem;border-top:1px solid #8884;vertical-align:top}
      td:first-child{width:38%} td+td{font-variant-numeric:tabular-nums}
      figure{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr))}
      figure{gap:1rem;margin:1rem 0}
      svg{width:100%;height:auto;background:#fff;border-radius:6px}
      .g{stroke:#ddd;fill:none}.l{fill:none;stroke-width:1.8;stroke-linecap:round}
      text{font:11px system-ui,sans-serif;fill:#333}.t{font-weight:600;font-size:12.5px}
      .e{text-anchor:end}.c{text-anchor:middle}
      """;

  private final String title;
  private final List<Section> sections;

  Page(String title, List<Section> sections) {
    this.title = title;
    this.sections = sections;
  }

  String html() {
    var html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    html.append(Plot.escaped(title)).append("</title>\n<style>").append(STYLE).append("</style>\n");
    html.append("<h1>").append(Plot.escaped(title)).append("</h1>\n");
    html.append("<p>Latencies count from the intended start of each flow, in milliseconds.</p>\n");
    for (var section : sections) html.append(section(section));
    return html.append("</html>\n").toString();
  }

  private static String section(Section section) {
    var html = new StringBuilder("<h2>" + Plot.escaped(section.name()) + "</h2>\n<table>\n");
    for (var row : section.rows()) {
      html.append("<tr><td>").append(Plot.escaped(row.what())).append("</td><td>");
      html.append(Plot.escaped(row.figure())).append("</td></tr>\n");
    }
    html.append("</table>\n");
    var plotted = section.latencies().stream().filter(l -> l.count() > 0).toList();
    if (plotted.isEmpty()) return html.toString();

    html.append("<figure>\n").append(byPercentile(plotted));
    html.append(bySecond("p99 of each second, ms", plotted, Second::p99));
    html.append(bySecond("ended in each second", plotted, Second::count));
    return html.append("</figure>\n").toString();
  }

  private static String byPercentile(List<Latencies> plotted) {
    var most = plotted.stream().mapToDouble(l -> l.percentile(100)).max().orElse(1);
    var least = plotted.stream().mapToDouble(l -> l.percentile(0)).min().orElse(1);
    var plot =
        new Plot("ms by percentile", "percentile", new Scale.Tail(), new Scale.Tens(least, most));
    for (var latencies : plotted) {
      var points = new ArrayList<Point>();
      for (int step = 0; step <= NINES * STEPS_A_NINE; step++) {
        var percent = 100 * (1 - Math.pow(10, -(double) step / STEPS_A_NINE));
        points.add(new Point(percent, latencies.percentile(percent)));
      }
      plot.line(latencies.name(), points);
    }
    return plot.svg();
  }

  private static String bySecond(
      String title, List<Latencies> plotted, ToDoubleFunction<Second> figure) {
    var all = plotted.stream().flatMap(l -> l.seconds().stream()).toList();
    var last = all.stream().mapToInt(Second::second).max().orElse(1);
    var most = all.stream().mapToDouble(figure).max().orElse(1);
    var plot =
        new Plot(title, "seconds", new Scale.Even(Math.max(1, last)), new Scale.Even(most));
    for (var latencies : plotted) {
      plot.line(
          latencies.name(),
          latencies.seconds().stream()
              .map(s -> new Point(s.second(), figure.applyAsDouble(s)))
              .toList());
    }
    return plot.svg();
  }
}
