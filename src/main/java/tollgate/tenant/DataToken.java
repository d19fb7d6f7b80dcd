package tollgate.tenant;

import java.util.List;

/**
 * With what somebody asks the Data API: a token that says who asks, a key that signs, and what they
 * may see. Neither is a project's: who reads registers need not be able to move money.
 *
 * @param name what administrators call it
 * @param projects that it sees, in order
 * @param on whether it is believed at all
 */
public record DataToken(String name, Secret token, Secret key, List<Long> projects, boolean on) {

  /** A register is merged over projects, so they are counted. */
  public static final int PROJECTS_MAX = 50;

  /** As the protocol has it. */
  public static final int TOKEN_CHARS = 30;

  public DataToken {
    projects = projects.stream().distinct().sorted().toList();
  }

  public boolean sees(long project) {
    return projects.contains(project);
  }
}
