package brokenwalls.noclockandnodiceinthepure.tollgate.engine;

final class SoundEngine {
  long answer() {
    return System.nanoTime();
  }
}
