package tollgate.web;

import java.time.InstantSource;
import java.util.function.Supplier;
import tollgate.engine.Engine;
import tollgate.engine.Events;
import tollgate.engine.FirstAnswers;
import tollgate.engine.Ids;
import tollgate.engine.Payments;
import tollgate.engine.ProviderDesk;
import tollgate.engine.Refusals;
import tollgate.engine.Vitals;
import tollgate.engine.Wallets;
import tollgate.provider.Providers;
import tollgate.tenant.Tenants;

/**
 * What the routes work with. All of it is shared by the verticles and safe for their threads.
 *
 * @param tenants as they are at this moment; asked once a request
 * @param providers all methods that exist, also those that nobody has switched on
 */
public record WebParts(
    Supplier<Tenants> tenants,
    Providers providers,
    Engine engine,
    Payments payments,
    Wallets wallets,
    Refusals refusals,
    FirstAnswers firstAnswers,
    Ids ids,
    Events events,
    ProviderDesk desk,
    DataParts data,
    Gatekeeper keeper,
    Shedding shedding,
    LinkOptions links,
    WebMeters meters,
    Parking parking,
    EventParking eventParking,
    Vitals vitals,
    InstantSource clock) {}
