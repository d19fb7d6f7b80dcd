/**
 * What those who configure Tollgate speak to: settlement centres, gateways, projects, their terms
 * and secrets, on a port of its own behind a token.
 *
 * <p>Knows the configuration and its words, and of payments what a person has to decide or to ask.
 * Begin reading at {@link tollgate.admin.AdminVerticle}.
 */
@NullMarked
package tollgate.admin;

import org.jspecify.annotations.NullMarked;
