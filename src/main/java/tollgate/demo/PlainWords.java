package tollgate.demo;

/**
 * What the customer is told: never a code alone, never a doubt about whose money is where.
 *
 * @param headline one line
 * @param text a sentence or two
 */
record PlainWords(String headline, String text) {

  static PlainWords of(TopUp topUp) {
    var sum = Amounts.words(topUp.sum());
    var provider = topUp.provider();
    return switch (topUp.phase()) {
      case STARTING ->
          new PlainWords(
              "One moment",
              "We are asking " + provider + " where to send you. Nothing is paid yet.");
      case AT_PROVIDER ->
          new PlainWords(
              "Waiting for " + provider,
              "We have not heard yet that "
                  + sum
                  + " was paid. If you have paid, just wait: this page changes by itself. If not,"
                  + " go on there.");
      case DECIDING ->
          new PlainWords(
              "Still waiting for " + provider,
              "We do not know yet whether "
                  + sum
                  + " was paid. Please do not pay again: this page changes by itself.");
      case PAID -> new PlainWords("Paid", sum + " is in your wallet.");
      case DECLINED -> new PlainWords(declined(topUp.code()), why(topUp.code(), provider));
    };
  }

  private static String declined(String code) {
    return switch (code) {
      case "603", "20602" -> "Time is over";
      case "20301", "301" -> "Cancelled";
      default -> "Declined";
    };
  }

  private static String why(String code, String provider) {
    var reason =
        switch (code) {
          case "603" -> "Nobody paid in time, so this top-up was closed.";
          case "20602" -> provider + " ran out of time.";
          case "20301", "301" -> "You cancelled this top-up.";
          case "2642" -> "The amount is above what " + provider + " allows.";
          case "3358" -> "The amount is below what " + provider + " allows.";
          case "314", "602", "20202" -> provider + " cannot be reached now. Try again later.";
          case "20105" -> "There is not enough money in your " + provider + " account.";
          case "20101" -> "Your " + provider + " account has reached its limit.";
          case "501" -> "Something went wrong on our side.";
          default -> provider + " did not accept this payment.";
        };
    return reason + " Your wallet has not changed.";
  }
}
