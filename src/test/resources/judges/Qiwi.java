import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qiwi.billpayments.sdk.client.BillPaymentClient;
import com.qiwi.billpayments.sdk.client.BillPaymentClientFactory;
import com.qiwi.billpayments.sdk.exception.BillPaymentServiceException;
import com.qiwi.billpayments.sdk.json.ObjectMapperFactory;
import com.qiwi.billpayments.sdk.model.Bill;
import com.qiwi.billpayments.sdk.model.BillStatus;
import com.qiwi.billpayments.sdk.model.MoneyAmount;
import com.qiwi.billpayments.sdk.model.Notification;
import com.qiwi.billpayments.sdk.model.in.CreateBillInfo;
import com.qiwi.billpayments.sdk.model.in.Customer;
import com.qiwi.billpayments.sdk.model.in.PaymentInfo;
import com.qiwi.billpayments.sdk.model.out.BillResponse;
import com.qiwi.billpayments.sdk.model.out.RefundResponse;
import com.qiwi.billpayments.sdk.utils.BillPaymentsUtils;
import com.qiwi.billpayments.sdk.web.ApacheWebClient;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Map;
import org.apache.http.impl.client.HttpClients;

/**
 * Maven com.qiwi:bill-payments-java-sdk: makes bills, asks, rejects, gives back; checks
 * notifications. One object a line in, one a line out.
 */
final class Qiwi {

  private static final String THEIRS = "https://api.qiwi.com";
  private static final ObjectMapper JSON = ObjectMapperFactory.create();
  private static final ApacheWebClient APACHE = new ApacheWebClient(HttpClients.createDefault());

  public static void main(String[] args) throws Exception {
    var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      out.println(JSON.writeValueAsString(answer(JSON.readTree(line))));
    }
  }

  private static Map<String, Object> answer(JsonNode asked) throws URISyntaxException {
    try {
      return told(client(asked), asked);
    } catch (BillPaymentServiceException refused) {
      return Map.of(
          "refused", refused.getHttpStatus() + " " + refused.getResponse().getErrorCode());
    }
  }

  /** It lets whoever uses it bring a client of his own: this one is theirs, with our address. */
  private static BillPaymentClient client(JsonNode asked) {
    var ours = asked.path("url").asText();
    return BillPaymentClientFactory.createCustom(
        asked.path("key").asText(),
        (method, url, body, headers) ->
            APACHE.request(method, url.replace(THEIRS, ours), body, headers));
  }

  private static Map<String, Object> told(BillPaymentClient client, JsonNode asked)
      throws URISyntaxException {
    var id = asked.path("id").asText();
    var refund = asked.path("refund").asText();
    return switch (asked.path("call").asText()) {
      case "create" -> told(client.createBill(bill(id, asked)));
      case "info" -> told(client.getBillInfo(id));
      case "cancel" -> told(client.cancelBill(id));
      case "refund" -> told(client.refundBill(id, refund, amount(asked.path("amount"))));
      case "refundInfo" -> told(client.getRefundInfo(id, refund));
      case "form" -> Map.of("url", client.createPaymentForm(form(id, asked)));
      case "check" -> Map.of("valid", isValid(asked));
      default -> throw new IllegalArgumentException(asked.path("call").asText());
    };
  }

  private static CreateBillInfo bill(String id, JsonNode asked) {
    return new CreateBillInfo(
        id,
        amount(asked.path("amount")),
        asked.path("comment").asText(),
        ZonedDateTime.parse(asked.path("expires").asText()),
        new Customer("a@example.com", "cust-88", "79123456789"),
        asked.path("back").asText());
  }

  private static PaymentInfo form(String id, JsonNode asked) {
    return new PaymentInfo(
        asked.path("key").asText(), amount(asked.path("amount")), id, asked.path("back").asText());
  }

  private static MoneyAmount amount(JsonNode amount) {
    return new MoneyAmount(
        new BigDecimal(amount.path("value").asText()),
        Currency.getInstance(amount.path("currency").asText()));
  }

  private static Map<String, Object> told(BillResponse bill) {
    return Map.of(
        "bill", bill.getBillId(),
        "site", bill.getSiteId(),
        "status", bill.getStatus().getValue(),
        "amount", bill.getAmount().formatValue() + " " + bill.getAmount().getCurrency(),
        "payUrl", bill.getPayUrl());
  }

  private static Map<String, Object> told(RefundResponse refund) {
    return Map.of(
        "refund", refund.getRefundId(),
        "status", refund.getStatus(),
        "amount", refund.getAmount().formatValue() + " " + refund.getAmount().getCurrency());
  }

  private static boolean isValid(JsonNode asked) {
    var bill = asked.path("notification").path("bill");
    var read =
        new Bill(
            bill.path("siteId").asText(),
            bill.path("billId").asText(),
            amount(bill.path("amount")),
            BillStatus.valueOf(bill.path("status").path("value").asText()));
    var version = asked.path("notification").path("version").asText();
    return BillPaymentsUtils.checkNotificationSignature(
        asked.path("signature").asText(),
        new Notification(read, version),
        asked.path("key").asText());
  }
}
