package brokenwalls.noclockandnodiceinthepure.tollgate.payment;

final class HoleNanos {
  long answer() {
    return System.nanoTime();
  }
}
