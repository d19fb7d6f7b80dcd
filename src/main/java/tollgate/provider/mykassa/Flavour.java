package tollgate.provider.mykassa;

import tollgate.tenant.Gateway;

/** What differs between the two (section 8). */
enum Flavour {
  /** No status query, and a page that knows one currency. */
  MYKASSA("mykassa", "/api/merchant.php", "MYKASSA_ID"),
  /** The currency is part of the form and of its signature; orders can be asked for. */
  FREEKASSA("freekassa", "/", "intid");

  static final String FIELD = "flavour";

  private final String word;
  private final String page;
  private final String operation;

  Flavour(String word, String page, String operation) {
    this.word = word;
    this.page = page;
    this.operation = operation;
  }

  /** {@link IllegalArgumentException} for what is none. */
  static Flavour of(Gateway gateway) {
    var word = gateway.field(FIELD);
    for (var flavour : values()) {
      if (flavour.word.equals(word)) return flavour;
    }
    throw new IllegalArgumentException("no such flavour");
  }

  String word() {
    return word;
  }

  /** Where the customer's browser goes. */
  String page() {
    return page;
  }

  /** How a notification names the provider's own number of the operation. */
  String operation() {
    return operation;
  }
}
