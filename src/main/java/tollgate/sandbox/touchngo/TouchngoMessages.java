package tollgate.sandbox.touchngo;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Spoil;
import tollgate.sandbox.touchngo.TouchngoSignature.Purpose;

/** The messages that tell of a transaction: callbacks and answers (§4, §5, §10). */
final class TouchngoMessages {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private TouchngoMessages() {}

  static Form answer(TouchngoTransaction kept) {
    var purpose =
        switch (kept.order().kind()) {
          case SALE -> Purpose.ANSWER;
          case PAYOUT -> Purpose.PAYOUT_ANSWER;
        };
    return TouchngoSignature.signed(purpose, fields(kept), kept.origin().account().key());
  }

  /** The text of a callback, spoilt if asked for. */
  static String callback(TouchngoTransaction kept, Spoil spoil) {
    return switch (spoil) {
      case NOT -> callback(kept, fields(kept)).encoded();
      case GARBAGE -> callback(kept, fields(kept)).encoded().substring(0, 60) + "%zz";
      case SIGNATURE -> fields(kept).with(Form.SIGNATURE, "0".repeat(64)).encoded();
      case AMOUNT -> callback(kept, fields(kept).with("Amount", "1.01")).encoded();
    };
  }

  private static Form callback(TouchngoTransaction kept, Form fields) {
    var purpose =
        switch (kept.order().kind()) {
          case SALE -> Purpose.CALLBACK;
          case PAYOUT -> Purpose.PAYOUT_CALLBACK;
        };
    return TouchngoSignature.signed(purpose, fields, kept.origin().account().key());
  }

  private static Form fields(TouchngoTransaction kept) {
    var status = kept.status();
    var form =
        Form.empty()
            .with("MerchantCode", kept.origin().account().merchantCode())
            .with("TransNum", kept.order().transNum())
            .with("TransId", kept.id())
            .with("Currency", kept.order().form().get("Currency"))
            .with("Amount", kept.order().amount())
            .with("Account", kept.order().ofPayout("Account"))
            .with("MerchantData", kept.order().ofPayout("MerchantData"))
            .with("Status", status.word().name())
            .with("Code", status.code())
            .with("Message", status.message())
            .with("TransDate", TIME.format(kept.state().since()));
    return kept.order().faults().has(Fault.EXTRA) ? form.with("Novelty", "since 2030") : form;
  }
}
