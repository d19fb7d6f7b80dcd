package tollgate.keys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All master keys that are still in use. The newest, written last, seals; each opens. */
public final class MasterKeys {

  private final SequencedMap<String, MasterKey> byId;

  private MasterKeys(SequencedMap<String, MasterKey> byId) {
    this.byId = byId;
  }

  /**
   * Reads keys, one a line or with commas between; what follows {@code #} is a remark.
   *
   * @throws IllegalArgumentException when there is none, one is wrong, or an id comes twice
   */
  public static MasterKeys parse(String text) {
    var byId = new LinkedHashMap<String, MasterKey>();
    for (var written : written(text)) {
      var key = MasterKey.parse(written);
      if (byId.putIfAbsent(key.id(), key) != null) {
        throw new IllegalArgumentException("master key " + key.id() + " is written twice");
      }
    }
    if (byId.isEmpty()) throw new IllegalArgumentException("there is no master key");
    return new MasterKeys(byId);
  }

  private static List<String> written(String text) {
    return text.lines()
        .map(line -> line.replaceFirst("#.*", ""))
        .flatMap(line -> Stream.of(line.split("[,\\s]+")))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  public MasterKey newest() {
    return byId.lastEntry().getValue();
  }

  @Nullable MasterKey named(String id) {
    return byId.get(id);
  }

  @Override
  public String toString() {
    return byId.values().toString();
  }
}
