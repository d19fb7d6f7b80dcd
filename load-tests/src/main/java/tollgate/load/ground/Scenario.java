package tollgate.load.ground;

/** One question to the gateway under load; it may be asked alone or among others. */
public interface Scenario {

  /** The title of its section in the report. */
  String name();

  /** Puts its rows into the report; throws when nothing can be measured any more. */
  void run(Run run) throws Exception;
}
