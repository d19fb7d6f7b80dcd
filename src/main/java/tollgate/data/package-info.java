/**
 * What the Data API and reports say of operations that have ended, pure: their types, columns, CSV,
 * periods of time. Knows the words of the Gate, payments and tenants, and neither HTTP nor where
 * operations are kept. Begin reading at {@link tollgate.data.Column}.
 */
@NullMarked
package tollgate.data;

import org.jspecify.annotations.NullMarked;
