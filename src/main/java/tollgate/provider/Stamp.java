package tollgate.provider;

import java.time.Instant;

/**
 * When one message is written, and a word that no other message carries, for protocols that want
 * them. Given from outside, since an adapter has neither clock nor chance. Never part of what makes
 * a repeat known as one: each attempt has its own.
 *
 * @param nonce 24 hexadecimal digits
 */
public record Stamp(Instant at, String nonce) {}
