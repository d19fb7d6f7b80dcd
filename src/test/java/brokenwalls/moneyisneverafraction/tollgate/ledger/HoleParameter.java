package brokenwalls.moneyisneverafraction.tollgate.ledger;

interface HoleParameter {
  long convert(long minor, double[] rates);
}
