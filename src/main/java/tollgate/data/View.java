package tollgate.data;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import tollgate.gate.PaymentBody;
import tollgate.json.Json;
import tollgate.payment.Payment;
import tollgate.tenant.Tenants;

/**
 * How somebody looks at operations.
 *
 * @param zone whose local time is written
 * @param tenants by whose words methods are called
 * @param columns which are shown; they come in their own order
 */
public record View(ZoneId zone, Tenants tenants, List<Column> columns) {

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  public View {
    columns = columns.stream().distinct().sorted().toList();
  }

  public boolean isFinancial() {
    return columns.stream().anyMatch(Column::isFinancial);
  }

  /** The operation as the Data API answers it. */
  public Json.Obj json(Completed completed) {
    var item = Json.object();
    for (var column : columns) {
      var value = column.of(completed, this);
      if (value != null) item.put(column.word(), value);
    }
    return item.build();
  }

  /** The operation as one line of a report. */
  public String csv(Completed completed) {
    var cells = new ArrayList<String>(columns.size());
    for (var column : columns) {
      cells.add(
          switch (column.of(completed, this)) {
            case null -> "";
            case Json.Str text -> Csv.guarded(text.text());
            case Json other -> other.encode();
          });
    }
    return Csv.line(cells);
  }

  /** The first line of a report. */
  public String csvHead() {
    return Csv.line(columns.stream().map(Column::word).toList());
  }

  /** A fraction of a second is cut off. */
  String local(Instant at) {
    return LOCAL.format(at.atZone(zone));
  }

  String title(Payment payment) {
    var method = payment.terms().method();
    var project = tenants.project(payment.id().project());
    return project == null ? method : PaymentBody.methodTitle(project, method);
  }
}
