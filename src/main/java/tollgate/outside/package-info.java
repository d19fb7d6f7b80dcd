/**
 * Everything that we say to the world: calls to providers, webhooks to merchants, and the clock
 * that makes both happen. The only room of the gateway with HTTP clients; knows the engine and the
 * adapters. Begin with {@link tollgate.outside.ProviderVerticle}, then {@link
 * tollgate.outside.WebhookVerticle}.
 */
@NullMarked
package tollgate.outside;

import org.jspecify.annotations.NullMarked;
