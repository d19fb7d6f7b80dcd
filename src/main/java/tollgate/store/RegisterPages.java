package tollgate.store;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tollgate.data.OperationType;
import tollgate.data.Scope;
import tollgate.payment.Link;
import tollgate.payment.Payment;

/**
 * Pages of the register. For every project and type its key is already in the order that is wanted,
 * so a page merges one look into the key for each and reads no more rows than it skips and shows,
 * and one more of each.
 */
record RegisterPages(Scope scope, Order order) {

  /** Set where the shape of a statement depends on how many projects are asked about. */
  private static final String MANY = "/* register of many */";

  private static final int PARAMETERS = 6;

  /** By the time of completion, and by the number among those that ended together. */
  enum Order {
    OLDEST_FIRST("asc"),
    NEWEST_FIRST("desc");

    private final String word;

    Order(String word) {
      this.word = word;
    }
  }

  /** An operation that has ended. */
  record Ended(Payment.Id id, OperationType type, Instant at) {
    static Ended read(Row row) {
      return new Ended(
          new Payment.Id(row.getLong("project_id"), row.getLong("operation_id")),
          typeOf(row.getInteger("type")),
          PaymentRow.time(row, "completed_at"));
    }
  }

  /** Every number of projects would fill the cache of prepared statements with one of its own. */
  static boolean isPlannedAnew(String sql) {
    return sql.startsWith(MANY);
  }

  String sql() {
    var looks = new ArrayList<String>();
    for (int i = 1; i <= scope.projects().size(); i++) {
      for (var type : scope.types()) {
        looks.add(look(PARAMETERS + i, type));
      }
    }
    return (scope.projects().size() > 1 ? MANY : "")
        + "select project_id, type, completed_at, operation_id from ("
        + String.join(" union all ", looks)
        + ") as ended order by completed_at %1$s, operation_id %1$s limit $5 offset $6"
            .formatted(order.word);
  }

  private String look(int project, OperationType type) {
    return """
    (select c.project_id, c.type, c.completed_at, c.operation_id
       from completion c
      where c.project_id = $%1$d
        and c.type = %2$d
        and (c.completed_at, c.operation_id) > ($1, $2)
        and c.completed_at < $3
      order by c.completed_at %3$s, c.operation_id %3$s
      limit $4)
    """
        .formatted(project, number(type), order.word);
  }

  Tuple parameters(Scope.Place place, int skipped, int rowsMax) {
    var parameters =
        Tuple.of(
            Columns.time(place.at()),
            place.operation(),
            Columns.time(scope.to()),
            (long) skipped + rowsMax,
            (long) rowsMax,
            (long) skipped);
    scope.projects().forEach(parameters::addLong);
    return parameters;
  }

  /** Under which type the payment's first operation is kept; null while it has not ended. */
  static @Nullable Integer endedAs(Payment payment) {
    var hasNone = payment.isOpen() || payment instanceof Link;
    return hasNone ? null : number(OperationType.of(payment));
  }

  private static int number(OperationType type) {
    return switch (type) {
      case SALE -> 1;
      case PAYOUT -> 2;
      case REFUND -> 3;
      case REVERSAL -> 4;
    };
  }

  private static OperationType typeOf(int number) {
    for (var type : OperationType.values()) {
      if (number(type) == number) return type;
    }
    throw new IllegalStateException("operation of type " + number);
  }
}
