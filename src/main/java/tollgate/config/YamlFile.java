package tollgate.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads one YAML file as a tree of texts. YAML's own opinion of what a text means (that {@code on}
 * is true, that 010 is 8) is not asked: the setting's type decides.
 */
public final class YamlFile {

  private final Path file;
  private final Mistakes mistakes;

  private YamlFile(Path file, Mistakes mistakes) {
    this.file = file;
    this.mistakes = mistakes;
  }

  public static Written.Members read(Path file, Mistakes mistakes) {
    return new YamlFile(file, mistakes).read();
  }

  private Written.Members read() {
    try {
      var root = compose(Files.readString(file));
      if (root == null) return nothing();
      if (tree(root) instanceof Written.Members members) return members;

      mistakes.add("", "the file must be a list of names with values", at(root));
    } catch (NoSuchFileException e) {
      mistakes.add("", "there is no such file", file.toString());
    } catch (MarkedYAMLException e) {
      var line = e.getProblemMark() == null ? "" : ":" + (e.getProblemMark().getLine() + 1);
      mistakes.add("", "not YAML: " + e.getProblem(), file + line);
    } catch (YAMLException | IOException e) {
      mistakes.add("", "cannot be read: " + e.getMessage(), file.toString());
    }
    return nothing();
  }

  private Written.Members nothing() {
    return new Written.Members(Map.of(), file.toString());
  }

  private static @Nullable Node compose(String text) {
    return new Yaml(new LoaderOptions()).compose(new StringReader(text));
  }

  private Written tree(Node node) {
    return switch (node) {
      case ScalarNode text when text.getTag().equals(Tag.NULL) -> new Written.Nothing(at(node));
      case ScalarNode text -> new Written.Text(text.getValue(), at(node));
      case SequenceNode list -> items(list);
      case MappingNode mapping -> members(mapping);
      case AnchorNode anchor -> tree(anchor.getRealNode());
      default -> throw new YAMLException("unknown kind of node " + node.getNodeId());
    };
  }

  private Written items(SequenceNode list) {
    List<Written> items = list.getValue().stream().map(this::tree).collect(Collectors.toList());
    return new Written.Items(items, at(list));
  }

  private Written members(MappingNode mapping) {
    var members = new LinkedHashMap<String, Written>();
    for (var tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
        mistakes.add("", "a name must be a plain word", at(tuple.getKeyNode()));
      } else if (members.put(name.getValue(), tree(tuple.getValueNode())) != null) {
        mistakes.add(name.getValue(), "is written twice", at(name));
      }
    }
    return new Written.Members(members, at(mapping));
  }

  private String at(Node node) {
    return file + ":" + (node.getStartMark().getLine() + 1);
  }
}
