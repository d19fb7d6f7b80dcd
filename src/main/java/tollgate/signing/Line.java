package tollgate.signing;

/**
 * One scalar of a message as it is signed.
 *
 * @param text {@code path:value}
 * @param pathLength characters of the path alone
 */
record Line(String text, int pathLength) {}
