package tollgate.config;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.NonPrintableStyle;
import org.yaml.snakeyaml.Yaml;

/** Writes a tree as YAML that {@link YamlFile} reads back as the same tree. */
public final class YamlText {

  private YamlText() {}

  public static String of(Written.Members tree) {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setWidth(120);
    options.setSplitLines(false);
    options.setNonPrintableStyle(NonPrintableStyle.ESCAPE);
    return new Yaml(options).dump(plain(tree));
  }

  /**
   * Flags and whole numbers without quotes, all else as text: what YAML takes it for is not asked.
   */
  private static @Nullable Object plain(Written written) {
    return switch (written) {
      case Written.Nothing _ -> null;
      case Written.Text(var text, var _) when text.equals("true") || text.equals("false") ->
          text.equals("true");
      case Written.Text(var text, var _) when text.matches("0|[1-9][0-9]{0,15}") ->
          Long.parseLong(text);
      case Written.Text(var text, var _) -> text;
      case Written.Items items -> items.items().stream().map(YamlText::plain).toList();
      case Written.Members members -> {
        var all = new LinkedHashMap<Object, @Nullable Object>();
        members.members().forEach((name, value) -> all.put(key(name), plain(value)));
        yield all;
      }
    };
  }

  private static Object key(String name) {
    return name.matches("0|[1-9][0-9]{0,15}") ? (Object) Long.valueOf(name) : name;
  }
}
