package tollgate.admin;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tollgate.config.Mistakes;
import tollgate.data.Column;
import tollgate.data.OperationType;
import tollgate.data.Rhythm;
import tollgate.data.Rhythm.Period;
import tollgate.data.Scope;
import tollgate.json.Json;
import tollgate.report.Report.Wish;
import tollgate.tenant.DataToken;
import tollgate.tenant.SettlementCentre;

/** A report as a request asks for it, in the words of the Data API; gathers what is wrong. */
final class ReportWish {

  private static final int NAME_MAX = 200;
  private static final Set<String> KNOWN =
      Set.of(
          "name",
          "projects",
          "timezone",
          "operation_type",
          "operation_status",
          "fields",
          "every",
          "interval");
  private static final Set<String> STATUSES = Set.of("success", "decline", "error");
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private final Json.Obj body;
  private final Mistakes mistakes;

  ReportWish(Json.Obj body, Mistakes mistakes) {
    this.body = body;
    this.mistakes = mistakes;
    for (var name : body.members().keySet()) {
      if (!KNOWN.contains(name)) wrong(name, "no such member");
    }
  }

  /** To be used only if no mistake was found, and so is the period. */
  Wish wish(SettlementCentre centre, String by) {
    return new Wish(
        name(),
        by,
        projects(centre),
        zone(),
        word("operation_type", OperationType::named, "must be sale, payout, refund or reversal"),
        word(
            "operation_status",
            word -> Optional.of(word).filter(STATUSES::contains),
            "must be success, decline or error"),
        columns(),
        rhythm());
  }

  /** Once is from one time to another; all of time where a rhythm says which. */
  Period period() {
    var always = new Period(Scope.BEGINNING, Scope.END);
    if (rhythm() != null) {
      if (body.member("interval") != null) wrong("interval", "every has its own");
      return always;
    }
    if (!(body.member("interval") instanceof Json.Obj interval)) {
      wrong("interval", "is missing: from date_from to date_to, or every");
      return always;
    }
    var from = time(interval, "date_from");
    var to = time(interval, "date_to");
    if (from == null || to == null) return always;

    var period = new Period(from.atZone(zone()).toInstant(), to.atZone(zone()).toInstant());
    if (!period.from().isBefore(period.to())) {
      wrong("interval.date_to", "must be after date_from");
    }
    return period;
  }

  private String name() {
    var name = body.text("name");
    if (name != null && !name.isBlank() && name.length() <= NAME_MAX) return name;

    wrong("name", "must have 1 to " + NAME_MAX + " characters");
    return "";
  }

  private List<Long> projects(SettlementCentre centre) {
    var all = new ArrayList<Long>();
    for (var item : items("projects", DataToken.PROJECTS_MAX)) {
      var id = item instanceof Json.Num number ? number.exactLong().orElse(0) : 0;
      if (!centre.projects().contains(id)) {
        wrong("projects", "must be projects of the settlement centre");
        return all;
      }
      all.add(id);
    }
    if (body.member("projects") == null) wrong("projects", "is missing");
    return all;
  }

  private List<Json> items(String name, int most) {
    return switch (body.member(name)) {
      case null -> List.of();
      case Json.Arr(var items) when !items.isEmpty() && items.size() <= most -> items;
      case Json _ -> {
        wrong(name, "must be a list of 1 to " + most);
        yield List.of();
      }
    };
  }

  private ZoneId zone() {
    var name = body.member("timezone") == null ? "UTC" : body.text("timezone");
    if (name != null && ZoneId.getAvailableZoneIds().contains(name)) return ZoneId.of(name);

    wrong("timezone", "must be the IANA name of a time zone");
    return ZoneOffset.UTC;
  }

  private @Nullable Rhythm rhythm() {
    return word("every", Rhythm::named, "must be daily, weekly or monthly");
  }

  private List<Column> columns() {
    var all = new ArrayList<Column>();
    for (var item : items("fields", Column.FINANCIAL.size())) {
      var word = item instanceof Json.Str text ? text.text() : "";
      var known = Column.named(word);
      if (known.isEmpty()) wrong("fields", "must be names of the Data API's members");
      known.ifPresent(all::add);
    }
    return all.isEmpty() ? Column.OPERATIONS : all;
  }

  private <T> @Nullable T word(String name, Function<String, Optional<T>> known, String rule) {
    if (body.member(name) == null) return null;

    var text = body.text(name);
    var found = text == null ? Optional.<T>empty() : known.apply(text);
    if (found.isEmpty()) wrong(name, rule);
    return found.orElse(null);
  }

  private @Nullable LocalDateTime time(Json.Obj interval, String name) {
    try {
      var text = interval.text(name);
      if (text != null && text.length() == 19) {
        var time = LocalDateTime.parse(text, LOCAL);
        if (time.getYear() >= 2000 && time.getYear() < 9000) return time;
      }
    } catch (DateTimeException noSuchTime) {
      // Said below, as of every other text that is no time.
    }
    wrong("interval." + name, "must be a time as YYYY-MM-DD hh:mm:ss, from the year 2000 on");
    return null;
  }

  /** Each place once: what is read twice is complained of once. */
  private void wrong(String path, String rule) {
    if (mistakes.list().stream().noneMatch(mistake -> mistake.path().equals(path))) {
      mistakes.add(path, rule, "");
    }
  }
}
