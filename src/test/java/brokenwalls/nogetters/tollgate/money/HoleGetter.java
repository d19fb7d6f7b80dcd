package brokenwalls.nogetters.tollgate.money;

interface HoleGetter {
  long getAmount();
}
