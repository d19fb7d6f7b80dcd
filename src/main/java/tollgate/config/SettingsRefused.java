package tollgate.config;

import java.util.List;
import java.util.stream.Collectors;

/** The settings are wrong; nothing was started. The message lists every mistake, one a line. */
public final class SettingsRefused extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<Mistakes.Mistake> mistakes;

  public SettingsRefused(List<Mistakes.Mistake> mistakes) {
    super(text(mistakes));
    this.mistakes = mistakes;
  }

  public List<Mistakes.Mistake> mistakes() {
    return mistakes;
  }

  private static String text(List<Mistakes.Mistake> mistakes) {
    var head =
        mistakes.size() == 1 ? "a setting is wrong" : mistakes.size() + " settings are wrong";
    return mistakes.stream().map(each -> "\n  " + each).collect(Collectors.joining("", head, ""));
  }
}
