package tollgate.engine;

/** Who does in the world what was decided. Must neither block nor throw. */
@FunctionalInterface
public interface Performer {

  /** Called straight after the commit, and for what was claimed from the outbox. */
  void perform(Duty duty);
}
