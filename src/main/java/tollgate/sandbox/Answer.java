package tollgate.sandbox;

/** What became of one try to deliver a callback. */
public sealed interface Answer {

  /** For the log. */
  String told();

  record Answered(int status, String body, String location) implements Answer {
    @Override
    public String told() {
      return body.isEmpty() ? "" + status : status + " " + body;
    }
  }

  /** No answer in time, no connection, no such address. */
  record Silence(String why) implements Answer {
    @Override
    public String told() {
      return why;
    }
  }
}
