package tollgate.provider;

/** What a provider answered: HTTP status and body, at most as long as {@code outside} allows. */
public record Reply(int status, String body) {}
