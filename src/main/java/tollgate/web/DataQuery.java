package tollgate.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.data.Column;
import tollgate.data.OperationType;
import tollgate.data.Scope;
import tollgate.data.View;
import tollgate.json.Json;
import tollgate.payment.Code;
import tollgate.tenant.DataToken;

/** The members of a question to the Data API: gate-api, section 13.3. */
final class DataQuery {

  private static final int ROWS_MAX = 1000;
  private static final long PROJECT_MAX = (1L << 53) - 1;

  private final DataRequest request;
  private final Fields fields;

  DataQuery(DataRequest request) {
    this.request = request;
    fields = request.fields();
  }

  /** A page of what has ended. */
  record Page(Scope scope, View view, int skipped, int rowsMax) {}

  /** All that has ended of one payment. */
  record OfPayment(long project, String paymentId, View view) {}

  /** Throws {@link GateRefusal}, and so do all others. */
  Page page(List<Column> columns, int offsetMax) {
    var projects = projects();
    var zone = zone();
    var interval = fields.has("interval") ? fields.in("interval") : null;
    var from = interval == null ? Scope.BEGINNING : time(interval, "date_from", zone);
    var to = interval == null ? Scope.END : time(interval, "date_to", zone);
    if (interval != null && !from.isBefore(to)) {
      interval.bad("date_to", Code.VALIDATION_ERROR, "must be after date_from");
    }
    var type = fields.optional("operation_type", Rule.OPERATION_TYPE);
    var rowsMax = fields.optional("limit", ROWS_MAX, 1, ROWS_MAX);
    var skipped = fields.optional("offset", 0, 0, offsetMax);
    var view = new View(zone, request.tenants(), columns(columns));
    fields.check();
    checkRights(projects);
    var known = type == null ? Optional.<OperationType>empty() : OperationType.named(type);
    var scope = new Scope(projects, known.orElse(null), from, to);
    return new Page(scope, view, (int) skipped, (int) rowsMax);
  }

  OfPayment ofPayment(List<Column> columns) {
    var project = fields.required("project_id", 1);
    var paymentId = fields.required("payment_id", Rule.PAYMENT_ID);
    var view = new View(zone(), request.tenants(), columns(columns));
    fields.check();
    checkRights(List.of(project));
    return new OfPayment(project, paymentId, view);
  }

  /** Nothing is asked beside the token, but what is sent must still be sound. */
  List<Long> allProjects() {
    fields.check();
    return request.token().projects();
  }

  private List<Long> projects() {
    if (!fields.has("project_id")) return request.token().projects();

    var projects = new ArrayList<Long>();
    for (var item : fields.items("project_id", DataToken.PROJECTS_MAX)) {
      var number = item instanceof Json.Num given ? given.exactLong().orElse(0) : 0;
      if (number < 1 || number > PROJECT_MAX) {
        fields.bad("project_id", Code.VALIDATION_ERROR, "must be a list of positive integers");
        return List.of();
      }
      projects.add(number);
    }
    return projects;
  }

  /** A project that does not exist is one that the token does not see. */
  private void checkRights(List<Long> projects) {
    for (var project : projects) {
      if (!request.token().sees(project)) {
        throw GateRefusal.of(
            403, Code.ACCESS_DENIED, "project_id", "the token does not see this project");
      }
    }
  }

  private ZoneId zone() {
    var name = fields.optional("timezone", Rule.TIME_ZONE);
    return ZoneId.of(name == null || name.isEmpty() ? "UTC" : name);
  }

  /** Where the clocks skip a time, it is as much later; a time that comes twice is the first. */
  private static Instant time(Fields interval, String name, ZoneId zone) {
    var text = interval.required(name, Rule.LOCAL_TIME);
    if (text.isEmpty()) return name.equals("date_to") ? Scope.END : Scope.BEGINNING;

    return LocalDateTime.parse(text, Rule.LOCAL).atZone(zone).toInstant();
  }

  private List<Column> columns(List<Column> all) {
    if (!fields.has("fields")) return all;

    var chosen = new ArrayList<Column>();
    for (var item : fields.items("fields", all.size())) {
      var column = item instanceof Json.Str name ? column(name.text(), all) : null;
      if (column == null) {
        fields.bad("fields", Code.VALIDATION_ERROR, "must be a list of names of items' members");
        return all;
      }
      chosen.add(column);
    }
    return chosen.isEmpty() ? all : chosen;
  }

  private static @Nullable Column column(String name, List<Column> all) {
    return Column.named(name).filter(all::contains).orElse(null);
  }
}
