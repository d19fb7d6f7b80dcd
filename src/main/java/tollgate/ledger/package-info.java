/**
 * The book's words: accounts, and postings between them. Knows money only. Begin with {@link
 * tollgate.ledger.Posting}.
 */
@NullMarked
package tollgate.ledger;

import org.jspecify.annotations.NullMarked;
