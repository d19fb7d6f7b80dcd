/**
 * Reports: registers as files, asked for once or made by themselves whenever a period has closed.
 *
 * <p>Knows the register's words and where operations that have ended are found; the database
 * decides who makes what. Begin reading at {@link tollgate.report.Reports}.
 */
@NullMarked
package tollgate.report;

import org.jspecify.annotations.NullMarked;
