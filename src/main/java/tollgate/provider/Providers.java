package tollgate.provider;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tollgate.tenant.Method;

/** All providers by name, and their methods by code. */
public record Providers(Map<String, Provider> byName, Map<String, Method> methods) {

  public Providers {
    byName = Map.copyOf(byName);
    methods = Map.copyOf(methods);
  }

  /** {@link IllegalArgumentException} when two share a name or a method's code. */
  public static Providers of(List<Provider> all) {
    var byName = new TreeMap<String, Provider>();
    var methods = new TreeMap<String, Method>();
    for (var provider : all) {
      if (byName.put(provider.name(), provider) != null) {
        throw new IllegalArgumentException("two providers are called " + provider.name());
      }
      provider.methods().forEach(method -> add(method, methods));
    }
    return new Providers(byName, methods);
  }

  private static void add(Method method, Map<String, Method> methods) {
    if (methods.put(method.code(), method) != null) {
      throw new IllegalArgumentException("two methods are called " + method.code());
    }
  }

  public @Nullable Provider named(String name) {
    return byName.get(name);
  }

  public @Nullable Method method(String code) {
    return methods.get(code);
  }
}
