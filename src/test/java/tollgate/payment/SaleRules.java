package tollgate.payment;

/**
 * The rules of a sale, one line each: what is, what comes, what becomes, what the book and the
 * world see.
 */
final class SaleRules {

  /** What its provider, its customer and its clock say. */
  static final String OWN =
      """
      # is          | comes            | becomes         | book                      | world
      processing    | redirected       | awaiting        |                           | send there
      processing    | approved 100     | succeeded       | clearing→wallet 100       | tell
      processing    | approved 99      | AMOUNT_DIFFERS  |                           |
      processing    | approved 100 IDR | AMOUNT_DIFFERS  |                           |
      processing    | declined         | declined 20100  |                           | tell
      processing    | pending          | ignored         |                           |
      processing    | doubtful         | in doubt        |                           |
      processing    | not sent         | declined 602    |                           | cancel, tell
      processing    | broken           | failed 501      |                           | tell
      processing    | returned         | ignored         |                           |
      processing    | ask due          | processing      |                           | ask
      processing    | ask due again    | ignored         |                           |
      processing    | limit            | declined 603    |                           | cancel, tell

      in doubt      | redirected       | awaiting        |                           | send there
      in doubt      | approved 100     | succeeded       | clearing→wallet 100       | tell
      in doubt      | approved 99      | AMOUNT_DIFFERS  |                           |
      in doubt      | approved 100 IDR | AMOUNT_DIFFERS  |                           |
      in doubt      | declined         | declined 20100  |                           | tell
      in doubt      | pending          | ignored         |                           |
      in doubt      | doubtful         | ignored         |                           |
      in doubt      | not sent         | ignored         |                           |
      in doubt      | broken           | ignored         |                           |
      in doubt      | returned         | ignored         |                           |
      in doubt      | ask due          | in doubt        |                           | ask
      in doubt      | limit            | declined 603    |                           | cancel, tell

      awaiting      | redirected       | ignored         |                           |
      awaiting      | approved 100     | succeeded       | clearing→wallet 100       | tell
      awaiting      | approved 99      | AMOUNT_DIFFERS  |                           |
      awaiting      | approved 100 IDR | AMOUNT_DIFFERS  |                           |
      awaiting      | declined         | declined 20100  |                           | tell
      awaiting      | pending          | ignored         |                           |
      awaiting      | doubtful         | ignored         |                           |
      awaiting      | not sent         | ignored         |                           |
      awaiting      | broken           | ignored         |                           |
      awaiting      | returned         | with provider   |                           | ask
      awaiting      | ask due          | awaiting        |                           | ask
      awaiting      | limit            | declined 603    |                           | cancel, tell

      with provider | redirected       | ignored         |                           |
      with provider | approved 100     | succeeded       | clearing→wallet 100       | tell
      with provider | approved 99      | AMOUNT_DIFFERS  |                           |
      with provider | approved 100 IDR | AMOUNT_DIFFERS  |                           |
      with provider | declined         | declined 20100  |                           | tell
      with provider | pending          | ignored         |                           |
      with provider | doubtful         | ignored         |                           |
      with provider | not sent         | ignored         |                           |
      with provider | broken           | ignored         |                           |
      with provider | returned         | ignored         |                           |
      with provider | ask due          | with provider   |                           | ask
      with provider | limit            | declined 603    |                           | cancel, tell

      succeeded     | redirected       | ignored         |                           |
      succeeded     | approved 100     | ignored         |                           |
      succeeded     | approved 99      | CONTRADICTION   |                           |
      succeeded     | approved 100 IDR | CONTRADICTION   |                           |
      succeeded     | declined         | CONTRADICTION   |                           |
      succeeded     | pending          | ignored         |                           |
      succeeded     | doubtful         | ignored         |                           |
      succeeded     | not sent         | ignored         |                           |
      succeeded     | broken           | ignored         |                           |
      succeeded     | returned         | ignored         |                           |
      succeeded     | ask due          | ignored         |                           |
      succeeded     | limit            | ignored         |                           |

      declined      | redirected       | ignored         |                           |
      declined      | approved 100     | late 20105, 100 | clearing→suspense 100     |
      declined      | approved 99      | late 20105, 99  | clearing→suspense 99      |
      declined      | approved 100 IDR | late 20105, 100 IDR | clearing→suspense 100 IDR |
      declined      | declined         | ignored         |                           |
      declined      | pending          | ignored         |                           |
      declined      | doubtful         | ignored         |                           |
      declined      | not sent         | ignored         |                           |
      declined      | broken           | ignored         |                           |
      declined      | returned         | ignored         |                           |
      declined      | ask due          | ignored         |                           |
      declined      | limit            | ignored         |                           |

      failed        | redirected       | ignored         |                           |
      failed        | approved 100     | late 501, 100   | clearing→suspense 100     |
      failed        | declined         | ignored         |                           |
      failed        | pending          | ignored         |                           |
      failed        | doubtful         | ignored         |                           |
      failed        | not sent         | ignored         |                           |
      failed        | broken           | ignored         |                           |
      failed        | returned         | ignored         |                           |
      failed        | ask due          | ignored         |                           |
      failed        | limit            | ignored         |                           |

      paid late     | redirected       | ignored         |                           |
      paid late     | approved 100     | ignored         |                           |
      paid late     | approved 99      | CONTRADICTION   |                           |
      paid late     | approved 100 IDR | CONTRADICTION   |                           |
      paid late     | declined         | CONTRADICTION   |                           |
      paid late     | pending          | ignored         |                           |
      paid late     | doubtful         | ignored         |                           |
      paid late     | not sent         | ignored         |                           |
      paid late     | broken           | ignored         |                           |
      paid late     | returned         | ignored         |                           |
      paid late     | ask due          | ignored         |                           |
      paid late     | limit            | ignored         |                           |
      """;

