/**
 * The same top-ups through Tollgate and through Kill Bill, each on a new PostgreSQL of the same
 * binaries and settings. It knows both by their public protocols alone. Begin with {@link
 * tollgate.peer.Contender}, the work that is compared, and {@link tollgate.peer.Turn}, how.
 */
package tollgate.peer;
