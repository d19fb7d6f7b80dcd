package brokenwalls.purefieldsarefinal.tollgate.payment;

final class SoundField {
  final long minor = 1;
}
