package tollgate.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.payment.Invoice;

/** What is agreed about a payment link, as a part of the payment's details. */
final class InvoiceText {

  private InvoiceText() {}

  static Json.Obj json(Invoice invoice) {
    return Json.object()
        .put("operation", invoice.operation())
        .put("url", invoice.url())
        .put("best_before", invoice.bestBefore().toString())
        .put("opened_at", invoice.openedAt().toString())
        .put("language", DetailsText.orNull(invoice.language()))
        .put("mail_to", DetailsText.orNull(invoice.mailTo()))
        .put("method", DetailsText.orNull(invoice.method()))
        .build();
  }

  static @Nullable Invoice read(@Nullable Json json) {
    if (!(json instanceof Json.Obj invoice)) return null;

    return new Invoice(
        operation(invoice),
        DetailsText.required(invoice, "url"),
        Instant.parse(DetailsText.required(invoice, "best_before")),
        Instant.parse(DetailsText.required(invoice, "opened_at")),
        DetailsText.optional(invoice, "language"),
        DetailsText.optional(invoice, "mail_to"),
        DetailsText.optional(invoice, "method"));
  }

  private static long operation(Json.Obj invoice) {
    if (invoice.member("operation") instanceof Json.Num number) return number.longValue();

    throw new IllegalStateException("stored link lacks its operation");
  }
}
