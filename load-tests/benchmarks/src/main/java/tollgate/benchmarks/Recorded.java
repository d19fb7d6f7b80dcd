package tollgate.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tollgate.provider.Callback;

/**
 * A message that the adapters' tests keep: headers and an empty line where it has any, the body,
 * and below a line of dashes what it means.
 */
record Recorded(Map<String, String> headers, String body, String meaning) {

  static Recorded read(String message) throws IOException {
    var file = Path.of(System.getProperty("messages"), message + ".callback");
    var parts = Files.readString(file).split("\n---\n", 2);
    var headers = new HashMap<String, String>();
    var body = parts[0];
    while (body.matches("(?s)[a-z0-9-]+: .*")) {
      var line = body.substring(0, body.indexOf('\n'));
      headers.put(line.split(": ", 2)[0], line.split(": ", 2)[1]);
      body = body.substring(line.length() + 1);
    }
    return new Recorded(headers, headers.isEmpty() ? body : body.strip(), parts[1].strip());
  }

  Callback callback(String query) {
    return new Callback("POST", query, headers, body.getBytes(UTF_8));
  }
}
