package tollgate.doctor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.provider.Evidence;
import tollgate.provider.Evidence.Claims;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Inquiry;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;
import tollgate.provider.Reference;

/**
 * One thing that a callback says otherwise than it should.
 *
 * @param what account, reference, amount, currency or transfer
 */
record Difference(String what, String told, String expected) {

  private static final String NOBODYS = "a payment that goes through this gateway";

  static List<Difference> all(Evidence evidence, Reading reading, @Nullable Payment payment) {
    var all = new ArrayList<Difference>();
    for (var addressee : evidence.addressees()) {
      if (addressee.holds()) continue;
      var what = "account (" + addressee.field() + ")";
      all.add(new Difference(what, addressee.told(), addressee.expected()));
    }
    if (!evidence.unreadable().isEmpty()) return all;
    if (payment != null) {
      ofMoney(evidence.claims(), reading, payment, all);
      ofTransfer(reading, payment, all);
      return all;
    }
    if (!(reading instanceof Nothing)) all.add(reference(evidence.claims()));
    return all;
  }

  static Json json(List<Difference> all) {
    return Json.array(all.stream().map(Difference::json).toList());
  }

  private Json json() {
    return Json.object().put("what", what).put("told", told).put("expected", expected).build();
  }

  private static Difference reference(Claims claims) {
    var isOurs = Reference.read(claims.reference()).isPresent();
    var expected = isOurs ? NOBODYS : "TG-<project>-<operation>, as it was given to the provider";
    return new Difference("reference", claims.reference(), expected);
  }

  /** What was proved counts; where nothing was, what is claimed. */
  private static void ofMoney(
      Claims claims, Reading reading, Payment payment, List<Difference> all) {
    var expected = payment.askedFor();
    var proved = amount(reading);
    var amount = proved == null ? claims.amount() : proved.decimal();
    var currency = proved == null ? claims.currency() : proved.code();
    if (!currency.isEmpty() && !currency.equals(expected.code())) {
      all.add(new Difference("currency", currency, expected.code()));
    }
    if (!amount.isEmpty() && !isAmount(amount, expected)) {
      all.add(new Difference("amount", amount, expected.decimal()));
    }
  }

  private static @Nullable Money amount(Reading reading) {
    return switch (reading) {
      case Genuine(_, SaleApproved approved) -> approved.paid();
      case Inquiry inquiry -> inquiry.amount();
      case Genuine _, Doorbell _, Forged _, Malformed _, Nothing _ -> null;
    };
  }

  private static boolean isAmount(String told, Money expected) {
    try {
      return Money.parse(told, expected.currency()).equals(expected);
    } catch (ArithmeticException | NumberFormatException unreadable) {
      return false;
    }
  }

  /** Two transfers for one payment are two sums of money. */
  private static void ofTransfer(Reading reading, Payment payment, List<Difference> all) {
    var told =
        switch (reading) {
          case Genuine(_, SaleApproved approved) -> approved.providersId();
          case Doorbell bell -> bell.transfer();
          case Genuine _, Inquiry _, Forged _, Malformed _, Nothing _ -> "";
        };
    if (payment.isKnownByAnother(told)) {
      all.add(new Difference("transfer", told, payment.providersId()));
    }
  }
}
