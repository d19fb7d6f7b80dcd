/**
 * The whole gateway in one thread: two nodes, a database that fails, providers who lie, merchants
 * who sleep, customers of payment links who choose twice or too late, and an auditor with books of
 * his own. Knows the engine and what is below it; begin with {@link tollgate.simulation.World}.
 */
@NullMarked
package tollgate.simulation;

import org.jspecify.annotations.NullMarked;
