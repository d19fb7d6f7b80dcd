package brokenwalls.purefieldsarefinal.tollgate.payment;

final class HoleField {
  long minor;
}
