package tollgate.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a sealed secret belongs: table, column and the row's key. It is bound into the seal, so
 * that a secret moved to another row cannot be opened there.
 */
public record Place(String table, String column, List<String> row) {

  public Place {
    row = List.copyOf(row);
  }

  /** Each part with its length before it, so that no two places are the same bytes. */
  byte[] bytes() {
    var parts = new ArrayList<String>();
    parts.add(table);
    parts.add(column);
    parts.addAll(row);
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      var bytes = part.getBytes(UTF_8);
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }
}
