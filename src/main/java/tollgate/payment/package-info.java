/**
 * The life of a payment as a pure state machine: events in, decisions out. Knows money and the
 * book's words. Begin with {@link tollgate.payment.Payment}.
 */
@NullMarked
package tollgate.payment;

import org.jspecify.annotations.NullMarked;
