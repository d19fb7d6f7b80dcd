/**
 * How the generator speaks: HTTP/1.1 by hand, and the signatures, from the protocol documents alone.
 * It shares two processors with what it measures, so a message is text that is written once and read
 * by its words; it knows nothing of scenarios and figures. Begin with {@link tollgate.load.wire.Wire}.
 */
package tollgate.load.wire;
