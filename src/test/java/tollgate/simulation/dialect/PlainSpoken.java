package tollgate.simulation.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.payment.RedirectData;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Reading;
import tollgate.provider.Reference;
import tollgate.provider.Refunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.simulation.dialect.Fate.Stage;
import tollgate.tenant.Gateway;
import tollgate.tenant.Method;

/** The adapter of a provider that does not exist, so that all that can be said is said. */
final class PlainSpoken implements Provider {

  /** A line of six words. */
  record Word(String kind, String reference, Fate fate) {

    static Word read(String line) {
      var words = line.split(" ", -1);
      var sum = Money.of(Long.parseLong(words[3]), words[4]);
      return new Word(words[0], words[1], new Fate(Stage.valueOf(words[2]), sum, words[5]));
    }

    String written() {
      var sum = fate.sum();
      var words = List.of(kind, reference, fate.stage(), sum.minor(), sum.code(), fate.theirs());
      return String.join(" ", words.stream().map(Object::toString).toList());
    }

    Payment.Id id() {
      return Reference.read(reference).orElseThrow();
    }
  }

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public List<Method> methods() {
    return List.of();
  }

  @Override
  public Needs needs() {
    return new Needs(List.of(), List.of());
  }

  @Override
  public Start start(Order order, Gateway gateway) {
    return new Start.Send(request("start", order, gateway));
  }

  @Override
  public Optional<Request> ask(Order order, Gateway gateway) {
    return Optional.of(request("ask", order, gateway));
  }

  @Override
  public Optional<Request> cancel(Order order, Gateway gateway) {
    return Optional.of(request("cancel", order, gateway));
  }

  private static Request request(String what, Order order, Gateway gateway) {
    var open = new Fate(Stage.OPEN, order.amount(), "");
    var body = new Word("sale", order.reference(), open).written();
    return new Request("POST", gateway.base() + "/" + what, Map.of(), body);
  }

  @Override
  public ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    if (reply.status() != 200) return new Doubtful("HTTP " + reply.status());

    var fate = Word.read(reply.body()).fate();
    return call == Call.START && fate.stage() == Stage.OPEN
        ? new CustomerRedirected(RedirectData.get(gateway.base() + "/pay"), fate.theirs())
        : sale(fate);
  }

  private static ProviderEvent sale(Fate fate) {
    return switch (fate.stage()) {
      case OPEN -> new SalePending(fate.theirs());
      case DONE -> new SaleApproved(fate.sum(), fate.theirs());
      case REFUSED -> new SaleDeclined(Code.PROVIDER_DECLINE, fate.theirs());
    };
  }

  private static ProviderEvent refund(Word word) {
    var operation = word.id().operation();
    return switch (word.fate().stage()) {
      case OPEN -> new RefundPending(operation, word.fate().theirs());
      case DONE -> new RefundApproved(operation, word.fate().theirs());
      case REFUSED -> new RefundDeclined(operation, Code.PROVIDER_DECLINE);
    };
  }

  /** About a sale, or about a refund behind the name of its sale. */
  @Override
  public Reading open(Callback callback, Gateway gateway) {
    var line = new String(callback.body(), UTF_8);
    if (line.startsWith("sale")) {
      var word = Word.read(line);
      return new Reading.Genuine(word.id(), sale(word.fate()));
    }
    var words = line.split(" ", 2);
    var sale = Reference.read(words[0]).orElseThrow();
    return new Reading.Genuine(sale, refund(Word.read(words[1])));
  }

  @Override
  public Evidence evidence(Callback callback, Gateway gateway) {
    return Evidence.unsigned(Evidence.Claims.NONE);
  }

  @Override
  public Answer answer(Verdict verdict, Callback callback) {
    return switch (verdict) {
      case TAKEN, MISMATCH -> Answer.text(200, "OK");
      case UNWANTED, FORGED, MALFORMED -> Answer.text(400, "no");
      case UNKNOWN -> Answer.text(404, "unknown");
      case BUSY -> Answer.text(503, "again");
    };
  }

  @Override
  public Optional<Refunds> refunds() {
    return Optional.of(new PlainRefunds());
  }

  /** Known by their key. */
  private static final class PlainRefunds implements Refunds {

    @Override
    public Request send(Wanted refund, Gateway gateway) {
      var open = new Fate(Stage.OPEN, refund.amount(), "");
      var body = new Word("refund", refund.key(), open).written();
      return new Request("POST", gateway.base() + "/refund", Map.of(), body);
    }

    @Override
    public ProviderEvent read(Wanted refund, Gateway gateway, Reply reply) {
      return reply.status() == 200
          ? refund(Word.read(reply.body()))
          : new Doubtful("HTTP " + reply.status());
    }
  }
}
