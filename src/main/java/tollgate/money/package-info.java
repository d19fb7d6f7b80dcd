/**
 * Exact amounts of money in one currency. Knows the JDK and nothing else. Begin with {@link
 * tollgate.money.Money}.
 */
@NullMarked
package tollgate.money;

import org.jspecify.annotations.NullMarked;
