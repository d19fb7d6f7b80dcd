/**
 * What is written about Tollgate and its tenants: files, environment and database as one tree of
 * texts, made into records, with every mistake found at once.
 *
 * <p>Knows the values that come of it and the seals of its secrets, and asks for what is kept by an
 * interface. Begin reading at {@link tollgate.config.Directory}, or at {@link
 * tollgate.config.Centre} for what can be written.
 */
@NullMarked
package tollgate.config;

import org.jspecify.annotations.NullMarked;
