package tollgate.config;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** One tree laid over another, thing by thing. */
final class Overlay {

  private Overlay() {}

  /** A centre; what is no section is left for the reader to complain of. */
  static Written over(Written.Members kept, @Nullable Written given) {
    if (!(given instanceof Written.Members written)) return given == null ? kept : given;

    var own = written.without(Book.GATEWAYS, Book.PROJECTS, Book.RATES, Book.DATA_TOKENS);
    var centre = own.members().isEmpty() ? kept : own;
    return centre
        .with(Book.GATEWAYS, named(kept.section(Book.GATEWAYS), written, Book.GATEWAYS))
        .with(Book.RATES, named(kept.section(Book.RATES), written, Book.RATES))
        .with(Book.PROJECTS, projects(kept.section(Book.PROJECTS), written))
        .with(Book.DATA_TOKENS, named(kept.section(Book.DATA_TOKENS), written, Book.DATA_TOKENS));
  }

  private static Written projects(Written.Members kept, Written.Members section) {
    var given = section.members().get(Book.PROJECTS);
    if (given == null || given instanceof Written.Nothing) return kept;
    if (!(given instanceof Written.Members things)) return given;

    var all = new LinkedHashMap<>(kept.members());
    things.members().forEach((id, written) -> all.put(id, project(kept.section(id), written)));
    return new Written.Members(all, things.where());
  }

  private static Written project(Written.Members kept, Written given) {
    if (!(given instanceof Written.Members project)) return given;

    var own = project.without(Book.METHODS);
    var base = own.members().isEmpty() ? kept : own;
    return base.with(Book.METHODS, named(kept.section(Book.METHODS), project, Book.METHODS));
  }

  /** The kept things of that name, with the given ones in their place. */
  private static Written named(Written.Members kept, Written.Members section, String name) {
    var given = section.members().get(name);
    if (given == null || given instanceof Written.Nothing) return kept;
    if (!(given instanceof Written.Members things)) return given;

    var all = new LinkedHashMap<>(kept.members());
    all.putAll(things.members());
    return new Written.Members(all, things.where());
  }
}
