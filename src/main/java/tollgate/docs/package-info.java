/**
 * What the public port promises: the document {@code openapi.yaml}, and the page on which people
 * read it.
 *
 * <p>Knows JSON trees and how to be mounted on a router, nothing of the routes that it describes: a
 * test holds the two together. Begin reading at {@link tollgate.docs.Docs}, or better at the
 * document itself.
 */
@NullMarked
package tollgate.docs;

import org.jspecify.annotations.NullMarked;
