package tollgate.sandbox.touchngo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tollgate.sandbox.touchngo.TouchngoSignature.Purpose;

/** The merchants, and which of them a message really comes from. */
final class Accounts {

  private final Map<String, TouchngoAccount> byCode;

  Accounts(List<TouchngoAccount> accounts) {
    this.byCode =
        accounts.stream()
            .collect(Collectors.toMap(TouchngoAccount::merchantCode, Function.identity()));
  }

  /** Empty if the merchant is unknown or the signature is wrong: not told apart on purpose. */
  Optional<TouchngoAccount> signerOf(Form form, Purpose purpose) {
    return Optional.ofNullable(byCode.get(form.get("MerchantCode")))
        .filter(account -> TouchngoSignature.isGenuine(purpose, form, account.key()));
  }
}
