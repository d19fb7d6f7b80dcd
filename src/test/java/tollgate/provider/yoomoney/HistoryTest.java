package tollgate.provider.yoomoney;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.provider.yoomoney.YoomoneyTest.LABEL;
import static tollgate.provider.yoomoney.YoomoneyTest.gateway;
import static tollgate.provider.yoomoney.YoomoneyTest.order;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.provider.Provider.Call;
import tollgate.provider.Reply;

/** What the history of the wallet says of a label that was paid more than once, or in part. */
class HistoryTest {

  /** A form can be posted twice. 97.00 is what comes in of the 100.00 that were agreed. */
  @ParameterizedTest(name = "{0}; asked for \"{1}\": {2} {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          B success 97.0, A success 97.0     | A  | SaleApproved | A 100.00
          B success 97.0, A success 97.0     | B  | SaleApproved | B 100.00
          A success 97.0                     | B  | Doubtful     |
          B success 5.0, A success 97.0      | "" | SaleApproved | A 100.00
          B success 97.0, A success 5.0      | "" | SaleApproved | B 100.00
          B success 5.0, A success 97.0      | B  | SaleApproved | B 5.00
          B refused 97.0, A in_progress 97.0 | "" | SalePending  |
          B in_progress 97.0, A refused 97.0 | "" | SalePending  |
          B refused 97.0, A success 97.0     | "" | SaleApproved | A 100.00
          """)
  void ofSeveralUnderOneLabel(String history, String transfer, String event, String told) {
    var operations =
        Arrays.stream(history.split(", "))
            .map(each -> each.split(" "))
            .map(each ->
                "{'operation_id':'%s','status':'%s','amount':%s,'label':'%s','direction':'in'}"
                    .formatted(each[0], each[1], each[2], LABEL))
            .collect(Collectors.joining(","));
    var reply = new Reply(200, ("{'operations':[" + operations + "]}").replace('\'', '"'));
    var order = order("TG-212-1001", 10_000).about(transfer);

    var said = new Yoomoney().read(Call.ASK, order, gateway("sha1", "token"), reply);

    assertThat(said.getClass().getSimpleName()).isEqualTo(event);
    if (said instanceof SaleApproved(Money paid, String theirs, _)) {
      assertThat(theirs + " " + paid.decimal()).isEqualTo(told);
    }
  }
}
