/**
 * PayMaster by its older protocol: the customer brings a form, PayMaster asks whether it may take
 * the money, and a signed notification tells that it did. Knows the provider's contract and nothing
 * of the shell. Begin with {@link tollgate.provider.paymaster.Paymaster}.
 */
@NullMarked
package tollgate.provider.paymaster;

import org.jspecify.annotations.NullMarked;
