package tollgate.provider;

/**
 * What a provider answered: HTTP status and body, at most as long as {@code outside} allows, and
 * read by the charset that the answer names, UTF-8 where it names none.
 */
public record Reply(int status, String body) {}
