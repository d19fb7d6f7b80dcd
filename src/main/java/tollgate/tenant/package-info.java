/**
 * Who uses Tollgate and on what terms: projects, their gateways, methods and keys.
 *
 * <p>Pure: configuration as values; it knows money and nothing of how it is stored or served. Begin
 * reading at {@link tollgate.tenant.Secret}, the one type here that must never be printed.
 */
@NullMarked
package tollgate.tenant;

import org.jspecify.annotations.NullMarked;
