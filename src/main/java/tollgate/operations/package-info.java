/**
 * What those who run Tollgate see of it: metrics, health and the proof that no money is missing.
 * Knows the engine's words and asks the store through them. Begin with {@code OperationsVerticle}.
 */
@NullMarked
package tollgate.operations;

import org.jspecify.annotations.NullMarked;
