/**
 * PayMaster by its REST API v2: an invoice is made, the customer pays it on PayMaster's page, and
 * an unsigned callback makes us ask. Knows the provider's contract and nothing of the shell. Begin
 * with {@link tollgate.provider.paymaster2.Paymaster2}.
 */
@NullMarked
package tollgate.provider.paymaster2;

import org.jspecify.annotations.NullMarked;
