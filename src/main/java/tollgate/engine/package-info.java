/**
 * Where events meet payments: the group commit, and the interfaces of what it needs kept. Knows the
 * pure rooms; the store implements its interfaces. Begin with {@link tollgate.engine.Engine}.
 */
@NullMarked
package tollgate.engine;

import org.jspecify.annotations.NullMarked;
