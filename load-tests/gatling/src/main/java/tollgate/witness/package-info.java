/**
 * An independent witness of the load tests: Gatling offers the same requests at the same rate and
 * measures them by its own means. It knows the Gate protocol and nothing else of this project. Begin
 * with {@link tollgate.witness.SalesAndStatuses}.
 */
package tollgate.witness;
