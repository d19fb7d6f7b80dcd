package tollgate.sandbox.touchngo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.sandbox.Playground;
import tollgate.sandbox.touchngo.TouchngoSignature.Purpose;

/** The worked examples of §2 in the provider's protocol page, as they stand in its table. */
class TouchngoSignatureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pay      | Amount=6:125.50 · CallbackURL=31:https://pay.example/callbacks/7 · Country=3:MYS · Currency=3:MYR · FirstName=10:Nur Aïsha · MerchantCode=7:M123456 · PaymentDesc=18:Taxi wallet top-up · ReturnURL=51:https://pay.example/return/TG-210-1001/k3v9?lang=en · TransNum=11:TG-210-1001 · TransProvider=3:123 | 034888e612c0a38cae8c946ed6128465cf177e5141406def64d840c4e4dfb4a6
          callback | Amount=6:125.50 · Code=2:00 · Currency=3:MYR · MerchantCode=7:M123456 · Message=4:Paid · Status=7:SUCCESS · TransDate=20:2026-03-01T02:01:30Z · TransId=18:TN0000000000000042 · TransNum=11:TG-210-1001 | d71a956e34337bbbc0f41d635d80027468af53c9e234825e092de7ca8037b197
          status   | MerchantCode=7:M123456 · TransNum=11:TG-210-1001 | 55359580d1ce9148343b7a4f655cf365f3ac9dfa8c1e9362eee242003817b6f4
          cancel   | MerchantCode=7:M123456 · TransNum=11:TG-210-1001 | 061da70e20e173b3ac6d5ae02bfc5daba4627b78451f3dd78d8069ba9af63393
          answer   | Amount=6:125.50 · Code=2:01 · Currency=3:MYR · MerchantCode=7:M123456 · Message=24:Waiting for the customer · Status=7:PENDING · TransDate=20:2026-03-01T02:00:02Z · TransId=18:TN0000000000000042 · TransNum=11:TG-210-1001 | b9690bcee220aea1bceee2924a18038daca013af02a08b8e2e1d257b2f13bd31
          answer   | Code=2:12 · MerchantCode=7:M123456 · Message=37:Cancelled before the customer arrived · Status=9:CANCELLED · TransDate=20:2026-03-01T02:30:00Z · TransId=18:TN0000000000000043 · TransNum=11:TG-210-1002 | b5c3833b60bac807bb10a226c6004493a7ae598bb6199f4257562df34aeaf300
          """)
  void isAsWorkedOut(String purpose, String lines, String signature) {
    var what = Purpose.valueOf(purpose.toUpperCase(Locale.ROOT));
    var form = form(lines);

    assertThat(TouchngoSignature.canonical(what, form))
        .isEqualTo(purpose + "\n" + lines.replace(" · ", "\n") + "\n");
    assertThat(TouchngoSignature.of(what, form, Playground.TOUCHNGO_KEY)).isEqualTo(signature);
  }

  private static Form form(String lines) {
    var fields = new TreeMap<String, String>();
    for (var line : lines.split(" · ", -1)) {
      var name = line.substring(0, line.indexOf('='));
      fields.put(name, line.substring(line.indexOf(':') + 1));
    }
    return new Form(fields);
  }

  @ParameterizedTest
  @CsvSource({
    "CALLBACK, 125.5, 162ebe2ca0a93270",
    "CALLBACK, 125.500, b7c6e5e9d1d79754",
    "ANSWER, 125.50, 5e13cd5bbcd08587"
  })
  void differsForAnythingElse(Purpose purpose, String amount, String begins) {
    var form =
        form("Code=2:00 · Currency=3:MYR · MerchantCode=7:M123456 · Message=4:Paid"
                + " · Status=7:SUCCESS · TransDate=20:2026-03-01T02:01:30Z"
                + " · TransId=18:TN0000000000000042 · TransNum=11:TG-210-1001")
            .with("Amount", amount);

    assertThat(TouchngoSignature.of(purpose, form, Playground.TOUCHNGO_KEY)).startsWith(begins);
  }

  @Test
  void lettersCannotMoveBetweenFields() {
    var one = Form.empty().with("A", "x\nB=1:y");
    var two = Form.empty().with("A", "x").with("B", "y");

    assertThat(TouchngoSignature.canonical(Purpose.PAY, one))
        .isNotEqualTo(TouchngoSignature.canonical(Purpose.PAY, two));
  }
}
