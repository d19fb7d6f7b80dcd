/**
 * How messages prove who wrote them: the Gate signature, Standard Webhooks, and the HMAC under
 * both.
 *
 * <p>Pure: it knows JSON trees and secrets; time comes in as an argument. Begin reading at {@link
 * tollgate.signing.GateSignature}, then {@link tollgate.signing.PageQuery} and {@link
 * tollgate.signing.StandardWebhooks}.
 */
@NullMarked
package tollgate.signing;

import org.jspecify.annotations.NullMarked;
