package tollgate.sandbox.midtrans;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a charge may look like; all problems are listed. */
class ChargeRequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"order_id":"A-1","gross_amount":15000}    |
          {"order_id":"A-1","gross_amount":"15000"}  |
          {"order_id":"A-1","gross_amount":15000.0}  |
          {"order_id":"A~._1","gross_amount":1}      |
          {"gross_amount":15000}                     | transaction_details.order_id is required
          {"order_id":7,"gross_amount":15000}        | transaction_details.order_id is required
          {"order_id":"A 1","gross_amount":15000}    | transaction_details.order_id contains characters that are not allowed
          {"order_id":"A-1"}                         | transaction_details.gross_amount is required
          {"order_id":"A-1","gross_amount":"x"}      | transaction_details.gross_amount is not a number
          {"order_id":"A-1","gross_amount":1.5}      | transaction_details.gross_amount is not a number
          {"order_id":"A-1","gross_amount":true}     | transaction_details.gross_amount is not a number
          {"order_id":"A-1","gross_amount":1e300}    | transaction_details.gross_amount is not a number
          {"order_id":"A-1","gross_amount":0}        | transaction_details.gross_amount must be greater than 0
          {"order_id":"A-1","gross_amount":-5}       | transaction_details.gross_amount must be greater than 0
          """)
  void detailsAreChecked(String details, String problem) {
    var body =
        new JsonObject()
            .put("payment_type", "gopay")
            .put("transaction_details", new JsonObject(details));

    var problems = String.join("; ", new ChargeRequest(body).problems());

    assertThat(problems).isEqualTo(problem == null ? "" : problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [{"price":14700,"quantity":1,"name":"Top-up"},{"price":300,"quantity":1,"name":"Fee"}]   |
          [{"price":16000,"quantity":1,"name":"Top-up"},{"price":-1000,"quantity":1,"name":"Off"}] |
          [{"price":"7500","quantity":2,"name":"Top-up"}] |
          [{"price":14700,"quantity":1,"name":"Top-up"}] | transaction_details.gross_amount is not equal to the sum of item_details
          [{"price":15000,"quantity":1}]                 | item_details.name is required
          ["x"]                                          | item_details is not valid
          """)
  void itemsAddUp(String items, String problem) {
    var body =
        new JsonObject(
            """
            {"payment_type":"gopay","transaction_details":{"order_id":"A-1","gross_amount":15000},
             "item_details":%s}
            """
                .formatted(items));

    var problems = String.join("; ", new ChargeRequest(body).problems());

    assertThat(problems).isEqualTo(problem == null ? "" : problem);
  }

  @ParameterizedTest
  @CsvSource({"https://shop.example/r/, true", "taxi://back, true", "'http://a b', false"})
  void theWayBackIsAnAddress(String url, boolean valid) {
    var body = MidtransCalls.body("A-1", 15000);
    body.getJsonObject("gopay").put("callback_url", url);

    assertThat(new ChargeRequest(body).problems().isEmpty()).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}
          {"payment_type":"gopay","transaction_details":"x"}
          {"payment_type":["gopay"],"transaction_details":null,"item_details":{},"gopay":7}
          """)
  void nonsenseIsAProblemAndNoException(String body) {
    assertThat(new ChargeRequest(new JsonObject(body)).problems())
        .contains("transaction_details is required");
  }
}
