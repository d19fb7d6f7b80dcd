package tollgate.provider;

/** What a provider hears from us. */
public record Answer(int status, String contentType, String body) {

  public static Answer text(int status, String body) {
    return new Answer(status, "text/plain; charset=utf-8", body);
  }
}
