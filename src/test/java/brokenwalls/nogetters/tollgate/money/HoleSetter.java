package brokenwalls.nogetters.tollgate.money;

interface HoleSetter {
  void setAmount(long minor);
}
