package brokenwalls.moneyisneverafraction.tollgate.money;

interface HoleBoxed {
  Float rate();
}
