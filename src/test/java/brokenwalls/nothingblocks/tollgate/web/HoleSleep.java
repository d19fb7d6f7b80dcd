package brokenwalls.nothingblocks.tollgate.web;

final class HoleSleep {
  void rest() throws InterruptedException {
    Thread.sleep(1);
  }
}
