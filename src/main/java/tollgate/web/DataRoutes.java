package tollgate.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Objects;
import tollgate.data.Column;
import tollgate.data.Completed;
import tollgate.data.View;
import tollgate.engine.Register;
import tollgate.json.Json;

/**
 * The Data API: registers of operations that have ended, and what can be paid out. It reads, and
 * stores nothing.
 */
final class DataRoutes {

  private final DataParts parts;

  DataRoutes(DataParts parts) {
    this.parts = parts;
  }

  void mount(Router router, DataDoor door) {
    door.mount(router, Endpoint.DATA_OPERATIONS, request -> page(request, Column.OPERATIONS));
    door.mount(router, Endpoint.DATA_FINANCIAL, request -> page(request, Column.FINANCIAL));
    door.mount(router, Endpoint.DATA_PAYMENT, this::ofPayment);
    door.mount(router, Endpoint.DATA_BALANCE, this::balance);
  }

  private Future<Json.Obj> page(DataRequest request, List<Column> columns) {
    var page = new DataQuery(request).page(columns, parts.options().offsetMax());
    return parts
        .register()
        .newest(page.scope(), page.skipped(), page.rowsMax())
        .compose(found ->
            page.view().isFinancial()
                ? parts.register().charged(found)
                : Future.succeededFuture(found))
        .compose(found -> written(request, page.view(), found));
  }

  private Future<Json.Obj> ofPayment(DataRequest request) {
    var asked = new DataQuery(request).ofPayment(Column.OPERATIONS);
    return parts
        .register()
        .ofPayment(asked.project(), asked.paymentId())
        .compose(found -> written(request, asked.view(), found));
  }

  private static Future<Json.Obj> written(DataRequest request, View view, List<Completed> found) {
    return request
        .vertx()
        .executeBlocking(() -> operations(view, found), false)
        .map(Objects::requireNonNull);
  }

  private static Json.Obj operations(View view, List<Completed> found) {
    var items = found.stream().map(view::json).toList();
    return Json.object().put("operations", Json.array(items)).build();
  }

  private Future<Json.Obj> balance(DataRequest request) {
    return parts
        .register()
        .balances(new DataQuery(request).allProjects())
        .map(balances -> {
          var items = balances.stream().map(DataRoutes::item).toList();
          return Json.object().put("balance", Json.array(items)).build();
        });
  }

  /** The amount is a text under the name of its currency: the protocol has it so. */
  private static Json.Obj item(Register.Balance balance) {
    var code = balance.amount().code();
    return Json.object()
        .put("name", balance.project() + "_balance_" + code)
        .put(code, Long.toString(balance.amount().minor()))
        .build();
  }
}
