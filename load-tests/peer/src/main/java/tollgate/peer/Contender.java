package tollgate.peer;

import io.vertx.core.Future;

/**
 * A system that can do the work: one top-up, from the order to the higher balance. It runs as a
 * process of its own on the database it was given, and is spoken to over HTTP alone.
 */
interface Contender extends AutoCloseable {

  /** What one top-up adds, in minor units: 10.00 MYR. */
  long AMOUNT = 1000;

  /** Such as {@code Kill Bill 0.22.26}. */
  String name();

  /** Starts it and waits until it takes requests. */
  void start() throws Exception;

  /** A new customer with an empty account; gives what {@link #topUp} names it by. */
  Future<String> open(int number);

  /**
   * One payment is created and left pending at the provider, the provider's success arrives, and
   * the customer's balance is higher when this completes. It fails when any of its steps is
   * refused.
   *
   * @param id of the payment, new each time
   */
  Future<Void> topUp(String account, String id);

  /** What it tells the customer that he has, in minor units. */
  Future<Long> balance(String account);

  /** Gives one number: the payments that it holds to be paid. */
  String succeededSql();

  /** Of its JVM. */
  long pid();

  @Override
  void close();
}
