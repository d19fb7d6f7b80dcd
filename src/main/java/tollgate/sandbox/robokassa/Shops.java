package tollgate.sandbox.robokassa;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The shops, and which of them a message really comes from. */
final class Shops {

  private final Map<String, RobokassaAccount> byLogin;

  Shops(List<RobokassaAccount> accounts) {
    this.byLogin =
        accounts.stream().collect(Collectors.toMap(RobokassaAccount::login, Function.identity()));
  }

  Optional<RobokassaAccount> named(String login) {
    return Optional.ofNullable(byLogin.get(login));
  }

  /** Of a redirect; a trial is signed by the trial pair and nothing else (§6). */
  Optional<RobokassaAccount> signer(Map<String, String> form) {
    var trial = form.getOrDefault("IsTest", "").equals("1");
    return named(form.getOrDefault("MerchantLogin", ""))
        .filter(account -> {
          var text = RobokassaSignature.request(form, account.passwords().first(trial));
          var given = form.getOrDefault("SignatureValue", "");
          return RobokassaSignature.isGenuine(text, account.hash(), given);
        });
  }

  /** Of a refund's token. */
  Optional<RobokassaAccount> signer(RefundToken token) {
    return byLogin.values().stream()
        .filter(account -> !account.passwords().refunds().isEmpty())
        .filter(account -> token.isSignedBy(account.passwords().refunds()))
        .findFirst();
  }
}
