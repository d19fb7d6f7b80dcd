package tollgate.sandbox.yoomoney;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The worked examples of the protocol page. */
class YoomoneySignatureTest {

  private static final String SECRET = "ym-demo-secret-0001";

  private static SortedMap<String, String> fields() {
    var fields = new TreeMap<String, String>();
    fields.put("notification_type", "p2p-incoming");
    fields.put("operation_id", "7788990011");
    fields.put("amount", "99.01");
    fields.put("currency", "643");
    fields.put("datetime", "2026-01-17T12:00:00Z");
    fields.put("sender", "41009999888877");
    fields.put("codepro", "false");
    fields.put("label", "TG-555");
    return fields;
  }

  @Test
  void exampleA1() {
    assertThat(YoomoneySignature.sha1(fields(), SECRET))
        .isEqualTo("6c8a7d43915d558060b21a89e789424f9d5aa2ad");
  }

  @Test
  void exampleA2() {
    var fields = fields();
    fields.put("notification_type", "card-incoming");
    fields.put("operation_id", "7788990012");
    fields.put("amount", "970.00");
    fields.put("datetime", "2026-01-17T12:05:00Z");
    fields.put("sender", "");
    fields.put("label", "");

    assertThat(YoomoneySignature.sha1(fields, SECRET))
        .isEqualTo("cc4b754c4886b8ae21909f45357ba60f45398085");
  }

  @Test
  void exampleA3() {
    var fields = fields();
    fields.put("label", "TG-555 / заказ");
    fields.put("withdraw_amount", "100.00");
    fields.put("unaccepted", "false");

    assertThat(YoomoneySignature.hmac(fields, SECRET))
        .isEqualTo("4e8db52f3a7cc6648de66241eea0815df0ec9866b555b02c76122b2a9fdf99ab");
  }
}
