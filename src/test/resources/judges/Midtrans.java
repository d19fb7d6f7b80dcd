import static java.nio.charset.StandardCharsets.UTF_8;

import com.midtrans.Config;
import com.midtrans.ConfigFactory;
import com.midtrans.httpclient.error.MidtransError;
import com.midtrans.service.MidtransCoreApi;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;
import org.json.JSONObject;

/** Maven com.midtrans:java-library: drives the Core API. One object a line in, one a line out. */
final class Midtrans {

  /** It has no option for another address, but asks a method of its own for it each time. */
  private static final class Elsewhere extends Config {

    private final String url;

    Elsewhere(String url, String key) {
      super(key, "", false);
      this.url = url;
    }

    @Override
    public String getCoreApiURL() {
      return url + "/";
    }
  }

  public static void main(String[] args) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      out.println(answer(new JSONObject(line)));
    }
  }

  private static JSONObject answer(JSONObject asked) {
    var config = new Elsewhere(asked.getString("url"), asked.getString("key"));
    try {
      return told(new ConfigFactory(config).getCoreApi(), asked);
    } catch (MidtransError refused) {
      return new JSONObject(Map.of("refused", refused.getStatusCode().toString()));
    }
  }

  private static JSONObject told(MidtransCoreApi core, JSONObject asked) throws MidtransError {
    var id = asked.getString("id");
    var body = asked.getJSONObject("body").toMap();
    return switch (asked.getString("call")) {
      case "charge" -> core.chargeTransaction(body);
      case "status" -> core.checkTransaction(id);
      case "cancel" -> core.cancelTransaction(id);
      case "expire" -> core.expireTransaction(id);
      case "refund" -> core.refundTransaction(id, texts(body));
      case "refundDirect" -> core.directRefundTransaction(id, texts(body));
      // It reads no notifications: its guide asks for the status of the transaction.
      case "notification" -> core.checkTransaction(body.get("transaction_id").toString());
      default -> throw new IllegalArgumentException(asked.getString("call"));
    };
  }

  private static Map<String, String> texts(Map<String, Object> body) {
    return body.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().toString()));
  }
}
