package tollgate.config;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import tollgate.json.Json;
import tollgate.tenant.Secret;

/**
 * One configured thing as it is kept: what was written of it, without its secrets and without the
 * things below it.
 *
 * @param centre whose it is
 * @param secrets by the adapter's names for a gateway's keys, by 1 and 2 for a project's secrets
 * @param version of the whole configuration that changed it last
 */
public record Document(
    String centre, Json.Obj body, SortedMap<String, Secret> secrets, long version) {

  public Document {
    secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
  }

  boolean says(Document that) {
    return centre.equals(that.centre) && body.equals(that.body) && secrets.equals(that.secrets);
  }

  Document at(long newVersion) {
    return new Document(centre, body, secrets, newVersion);
  }
}
