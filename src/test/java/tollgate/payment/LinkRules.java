package tollgate.payment;

/** What is, what comes, what becomes, and what the world sees of a payment link. */
final class LinkRules {

  static final String ALL =
      """
      # is      | comes          | becomes       | world
      offered   | confirmed      | processing    | call
      offered   | taken back     | declined 301  | tell
      offered   | limit          | declined 603  | tell
      offered   | mailed         | mailed        | tell of mail
      offered   | doubtful       | ignored       |
      offered   | not sent       | ignored       |
      offered   | broken         | ignored       |
      offered   | returned       | ignored       |
      offered   | ask due        | ignored       |
      offered   | redirected     | CONTRADICTION |
      offered   | approved 100   | CONTRADICTION |
      offered   | declined       | CONTRADICTION |
      offered   | pending        | CONTRADICTION |
      offered   | paid out       | CONTRADICTION |
      offered   | not paid out   | CONTRADICTION |
      offered   | payout pending | CONTRADICTION |
      offered   | refunded       | CONTRADICTION |
      offered   | not refunded   | CONTRADICTION |
      offered   | refund pending | CONTRADICTION |
      offered   | refund sent    | CONTRADICTION |
      offered   | refund ruled   | CONTRADICTION |
      offered   | refund wanted  | denied 3060   |
      offered   | late credit    | denied 3060   |
      offered   | late refund    | denied 3060   |

      mailed    | confirmed      | processing    | call
      mailed    | taken back     | declined 301  | tell
      mailed    | limit          | declined 603  | tell
      mailed    | mailed         | ignored       |
      mailed    | doubtful       | ignored       |
      mailed    | not sent       | ignored       |
      mailed    | broken         | ignored       |
      mailed    | returned       | ignored       |
      mailed    | ask due        | ignored       |
      mailed    | redirected     | CONTRADICTION |
      mailed    | approved 100   | CONTRADICTION |
      mailed    | declined       | CONTRADICTION |
      mailed    | pending        | CONTRADICTION |
      mailed    | paid out       | CONTRADICTION |
      mailed    | not paid out   | CONTRADICTION |
      mailed    | payout pending | CONTRADICTION |
      mailed    | refunded       | CONTRADICTION |
      mailed    | not refunded   | CONTRADICTION |
      mailed    | refund pending | CONTRADICTION |
      mailed    | refund sent    | CONTRADICTION |
      mailed    | refund ruled   | CONTRADICTION |
      mailed    | refund wanted  | denied 3060   |
      mailed    | late credit    | denied 3060   |
      mailed    | late refund    | denied 3060   |

      withdrawn | confirmed      | denied 3060   |
      withdrawn | taken back     | ignored       |
      withdrawn | limit          | ignored       |
      withdrawn | mailed         | ignored       |
      withdrawn | doubtful       | ignored       |
      withdrawn | not sent       | ignored       |
      withdrawn | broken         | ignored       |
      withdrawn | returned       | ignored       |
      withdrawn | ask due        | ignored       |
      withdrawn | redirected     | CONTRADICTION |
      withdrawn | approved 100   | CONTRADICTION |
      withdrawn | declined       | CONTRADICTION |
      withdrawn | pending        | CONTRADICTION |
      withdrawn | paid out       | CONTRADICTION |
      withdrawn | not paid out   | CONTRADICTION |
      withdrawn | payout pending | CONTRADICTION |
      withdrawn | refunded       | CONTRADICTION |
      withdrawn | not refunded   | CONTRADICTION |
      withdrawn | refund pending | CONTRADICTION |
      withdrawn | refund sent    | CONTRADICTION |
      withdrawn | refund ruled   | CONTRADICTION |
      withdrawn | refund wanted  | denied 3060   |
      withdrawn | late credit    | denied 3060   |
      withdrawn | late refund    | denied 3060   |

      expired   | confirmed      | denied 3060   |
      expired   | taken back     | denied 3060   |
      expired   | limit          | ignored       |
      expired   | mailed         | ignored       |
      expired   | doubtful       | ignored       |
      expired   | not sent       | ignored       |
      expired   | broken         | ignored       |
      expired   | returned       | ignored       |
      expired   | ask due        | ignored       |
      expired   | redirected     | CONTRADICTION |
      expired   | approved 100   | CONTRADICTION |
      expired   | declined       | CONTRADICTION |
      expired   | pending        | CONTRADICTION |
      expired   | paid out       | CONTRADICTION |
      expired   | not paid out   | CONTRADICTION |
      expired   | payout pending | CONTRADICTION |
      expired   | refunded       | CONTRADICTION |
      expired   | not refunded   | CONTRADICTION |
      expired   | refund pending | CONTRADICTION |
      expired   | refund sent    | CONTRADICTION |
      expired   | refund ruled   | CONTRADICTION |
      expired   | refund wanted  | denied 3060   |
      expired   | late credit    | denied 3060   |
      expired   | late refund    | denied 3060   |
      """;

  private LinkRules() {}
}
