/**
 * What we must know of each provider: one pure adapter a folder, which writes and reads messages
 * and sends none. Knows payments and tenants, never another adapter. Begin with {@link
 * tollgate.provider.Provider}.
 */
@NullMarked
package tollgate.provider;

import org.jspecify.annotations.NullMarked;
