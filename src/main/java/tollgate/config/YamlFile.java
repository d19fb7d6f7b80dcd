package tollgate.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
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

  /** Values of one file, those that aliases repeat counted each time. */
  private static final int NODES_MAX = 200_000;

  private static final int DEPTH_MAX = 32;

  private final String file;
  private final Mistakes mistakes;
  private int nodes;

  private YamlFile(String file, Mistakes mistakes) {
    this.file = file;
    this.mistakes = mistakes;
  }

  public static Written.Members read(Path file, Mistakes mistakes) {
    var reader = new YamlFile(file.toString(), mistakes);
    try {
      return reader.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      mistakes.add("", "there is no such file", file.toString());
    } catch (IOException e) {
      mistakes.add("", "cannot be read: " + e.getMessage(), file.toString());
    }
    return reader.nothing();
  }

  /** Reads a text; {@code name} is what its mistakes are said to be in. */
  public static Written.Members parse(String text, String name, Mistakes mistakes) {
    return new YamlFile(name, mistakes).parse(text);
  }

  private Written.Members parse(String text) {
    try {
      var root = compose(text);
      if (root == null) return nothing();
      if (tree(root, 0) instanceof Written.Members members) return members;

      mistakes.add("", "the file must be a list of names with values", at(root));
    } catch (MarkedYAMLException e) {
      var line = e.getProblemMark() == null ? "" : ":" + (e.getProblemMark().getLine() + 1);
      mistakes.add("", "not YAML: " + e.getProblem(), file + line);
    } catch (YAMLException e) {
      mistakes.add("", "cannot be read: " + e.getMessage(), file);
    }
    return nothing();
  }

  private Written.Members nothing() {
    return new Written.Members(Map.of(), file);
  }

  private static @Nullable Node compose(String text) {
    return new Yaml(new LoaderOptions()).compose(new StringReader(text));
  }

  private Written tree(Node node, int depth) {
    if (depth > DEPTH_MAX || ++nodes > NODES_MAX) throw new YAMLException("too deep or too much");

    return switch (node) {
      case ScalarNode text when text.getTag().equals(Tag.NULL) -> new Written.Nothing(at(node));
      case ScalarNode text -> new Written.Text(text.getValue(), at(node));
      case SequenceNode list -> items(list, depth);
      case MappingNode mapping -> members(mapping, depth);
      case AnchorNode anchor -> tree(anchor.getRealNode(), depth + 1);
      default -> throw new YAMLException("unknown kind of node " + node.getNodeId());
    };
  }

  private Written items(SequenceNode list, int depth) {
    var items = new ArrayList<Written>();
    for (var item : list.getValue()) items.add(tree(item, depth + 1));
    return new Written.Items(items, at(list));
  }

  private Written members(MappingNode mapping, int depth) {
    var members = new LinkedHashMap<String, Written>();
    for (var tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
        mistakes.add("", "a name must be a plain word", at(tuple.getKeyNode()));
      } else if (members.put(name.getValue(), tree(tuple.getValueNode(), depth + 1)) != null) {
        mistakes.add(name.getValue(), "is written twice", at(name));
      }
    }
    return new Written.Members(members, at(mapping));
  }

  private String at(Node node) {
    return file + ":" + (node.getStartMark().getLine() + 1);
  }
}
