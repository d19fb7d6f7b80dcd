package tollgate.payment;

/** What a payment will not have: nothing changes, and a person must look at both sides. */
public enum Refusal {
  /** The provider took another amount or currency than was agreed. */
  AMOUNT_DIFFERS,
  /** The provider says the opposite of what it said before. */
  CONTRADICTION
}
