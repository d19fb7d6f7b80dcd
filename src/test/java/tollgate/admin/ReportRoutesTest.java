package tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Reports over HTTP, as a manager asks for them. What is in them is tested at the store. */
class ReportRoutesTest extends AdminGround {

  private static final String REPORTS = "/admin/v1/centres/demo/reports";

  @Test
  void oneIsAskedForMadeAndFetched() {
    var asked =
        ok(
            201,
            server.send(
                "POST",
                REPORTS,
                """
                {"name":"March","projects":[210,211],"timezone":"Asia/Kuala_Lumpur",
                 "operation_type":"sale","operation_status":"success","fields":["payment_id","fee_amount"],
                 "interval":{"date_from":"2026-03-01 00:00:00","date_to":"2026-04-01 00:00:00"}}
                """,
                "Tollgate-User",
                "ann"));
    assertThat(asked.body())
        .contains("\"name\":\"March\",\"by\":\"admin: ann\",\"projects\":[210,211]")
        .contains("\"fields\":[\"payment_id\",\"fee_amount\"]")
        .doesNotContain("next_at", "every");
    var one = REPORTS + "/" + id(asked);
    assertThat(server.get(one).body())
        .contains("\"state\":\"being made\"")
        .contains("\"from\":\"2026-02-28T16:00:00Z\",\"to\":\"2026-03-31T16:00:00Z\"");
    ok(409, server.get(one + "/files/1"));

    server.makeReports();

    var file = ok(200, server.get(one + "/files/1"));
    assertThat(file.headers().firstValue("content-type")).hasValue("text/csv; charset=utf-8");
    assertThat(file.headers().firstValue("content-disposition").orElse(""))
        .contains("attachment", ".csv");
    assertThat(file.body()).isEqualTo("\uFEFFpayment_id,fee_amount\r\n");
    assertThat(server.get(one).body()).contains("\"state\":\"made\"", "\"kept_until\":\"");
    ok(404, server.get(one + "/files/2"));
    ok(404, server.get("/admin/v1/centres/other/reports/" + id(asked)));
  }

  @Test
  void aScheduleIsListedAndStopped() {
    var asked =
        ok(
            201,
            server.send(
                "POST", REPORTS, "{\"name\":\"Days\",\"projects\":[210],\"every\":\"daily\"}"));
    assertThat(asked.body()).contains("\"every\":\"daily\",\"next_at\":\"", "T00:30:00Z\"");
    assertThat(server.get(REPORTS).body()).contains("\"name\":\"Days\"");

    ok(204, server.send("DELETE", REPORTS + "/" + id(asked), null));

    assertThat(server.get(REPORTS + "/" + id(asked)).body())
        .contains("\"every\":\"daily\"", "\"files\":[]")
        .doesNotContain("next_at");
  }

  private static String id(HttpResponse<String> asked) {
    return asked.body().replaceAll("(?s)^\\{\"id\":(\\d+),.*", "$1");
  }
}
