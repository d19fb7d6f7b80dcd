package brokenwalls.moneyisneverafraction.tollgate.ledger;

import java.math.BigDecimal;

record SoundAmount(long minor, BigDecimal rate) {}
