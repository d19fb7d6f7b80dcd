package tollgate.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tollgate.tenant.Secret;

/**
 * Makes records of what is written: a section is a record, a name in it is a component. What is not
 * written is as in the usual record; what is not known is a mistake. Goes on after a mistake, so
 * that all are found.
 */
public final class Binder {

  private final Environment environment;
  private final UnaryOperator<String> fill;
  private final Mistakes mistakes;
  private final Map<String, String> places = new HashMap<>();
  private final Map<String, Written.Text> given = new LinkedHashMap<>();

  /** {@code fill} puts values in the place of placeholders, before a text is read. */
  public Binder(Environment environment, UnaryOperator<String> fill, Mistakes mistakes) {
    this.environment = environment;
    this.fill = fill;
    this.mistakes = mistakes;
  }

  /** Null after a mistake. */
  public <T extends Record> @Nullable T bind(
      Class<T> type, @Nullable T usual, @Nullable Written written, String path) {
    return type.cast(record(type, usual, written, path));
  }

  /** Where a setting was written, for rules that only show once everything is read. */
  public String where(String path) {
    return places.getOrDefault(path, "");
  }

  /** What the environment gave, by path. */
  public Map<String, Written.Text> given() {
    return Map.copyOf(given);
  }

  private @Nullable Object value(
      Type type, @Nullable Object usual, @Nullable Written written, String path) {
    if (written != null) places.put(path, written.where());
    if (type instanceof ParameterizedType generic) {
      var arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? list((Class<?>) arguments[0], usual, written, path)
          : map((Class<?>) arguments[0], arguments[1], written, path);
    }
    var plain = (Class<?>) type;
    return isSection(plain)
        ? record(plain, usual, written, path)
        : scalar(plain, usual, written, path);
  }

  private @Nullable Object record(
      Class<?> type, @Nullable Object usual, @Nullable Written written, String path) {
    var before = mistakes.count();
    var members = members(written, path);
    var components = type.getRecordComponents();
    refuseUnknown(members, components, path);
    var values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = component(components[i], usual, members, path);
    }
    return mistakes.count() == before ? construct(type, components, values, path) : null;
  }

  private @Nullable Object component(
      RecordComponent component,
      @Nullable Object usual,
      Map<String, Written> members,
      String path) {
    var name = component.getName();
    var here = path.isEmpty() ? name : path + '.' + name;
    var otherwise = usual == null ? usual(component) : read(component, usual);
    var before = mistakes.count();
    var mayBeAbsent = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (mayBeAbsent && otherwise == null && isAbsent(members.get(name), here)) return null;

    var value = value(component.getGenericType(), otherwise, members.get(name), here);
    if (value == null && !mayBeAbsent && mistakes.count() == before) {
      mistakes.add(here, "is missing", where(path));
    }
    return value;
  }

  /** A section that may be left out is there as soon as one of its settings is. */
  private boolean isAbsent(@Nullable Written written, String path) {
    return (written == null || written instanceof Written.Nothing) && !environment.knows(path);
  }

  private static @Nullable Object usual(RecordComponent component) {
    var usual = component.getAnnotation(Usual.class);
    return usual == null ? null : Scalars.parse(component.getType(), usual.value());
  }

  private void refuseUnknown(
      Map<String, Written> members, RecordComponent[] components, String path) {
    var known = Arrays.stream(components).map(RecordComponent::getName).toList();
    members.forEach((name, written) -> {
      if (known.contains(name)) return;
      var here = path.isEmpty() ? name : path + '.' + name;
      mistakes.add(
          here, "no such setting; known here: " + String.join(", ", known), written.where());
    });
  }

  private Map<String, Written> members(@Nullable Written written, String path) {
    return switch (written) {
      case null -> Map.of();
      case Written.Nothing _ -> Map.of();
      case Written.Members members -> members.members();
      case Written.Text _, Written.Items _ -> {
        mistakes.add(path, "must be a section with names", written.where());
        yield Map.of();
      }
    };
  }

  private @Nullable Object map(Class<?> keys, Type values, @Nullable Written written, String path) {
    var all = new LinkedHashMap<Object, Object>();
    members(written, path)
        .forEach((name, each) -> {
          var here = path + '.' + name;
          var key = parsed(keys, new Written.Text(name, each.where()), here);
          var value = value(values, null, each, here);
          if (key != null && value != null) all.put(key, value);
        });
    return all;
  }

  private @Nullable Object list(
      Class<?> type, @Nullable Object usual, @Nullable Written written, String path) {
    if (written != null && !(written instanceof Written.Items)) {
      mistakes.add(path, "must be a list", written.where());
      return null;
    }
    var items = written instanceof Written.Items list ? list.items() : List.<Written>of();
    var all = new ArrayList<Object>();
    for (int i = 0; i < items.size() || isGiven(type, path + '.' + i); i++) {
      var item = value(type, null, i < items.size() ? items.get(i) : null, path + '.' + i);
      if (item != null) all.add(item);
    }
    return written == null && all.isEmpty() && usual != null ? usual : List.copyOf(all);
  }

  /** Some records are single values: they are read from one text. */
  private static boolean isSection(Class<?> type) {
    return type.isRecord() && !Scalars.READ_FROM_ONE_TEXT.contains(type);
  }

  /** A list of single values may go on in the environment: {@code …_SECRETS_1}. */
  private boolean isGiven(Class<?> type, String path) {
    return !isSection(type) && given(type, path) != null;
  }

  private Written.@Nullable Text given(Class<?> type, String path) {
    var file = type == Secret.class ? environment.ofFile(path, mistakes) : null;
    return file != null ? file : environment.of(path);
  }

  private @Nullable Object scalar(
      Class<?> type, @Nullable Object usual, @Nullable Written written, String path) {
    var given = given(type, path);
    if (given != null) {
      places.put(path, given.where());
      this.given.put(path, given);
      return parsed(type, given, path);
    }
    return switch (written) {
      case null -> usual;
      case Written.Text text -> parsed(type, text, path);
      case Written.Nothing _, Written.Items _, Written.Members _ -> {
        mistakes.add(path, "must be one value", written.where());
        yield null;
      }
    };
  }

  private @Nullable Object parsed(Class<?> type, Written.Text text, String path) {
    try {
      return Scalars.parse(type, fill.apply(text.text()));
    } catch (IllegalArgumentException e) {
      mistakes.add(path, String.valueOf(e.getMessage()), text.where());
      return null;
    }
  }

  private @Nullable Object construct(
      Class<?> type, RecordComponent[] components, @Nullable Object[] values, String path) {
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      var why = e.getTargetException().getMessage();
      mistakes.add(path, why == null ? "cannot be" : why, where(path));
      return null;
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a record has its constructor", impossible);
    }
  }

  private static @Nullable Object read(RecordComponent component, Object from) {
    try {
      return component.getAccessor().invoke(from);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a record has its accessors", impossible);
    }
  }
}
