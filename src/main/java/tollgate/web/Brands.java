package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import tollgate.tenant.Method;

/**
 * What methods call themselves before customers. Their titles are words of the Gate's messages,
 * which merchants compare, and some of them are written as no customer ever saw them.
 */
final class Brands {

  private static final Properties NAMES = names();

  private Brands() {}

  /** Its brand; its title where that is the same. */
  static String of(Method method) {
    return NAMES.getProperty(method.code(), method.title());
  }

  private static Properties names() {
    try (var file = Brands.class.getResourceAsStream("/tollgate/web/brands.properties")) {
      if (file == null) throw new IllegalStateException("not in our jar: brands.properties");

      var names = new Properties();
      names.load(new InputStreamReader(file, UTF_8));
      return names;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
