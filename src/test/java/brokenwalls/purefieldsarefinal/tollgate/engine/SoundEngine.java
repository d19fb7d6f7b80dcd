package brokenwalls.purefieldsarefinal.tollgate.engine;

final class SoundEngine {
  long count;
}
