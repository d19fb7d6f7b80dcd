package tollgate.engine;

import tollgate.payment.Payment;

/**
 * A payment as it was read.
 *
 * @param version grows by one with every saved change
 * @param overdue whether its limit time had passed, by the database's clock
 */
public record Stored(Payment payment, int version, boolean overdue) {}
