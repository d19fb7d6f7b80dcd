package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.TestTenants.KEY;

import tollgate.json.Json;
import tollgate.payment.Effect;

/** A project with one wallet that asks the server, and what it is told of its one payment. */
record Merchant(GateServer server, long project, String wallet) {

  static Merchant of(long project, GateServer server) {
    var wallet = GateServer.now(server.store.wallets().open(project, "cust-88"));
    return new Merchant(server, project, wallet.number());
  }

  Good ours(String name) {
    return Good.named(name, wallet).with("general.project_id", Long.toString(project));
  }

  /** Answered with 200, or the test fails. */
  Json.Obj post(Good good) {
    var response = server.post(good, KEY);
    assertThat(response.statusCode()).isEqualTo(200);
    return GateServer.read(response.body());
  }

  Json.Obj status() {
    var paymentId = server.payment().terms().paymentId();
    return post(ours("status").with("general.payment_id", '"' + paymentId + '"'));
  }

  Json.Obj webhook(Effect effect) {
    var webhook = server.store.webhook(server.payment().id(), effect);
    return GateServer.read(webhook.orElseThrow().body());
  }
}
