package tollgate.config;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tollgate.config.Centre.TokenEntry;
import tollgate.tenant.DataToken;

/** Makes Data API tokens of what is written about them. */
final class TokenReader {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z0-9_-]{" + DataToken.TOKEN_CHARS + "}");

  private final TermsReader.Complaints wrong;
  private final Map<String, DataToken> tokens = new HashMap<>();

  TokenReader(TermsReader.Complaints wrong) {
    this.wrong = wrong;
  }

  Map<String, DataToken> all() {
    return tokens;
  }

  void add(String name, TokenEntry entry, Centre centre, String path) {
    if (!NAME.matcher(name).matches()) {
      wrong.add(path, "a name has small letters, digits and hyphens");
    }
    if (!TOKEN.matcher(entry.token().reveal()).matches()) {
      wrong.add(
          path + ".token",
          "must have " + DataToken.TOKEN_CHARS + " letters, digits, hyphens and underscores");
    }
    checkProjects(entry, centre, path + ".projects");
    var token = new DataToken(name, entry.token(), entry.key(), entry.projects(), entry.on());
    if (tokens.values().stream().anyMatch(other -> other.token().equals(token.token()))) {
      wrong.add(path + ".token", "is another's too");
    }
    if (tokens.put(name, token) != null) wrong.add(path, "is written in two centres");
  }

  private void checkProjects(TokenEntry entry, Centre centre, String path) {
    var count = entry.projects().size();
    if (count < 1 || count > DataToken.PROJECTS_MAX) {
      wrong.add(path, "must be 1 to " + DataToken.PROJECTS_MAX);
    }
    for (var project : entry.projects()) {
      if (!centre.projects().containsKey(project)) {
        wrong.add(path, "the settlement centre has no project " + project);
      }
    }
  }
}
