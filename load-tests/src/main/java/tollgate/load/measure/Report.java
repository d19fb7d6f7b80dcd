package tollgate.load.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The run for people: rows in sections, one a scenario; the table as Markdown, all with plots as HTML,
 * the bare figures as CSV so that two runs can be compared, and the histograms beside them.
 */
public final class Report {

  /** A line of the table. */
  record Row(String what, String figure) {}

  /** What one scenario had to say. */
  record Section(String name, List<Row> rows, List<Latencies> latencies) {}

  private final String title;
  private final List<Section> sections = new ArrayList<>();
  private final Map<String, Double> figures = new LinkedHashMap<>();

  public Report(String title) {
    this.title = title;
  }

  /** What follows belongs to this scenario. */
  public void section(String name) {
    sections.add(new Section(name, new ArrayList<>(), new ArrayList<>()));
    System.out.println("-- " + name);
  }

  public void row(String what, String figure) {
    sections.getLast().rows().add(new Row(what, figure));
    System.out.println(what + ": " + figure);
  }

  /** Times with their percentiles, to be plotted too. */
  public void row(String what, Latencies latencies) {
    row(what, latencies.toString());
    sections.getLast().latencies().add(latencies);
    figure(latencies.name() + " p50 ms", latencies.percentile(50));
    figure(latencies.name() + " p99 ms", latencies.percentile(99));
  }

  /** A bare number, for other scenarios of this run and for other runs. */
  public void figure(String name, double value) {
    figures.put(name, value);
  }

  /** Zero when there was none. */
  public double figure(String name) {
    return figures.getOrDefault(name, 0.0);
  }

  /** Writes all files, and says the table once more. */
  public void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("report.md"), markdown());
    Files.writeString(folder.resolve("report.html"), new Page(title, sections).html());
    var csv = new StringBuilder("figure,value\n");
    figures.forEach(
        (name, value) ->
            csv.append(String.format(Locale.ROOT, "\"%s\",%.4f%n", name, value)));
    Files.writeString(folder.resolve("figures.csv"), csv);
    for (var section : sections) {
      for (var latencies : section.latencies()) latencies.keep(folder);
    }
    System.out.println("\n" + markdown());
  }

  private String markdown() {
    var text = new StringBuilder("# " + title + "\n\n| what | measured |\n| --- | --- |\n");
    for (var section : sections) {
      text.append("| **").append(section.name()).append("** | |\n");
      for (var row : section.rows()) {
        text.append("| ").append(row.what()).append(" | ").append(row.figure()).append(" |\n");
      }
    }
    return text.toString();
  }
}
