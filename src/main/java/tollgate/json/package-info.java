/**
 * A strict JSON tree: what was received or will be sent, exactly, with nothing guessed.
 *
 * <p>Pure: it knows bytes, Jackson's streaming parser and nothing of Tollgate. Begin reading at
 * {@link tollgate.json.Json}, then {@link tollgate.json.JsonReader}.
 */
@NullMarked
package tollgate.json;

import org.jspecify.annotations.NullMarked;
