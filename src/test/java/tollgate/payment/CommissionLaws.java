package tollgate.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.ringgit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tollgate.ledger.Posting;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.LateCreditRequested;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.support.Draws;
import tollgate.support.Seeds;
import tollgate.tenant.Bearer;
import tollgate.tenant.LateSuccess;

/** Whatever it costs and whoever bears it: what was paid is split to the last unit, and once. */
class CommissionLaws {

  private static final int HISTORIES = 2000;

  private record Life(Sale sale, List<Posting> postings) {

    /** What went into accounts of this kind, less what went out of them. */
    long net(String account) {
      var sums = new HashMap<String, Long>();
      for (var posting : postings) {
        sums.merge(kind(posting.credit().address()), posting.amount().minor(), Math::addExact);
        sums.merge(kind(posting.debit().address()), -posting.amount().minor(), Math::addExact);
      }
      return sums.getOrDefault(account, 0L);
    }

    private static String kind(String address) {
      return address.split(":", 2)[0];
    }
  }

  @Test
  void whatIsPaidIsSplitToTheLastUnit() {
    each(life -> {
      var terms = life.sale().terms();
      var commission = terms.deal().commission();
      var fee = commission == null ? 0 : commission.fee().minor();
      var back = terms.amount().minor() - life.sale().left().minor();
      if (isCredited(life.sale())) {
        assertThat(life.net("fees")).isEqualTo(fee);
        assertThat(-life.net("clearing")).isEqualTo(terms.charged().minor() - back);
        assertThat(life.net("suspense")).isZero();
      } else {
        assertThat(life.net("fees")).isZero();
        assertThat(life.net("suspense") + life.net("reserved")).isEqualTo(-life.net("clearing"));
      }
    });
  }

  @Test
  void neverMoreGoesBackThanWasPaid() {
    each(life -> {
      assertThat(life.net("clearing")).isLessThanOrEqualTo(0);
      assertThat(life.net("reserved")).isGreaterThanOrEqualTo(0);
      assertThat(life.net("wallet")).isGreaterThanOrEqualTo(0);
    });
  }

  @Test
  void aCauseMovesMoneyOnce() {
    each(life -> assertThat(life.postings().stream().map(Posting::cause)).doesNotHaveDuplicates());
  }

  private static boolean isCredited(Sale sale) {
    return sale.state() instanceof Succeeded
        || (sale.state() instanceof PaidLate late && late.credited());
  }

  private interface Law {
    void holdsFor(Life life);
  }

  private static void each(Law law) {
    Seeds.each(HISTORIES, draws -> law.holdsFor(life(draws)));
  }

  private static Life life(Draws draws) {
    var sale =
        SALE.of(ringgit(draws.between(500, 100_000))).late(draws.oneOf(LateSuccess.values()));
    if (draws.percent(60)) sale = sale.into("000000000018");
    var percent = draws.below(10) + "." + draws.below(1000);
    sale = sale.costing(draws.oneOf(Bearer.values()), percent, draws.below(300));
    var now = sale.in(new PaymentState.Processing(false));
    var postings = new ArrayList<Posting>();
    for (int i = 0; i < 12; i++) {
      var decision = now.apply(event(now, draws), AT.plusSeconds(i));
      var taken =
          decision instanceof Funded(Step step, Decision ifShort)
              ? draws.percent(50) ? step : ifShort
              : decision;
      if (taken instanceof Step step) {
        postings.addAll(step.postings());
        now = (Sale) step.payment();
      }
    }
    return new Life(now, postings);
  }

  private static PaymentEvent event(Sale now, Draws draws) {
    var refund = draws.between(1, 9);
    var minor = draws.between(1, now.terms().amount().minor());
    var choices =
        Map.of(
            0, new SaleApproved(now.terms().charged(), "P-1"),
            1, new SaleApproved(now.terms().amount(), "P-1"),
            2, new TimeLimitReached(),
            3, new LateCreditRequested(),
            4, new RefundRequested(Words.refund(refund, draws.percent(30) ? 0 : minor)),
            5, new RefundApproved(refund, "R-1"),
            6, new RefundDeclined(refund, Code.ACQUIRER_BALANCE_SHORT),
            7, new PaymentEvent.LateRefundRequested(Words.refund(refund, 0)));
    return choices.get(draws.below(choices.size()));
  }
}
