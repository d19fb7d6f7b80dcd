package tollgate.simulation.dialect;

import java.util.Map;
import java.util.Optional;
import tollgate.provider.Callback;
import tollgate.provider.Provider.Call;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.simulation.dialect.PlainSpoken.Word;

/**
 * Of no provider that exists: it says whatever can be said, refunds included, and anything late.
 */
final class PlainDialect extends Dialect {

  PlainDialect() {
    super(
        new PlainSpoken(),
        gateway(1, "plain", Map.of(), Map.of()),
        "MYR",
        Trait.CANCELS_UNHEARD,
        Trait.CANCELS_SURELY,
        Trait.TAKES_LESS,
        Trait.PAID_TWICE,
        Trait.HASTY,
        Trait.TELLS_REFUNDS);
  }

  @Override
  public Bill bill(Told told, String theirs) {
    var word = Word.read(told.body());
    return new Bill(word.reference(), word.fate().sum(), theirs, Map.of());
  }

  @Override
  public Reply answer(Call call, Bill bill, Fate fate) {
    return new Reply(200, new Word("sale", bill.reference(), fate).written());
  }

  @Override
  public Reply unknown(Call call) {
    return new Reply(404, "who?");
  }

  @Override
  public Optional<Callback> tell(Bill bill, Fate fate) {
    return Optional.of(posted(new Word("sale", bill.reference(), fate).written()));
  }

  @Override
  public Reply answerRefund(Wanted refund, Fate fate) {
    return new Reply(200, new Word("refund", refund.key(), fate).written());
  }

  @Override
  public Optional<Callback> tellRefund(String sale, String refund, Fate fate) {
    return Optional.of(posted(sale + " " + new Word("refund", refund, fate).written()));
  }
}
