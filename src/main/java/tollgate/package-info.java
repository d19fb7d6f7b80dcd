/**
 * The top room: {@code Tollgate} puts all the parts together, {@code Settings} says how.
 *
 * <p>It may know every other room and none may know it. Begin reading at {@code Tollgate}.
 */
@NullMarked
package tollgate;

import org.jspecify.annotations.NullMarked;
