package tollgate.provider;

import java.util.List;

/**
 * What a callback brings to be believed, and what it claims, believed or not. It is for a person
 * who asks why a callback was taken as it was; nothing is decided by it.
 *
 * @param unreadable why it cannot be read at all; empty when it can
 * @param proofs its signatures, of which each must hold; none where the protocol does not sign such
 *     a message
 * @param addressees whose account it must be about
 */
public record Evidence(
    String unreadable, List<Proof> proofs, List<Addressee> addressees, Claims claims) {

  public Evidence {
    proofs = List.copyOf(proofs);
    addressees = List.copyOf(addressees);
  }

  /** Of what is no message of the protocol. */
  public static Evidence unreadable(String why) {
    return new Evidence(why, List.of(), List.of(), Claims.NONE);
  }

  /** Of a message that nobody signs. */
  public static Evidence unsigned(Claims claims) {
    return new Evidence("", List.of(), List.of(), claims);
  }

  public static Evidence of(Claims claims, Proof... proofs) {
    return new Evidence("", List.of(proofs), List.of(), claims);
  }

  /** The same, which must be about this account too. */
  public Evidence about(Addressee... all) {
    return new Evidence(unreadable, proofs, List.of(all), claims);
  }

  /** Whether it is signed, and by whom it must be. */
  public boolean isSigned() {
    return !proofs.isEmpty() && proofs.stream().allMatch(Proof::holds);
  }

  /** An account by a field of the callback, and what our gateway says it must be. */
  public record Addressee(String field, String told, String expected) {

    public boolean holds() {
      return told.equals(expected);
    }
  }

  /**
   * What the callback says of a payment, as it says it; empty where it does not.
   *
   * @param reference our name of the payment, see {@link Reference}
   * @param amount in major units
   * @param currency by its ISO letters, where the adapter knows them
   * @param status the provider's word
   */
  public record Claims(String reference, String amount, String currency, String status) {

    public static final Claims NONE = new Claims("", "", "", "");
  }
}
