/**
 * A merchant's own program: a small taxi app that tops up wallets, and the receiver of its
 * webhooks.
 *
 * <p>It knows of the gateway what a merchant knows: the HTTP address, how to sign, how to read
 * JSON. Begin reading at {@link tollgate.demo.Demo}, then {@link tollgate.demo.TopUps}.
 */
@NullMarked
package tollgate.demo;

import org.jspecify.annotations.NullMarked;
