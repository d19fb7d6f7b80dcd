package brokenwalls.nogetters.tollgate.money;

interface SoundMoney {
  long amount();

  boolean settles(long minor);
}
