package brokenwalls.nogetters.tollgate.money;

final class SoundRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  @Override
  public String getMessage() {
    return "refused";
  }
}
