package brokenwalls.noclockandnodiceinthepure.tollgate.tenant;

final class HoleEnvironment {
  String answer() {
    return System.getenv("HOME");
  }
}
