/**
 * What every scenario stands on: the gateway under load as a process of its own with its database, the
 * merchants and the provider towards it, ways to offer load, and what all that costs. It knows nothing
 * of the gateway's code, only its ports, settings and tables. Begin with {@link
 * tollgate.load.ground.Run}.
 */
package tollgate.load.ground;
