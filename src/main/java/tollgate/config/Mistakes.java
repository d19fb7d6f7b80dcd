package tollgate.config;

import java.util.ArrayList;
import java.util.List;

/** Every mistake there is in the settings, so that they are corrected in one go. */
public final class Mistakes {

  /**
   * One of them.
   *
   * @param path of the setting, such as {@code http.port}
   * @param rule what it breaks; never a secret's value
   * @param where file and line, or the variable of the environment; may be empty
   */
  public record Mistake(String path, String rule, String where) {
    @Override
    public String toString() {
      var place = where.isEmpty() ? "" : " (" + where + ")";
      return path.isEmpty() ? rule + place : path + ": " + rule + place;
    }
  }

  private final List<Mistake> all = new ArrayList<>();

  public void add(String path, String rule, String where) {
    all.add(new Mistake(path, rule, where));
  }

  public int count() {
    return all.size();
  }

  public List<Mistake> list() {
    return List.copyOf(all);
  }

  /** Goes on only if there is none. */
  public void refuseIfAny() throws SettingsRefused {
    if (!all.isEmpty()) throw new SettingsRefused(list());
  }
}
