/**
 * Everything that is kept, in PostgreSQL: the only room with SQL. Implements the engine's
 * interfaces and knows the pure rooms. Begin with {@link tollgate.store.PgStores}.
 */
@NullMarked
package tollgate.store;

import org.jspecify.annotations.NullMarked;
