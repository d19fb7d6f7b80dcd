/**
 * Secrets at rest: each sealed by a data key of its own, which a master key wraps.
 *
 * <p>Pure: chance comes in as an argument, keys as text; it knows tenants' secrets and nothing of
 * where they are kept. Begin reading at {@link tollgate.keys.Envelope}.
 */
@NullMarked
package tollgate.keys;

import org.jspecify.annotations.NullMarked;
