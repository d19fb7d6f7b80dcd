package tollgate.manifests;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One object of a file under k8s/base. */
record Manifest(Path file, JsonObject object) {

  private static final Set<String> VERSIONS =
      Set.of("v1", "apps/v1", "policy/v1", "networking.k8s.io/v1");

  static List<Manifest> in(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.endsWith("kustomization.yaml"))
          .sorted()
          .flatMap(file -> of(file, text(file)).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Manifest> of(Path file, String text) {
    var all = new ArrayList<Manifest>();
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    for (var each : yaml.loadAll(text)) {
      all.add(new Manifest(file, new Gson().toJsonTree(each).getAsJsonObject()));
    }
    return all;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String kind() {
    return object.get("kind").getAsString();
  }

  String name() {
    return object.getAsJsonObject("metadata").get("name").getAsString();
  }

  /**
   * The object as Kubernetes types it.
   *
   * @throws IllegalArgumentException for a field that the type does not have or lacks
   */
  Object typed() {
    var version = object.get("apiVersion").getAsString();
    if (!VERSIONS.contains(version)) {
      throw new IllegalArgumentException(file + ": " + version + " is not a version we use");
    }
    try {
      var type = Class.forName("io.kubernetes.client.openapi.models.V1" + kind());
      type.getMethod("validateJsonElement", JsonElement.class).invoke(null, object);
      return JSON.getGson().fromJson(object, type);
    } catch (ReflectiveOperationException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException(file + ", " + kind() + ": " + cause.getMessage(), e);
    }
  }

  <T> T typed(Class<T> as) {
    return as.cast(typed());
  }
}
