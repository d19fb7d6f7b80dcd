package brokenwalls.noclockandnodiceinthepure.tollgate.payment;

final class HoleMillis {
  long answer() {
    return System.currentTimeMillis();
  }
}
