/**
 * What the public port and the admin port promise: the documents {@code openapi.yaml} and {@code
 * admin.yaml}, and the pages on which people read them.
 *
 * <p>Knows JSON trees and how to be mounted on a router, nothing of the routes that it describes: a
 * test holds the two together. Begin reading at {@link tollgate.docs.Docs}, or better at the
 * documents themselves.
 */
@NullMarked
package tollgate.docs;

import org.jspecify.annotations.NullMarked;