  /** Of payouts, refunds and money that came late. */
  static final String OTHERS =
      """
      processing    | paid out         | CONTRADICTION   |                           |
      processing    | not paid out     | CONTRADICTION   |                           |
      processing    | payout pending   | CONTRADICTION   |                           |
      processing    | refunded         | CONTRADICTION   |                           |
      processing    | not refunded     | CONTRADICTION   |                           |
      processing    | refund pending   | CONTRADICTION   |                           |
      processing    | refund sent      | CONTRADICTION   |                           |
      processing    | refund ruled     | CONTRADICTION   |                           |
      processing    | refund wanted    | denied 3060     |                           |

      in doubt      | paid out         | CONTRADICTION   |                           |
      in doubt      | not paid out     | CONTRADICTION   |                           |
      in doubt      | payout pending   | CONTRADICTION   |                           |
      in doubt      | refunded         | CONTRADICTION   |                           |
      in doubt      | not refunded     | CONTRADICTION   |                           |
      in doubt      | refund pending   | CONTRADICTION   |                           |
      in doubt      | refund sent      | CONTRADICTION   |                           |
      in doubt      | refund ruled     | CONTRADICTION   |                           |
      in doubt      | refund wanted    | denied 3060     |                           |

      awaiting      | paid out         | CONTRADICTION   |                           |
      awaiting      | not paid out     | CONTRADICTION   |                           |
      awaiting      | payout pending   | CONTRADICTION   |                           |
      awaiting      | refunded         | CONTRADICTION   |                           |
      awaiting      | not refunded     | CONTRADICTION   |                           |
      awaiting      | refund pending   | CONTRADICTION   |                           |
      awaiting      | refund sent      | CONTRADICTION   |                           |
      awaiting      | refund ruled     | CONTRADICTION   |                           |
      awaiting      | refund wanted    | denied 3060     |                           |

      with provider | paid out         | CONTRADICTION   |                           |
      with provider | not paid out     | CONTRADICTION   |                           |
      with provider | payout pending   | CONTRADICTION   |                           |
      with provider | refunded         | CONTRADICTION   |                           |
      with provider | not refunded     | CONTRADICTION   |                           |
      with provider | refund pending   | CONTRADICTION   |                           |
      with provider | refund sent      | CONTRADICTION   |                           |
      with provider | refund ruled     | CONTRADICTION   |                           |
      with provider | refund wanted    | denied 3060     |                           |

      succeeded     | paid out         | CONTRADICTION   |                           |
      succeeded     | not paid out     | CONTRADICTION   |                           |
      succeeded     | payout pending   | CONTRADICTION   |                           |
      succeeded     | refunded         | CONTRADICTION   |                           |
      succeeded     | not refunded     | CONTRADICTION   |                           |
      succeeded     | refund pending   | CONTRADICTION   |                           |
      succeeded     | refund sent      | CONTRADICTION   |                           |
      succeeded     | refund ruled     | CONTRADICTION   |                           |
      succeeded     | refund wanted    | succeeded       | wallet→reserved 40        | refund

      declined      | paid out         | CONTRADICTION   |                           |
      declined      | not paid out     | CONTRADICTION   |                           |
      declined      | payout pending   | CONTRADICTION   |                           |
      declined      | refunded         | CONTRADICTION   |                           |
      declined      | not refunded     | CONTRADICTION   |                           |
      declined      | refund pending   | CONTRADICTION   |                           |
      declined      | refund sent      | CONTRADICTION   |                           |
      declined      | refund ruled     | CONTRADICTION   |                           |
      declined      | refund wanted    | denied 3060     |                           |

      failed        | paid out         | CONTRADICTION   |                           |
      failed        | not paid out     | CONTRADICTION   |                           |
      failed        | payout pending   | CONTRADICTION   |                           |
      failed        | refunded         | CONTRADICTION   |                           |
      failed        | not refunded     | CONTRADICTION   |                           |
      failed        | refund pending   | CONTRADICTION   |                           |
      failed        | refund sent      | CONTRADICTION   |                           |
      failed        | refund ruled     | CONTRADICTION   |                           |
      failed        | refund wanted    | denied 3060     |                           |

      paid late     | paid out         | CONTRADICTION   |                           |
      paid late     | not paid out     | CONTRADICTION   |                           |
      paid late     | payout pending   | CONTRADICTION   |                           |
      paid late     | refunded         | CONTRADICTION   |                           |
      paid late     | not refunded     | CONTRADICTION   |                           |
      paid late     | refund pending   | CONTRADICTION   |                           |
      paid late     | refund sent      | CONTRADICTION   |                           |
      paid late     | refund ruled     | CONTRADICTION   |                           |
      paid late     | refund wanted    | denied 3060     |                           |

      processing    | late credit      | denied 3060     |                           |
      processing    | late refund      | denied 3060     |                           |

      in doubt      | late credit      | denied 3060     |                           |
      in doubt      | late refund      | denied 3060     |                           |

      awaiting      | late credit      | denied 3060     |                           |
      awaiting      | late refund      | denied 3060     |                           |

      with provider | late credit      | denied 3060     |                           |
      with provider | late refund      | denied 3060     |                           |

      succeeded     | late credit      | denied 3060     |                           |
      succeeded     | late refund      | denied 3060     |                           |

      declined      | late credit      | denied 3060     |                           |
      declined      | late refund      | denied 3060     |                           |

      failed        | late credit      | denied 3060     |                           |
      failed        | late refund      | denied 3060     |                           |

      paid late     | late credit      | credited 603, 100 | suspense→wallet 100     | tell late
      paid late     | late refund      | late 603, 100   | suspense→reserved 100     | refund

      credited late | redirected       | ignored         |                           |
      credited late | approved 100     | ignored         |                           |
      credited late | approved 99      | CONTRADICTION   |                           |
      credited late | approved 100 IDR | CONTRADICTION   |                           |
      credited late | declined         | CONTRADICTION   |                           |
      credited late | pending          | ignored         |                           |
      credited late | doubtful         | ignored         |                           |
      credited late | not sent         | ignored         |                           |
      credited late | broken           | ignored         |                           |
      credited late | returned         | ignored         |                           |
      credited late | ask due          | ignored         |                           |
      credited late | limit            | ignored         |                           |
      credited late | paid out         | CONTRADICTION   |                           |
      credited late | not paid out     | CONTRADICTION   |                           |
      credited late | payout pending   | CONTRADICTION   |                           |
      credited late | refunded         | CONTRADICTION   |                           |
      credited late | not refunded     | CONTRADICTION   |                           |
      credited late | refund pending   | CONTRADICTION   |                           |
      credited late | refund sent      | CONTRADICTION   |                           |
      credited late | refund ruled     | CONTRADICTION   |                           |
      credited late | refund wanted    | denied 3060     |                           |
      credited late | late credit      | ignored         |                           |
      credited late | late refund      | denied 3060     |                           |
      """;

  private SaleRules() {}
}
