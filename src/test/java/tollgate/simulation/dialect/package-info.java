/**
 * The other end of every adapter: what each provider says, in its bytes and with its signatures,
 * written from the protocol pages and not from our adapters. Knows messages and secrets, no fate of
 * its own: what happened is told to it. Begin with {@link tollgate.simulation.dialect.Dialect}.
 */
@NullMarked
package tollgate.simulation.dialect;

import org.jspecify.annotations.NullMarked;
