package tollgate.keys;

/** Where chance comes from: so many unpredictable bytes. */
@FunctionalInterface
public interface Dice {

  byte[] bytes(int count);
}
