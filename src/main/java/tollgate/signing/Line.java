package tollgate.signing;

/**
 * One scalar of a message as it is signed, {@code path:value}: its place in the text of all lines,
 * so that no line is a text of its own.
 *
 * @param from where its path begins
 * @param pathEnd where its path ends; the colon stands there
 * @param to where its value ends
 */
record Line(int from, int pathEnd, int to) {}
