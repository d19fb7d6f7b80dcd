package tollgate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import tollgate.engine.Letter;
import tollgate.engine.Letters;
import tollgate.money.Money;
import tollgate.payment.Invoice;
import tollgate.payment.Link;
import tollgate.tenant.Tenants;

/** The letter that brings a payment link: who asks, how much, what for, until when, and where. */
public final class LinkLetters implements Letters {

  /** Readers of mail know neither style sheets nor scripts. */
  private static final String HTML =
      """
      <!doctype html>
      <html lang="{}">
      <head><meta charset="utf-8"><title>{}</title></head>
      <body style="margin:0;padding:24px;background:#ffffff;color:#1a1a1a;font:16px/1.5 sans-serif">
      <p style="font-size:18px;margin:0">{}</p>
      <p style="font-size:28px;font-weight:bold;margin:8px 0">{}</p>
      {}
      <p style="margin:24px 0"><a href="{}" style="background:#0b57d0;color:#fff;padding:12px 24px;\
      border-radius:6px;text-decoration:none">{}</a></p>
      <p style="color:#5f6368;margin:0">{}<br>{}</p>
      <p style="color:#5f6368;margin:24px 0 0">{}</p>
      </body>
      </html>
      """;

  private final Supplier<Tenants> tenants;

  public LinkLetters(Supplier<Tenants> tenants) {
    this.tenants = tenants;
  }

  @Override
  public Letter write(Link link) {
    var invoice = link.invoice();
    var words = PageWords.in(invoice.language(), null);
    var asks = words.say("asks", asking(link));
    return new Letter(
        id(link),
        Objects.requireNonNullElse(invoice.mailTo(), ""),
        asks + ": " + words.money(link.terms().amount()),
        text(words, asks, link),
        html(words, asks, link));
  }

  /** The part after the sign is nobody's: a letter's id says nothing of where we are. */
  private static String id(Link link) {
    return "link-" + link.id().project() + "-" + link.id().operation() + "@tollgate.invalid";
  }

  private String asking(Link link) {
    var project = tenants.get().project(link.id().project());
    return project == null ? "" : project.name();
  }

  private static String text(PageWords words, String asks, Link link) {
    var description = link.terms().details().description();
    var lines = new ArrayList<String>(List.of(asks, "", words.money(link.terms().amount())));
    if (!description.isEmpty()) lines.add(description);
    lines.addAll(List.of("", words.say("mail-open"), link.invoice().url()));
    lines.addAll(List.of(until(words, link.invoice()), "", words.say("mail-why"), ""));
    return String.join("\n", lines);
  }

  private static String html(PageWords words, String asks, Link link) {
    var description = link.terms().details().description();
    var url = link.invoice().url();
    Money amount = link.terms().amount();
    return Html.of(
            HTML,
            words.locale().toLanguageTag(),
            asks,
            asks,
            words.money(amount),
            description.isEmpty()
                ? Html.NOTHING
                : Html.of("<p style=\"margin:0\">{}</p>", description),
            url,
            words.say("mail-go"),
            until(words, link.invoice()),
            url,
            words.say("mail-why"))
        .markup();
  }

  private static String until(PageWords words, Invoice invoice) {
    return words.say("until", words.moment(invoice.bestBefore()));
  }
}
