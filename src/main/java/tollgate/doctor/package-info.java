/**
 * The callback doctor: what a callback proves, what is wrong with it, and what it would do. Knows
 * adapters, and of payments no more than a {@link tollgate.engine.Sight}, so that asking cannot
 * change anything. Begin reading at {@link tollgate.doctor.Doctor}.
 */
@NullMarked
package tollgate.doctor;

import org.jspecify.annotations.NullMarked;
