package tollgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.config.SettingsRefused;
import tollgate.provider.Provider.Needs;
import tollgate.provider.Providers;
import tollgate.tenant.Method;
import tollgate.tenant.Secret;
import tollgate.tenant.Tenants;

/** Tenants as they are written, right and wrong. */
class TenantsReaderTest {

  private static final Method PAY =
      new Method("pay", "Pay", "Pay", Currency.getInstance("MYR"), 1, 1000, 1, true);
  private static final Method OTHER =
      new Method("other", "Other", "Other", Currency.getInstance("MYR"), 1, 1000, 1, false);

  private static final Providers PROVIDERS =
      Providers.of(
          List.of(
              new SilentProvider("acme", List.of(PAY), new Needs(List.of("code"), List.of("key"))),
              new SilentProvider("bank", List.of(OTHER), new Needs(List.of(), List.of()))));

  private static final String SOUND =
      """
      publicUrl: https://pay.example
      settlementCentres:
        here:
          name: Here
          gateways:
            1:
              provider: acme
              base: ${public}/sandbox/acme
              fields: {code: A1}
              keys: {key: very-secret}
              company: 210
            2:
              provider: bank
              base: https://bank.example
          projects:
            210:
              name: Taxi
              secrets: [one, two]
              webhookUrl: ${public}/hook
              wallets: true
              methods:
                pay: {gateway: 1, base: 30s, limit: 30m}
        there:
          name: There
          gateways:
            3: {provider: bank, base: https://bank.example}
          projects: {}
      """;

  @TempDir Path folder;

  @Test
  void soundTenantsAreRead() throws Exception {
    var tenants = read(SOUND, Map.of());

    var gateway = tenants.gateway(1);
    assertThat(gateway.base()).hasToString("https://pay.example/sandbox/acme");
    assertThat(gateway.field("code")).isEqualTo("A1");
    assertThat(gateway.key("key")).isEqualTo(new Secret("very-secret"));
    assertThat(gateway.confirmSuccess()).isFalse();
    var project = tenants.project(210);
    assertThat(project.secrets()).containsExactly(new Secret("one"), new Secret("two"));
    assertThat(project.webhookUrl()).isEqualTo("https://pay.example/hook");
    assertThat(project.wallets()).isTrue();
    assertThat(project.privateUrls()).isFalse();
    var activation = project.activation("pay");
    assertThat(activation.method()).isEqualTo(PAY);
    assertThat(activation.gateway()).isEqualTo(gateway);
    assertThat(activation.base()).isEqualTo(30);
    assertThat(activation.limit()).isEqualTo(1800);
  }

  @Test
  void secretsComeFromTheEnvironmentOrAFileAndAreNeverPrinted() throws Exception {
    var file = Files.writeString(folder.resolve("key"), "from-a-file\n");
    var tenants =
        read(
            SOUND,
            Map.of(
                "TOLLGATE_SETTLEMENT_CENTRES_HERE_GATEWAYS_1_KEYS_KEY_FILE",
                file.toString(),
                "TOLLGATE_SETTLEMENT_CENTRES_HERE_PROJECTS_210_SECRETS_0",
                "from-outside"));

    assertThat(tenants.gateway(1).key("key")).isEqualTo(new Secret("from-a-file"));
    assertThat(tenants.project(210).secret()).isEqualTo(new Secret("from-outside"));
    assertThat(tenants.toString()).contains("***").doesNotContain("from-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          provider: acme            | provider: acne               | gateways.1.provider: no such provider; known: acme, bank (folder/t.yaml:7)
          {code: A1}                | {cod: A1}                    | gateways.1.fields.code: is missing
          {key: very-secret}        | {key: ""}                    | gateways.1.keys.key: a secret must not be empty
          ${public}/sandbox/acme    | ${pubic}/sandbox/acme        | gateways.1.base: knows no ${pubic}
          ${public}/sandbox/acme    | ftp://x                      | gateways.1.base: must be an address such as
          ${public}/sandbox/acme    | https://x/?a                 | gateways.1.base: must have no query and no fragment
          [one, two]                | []                           | projects.210.secrets: must have one at least
          [one, two]                | one                          | projects.210.secrets: must be a list
          ${public}/hook            | /hook                        | projects.210.webhookUrl: must be an address such as
          wallets: true             | wallets: false               | methods.pay: only tops up wallets, and wallets are off
          wallets: true             | walets: true                 | projects.210.walets: no such setting; known here: name, secrets
          pay: {gateway: 1          | poy: {gateway: 1             | methods.poy: no such method; known: other, pay
          pay: {gateway: 1          | pay: {gateway: 9             | methods.pay.gateway: the settlement centre has no gateway 9
          pay: {gateway: 1          | pay: {gateway: 3             | methods.pay.gateway: the settlement centre has no gateway 3
          pay: {gateway: 1          | pay: {gateway: 2             | methods.pay.gateway: bank does not offer pay
          base: 30s                 | base: 30m                    | methods.pay.base: must be 1s at least and less than the limit
          base: 30s                 | base: 1500ms                 | methods.pay: times must be whole seconds
          limit: 30m                | limit: 8d                    | methods.pay.limit: must be 5s to 7d
          , limit: 30m              | ``                           | methods.pay.limit: is missing
          210:                      | -1:                          | projects.-1: must be 1 to 9007199254740991
          210:                      | abc:                         | projects.abc: must be a whole number
          3: {provider              | 1: {provider                 | there.gateways.1: is written in two centres
          """)
  void aMistakeIsNamed(String right, String wrong, String mistake) {
    assertThat(SOUND).contains(right);

    var refused =
        catchThrowableOfType(
            SettingsRefused.class, () -> read(SOUND.replace(right, wrong), Map.of()));

    assertThat(refused.getMessage().replace(folder.toString(), "folder"))
        .contains(mistake)
        .doesNotContain("very-secret");
  }

  private Tenants read(String text, Map<String, String> environment) throws Exception {
    return new SettingsReader(environment, PROVIDERS).read(List.of(file(text))).tenants();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("t.yaml"), text);
  }
}
