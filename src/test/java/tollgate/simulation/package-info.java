/**
 * The whole gateway in one thread: two nodes, a database that fails, every provider with its
 * customers, who lie and come too late, merchants who sleep, and an auditor with books of his own.
 * Knows the engine, the adapters and what is below them; begin with {@link
 * tollgate.simulation.World}.
 */
@NullMarked
package tollgate.simulation;

import org.jspecify.annotations.NullMarked;
