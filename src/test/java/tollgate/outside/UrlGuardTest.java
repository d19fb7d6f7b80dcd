package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tollgate.engine.StoreUnderTest.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.outside.UrlGuard.Refused;

class UrlGuardTest {

  private static final Map<String, List<InetAddress>> NAMES =
      Map.of(
          "shop.example", addresses("93.184.215.14"),
          "v6.example", addresses("2606:2800:21f:cb07:6820:80da:af6b:8b2c"),
          "inner.example", addresses("10.0.0.1"),
          "loop.example", addresses("127.0.0.1"),
          "localhost", addresses("127.0.0.1", "::1"),
          "mixed.example", addresses("93.184.215.14", "192.168.0.1"),
          "meta.example", addresses("169.254.169.254"),
          "empty.example", addresses());

  private final UrlGuard guard =
      new UrlGuard(host -> Future.succeededFuture(NAMES.getOrDefault(host, List.of())));

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "/outside/urls.csv", delimiter = '|', quoteCharacter = '\0')
  void everyUrlHasItsVerdict(String url, String verdict) {
    assertThat(verdict(url, false)).isEqualTo(verdict);
  }

  /** A demo's merchants live beside us; what is no URL stays none. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://127.0.0.1:8080/hook | admitted
          http://localhost/hook      | admitted
          http://[::1]:8080/         | admitted
          http://10.0.0.1:22/        | admitted
          http://user@10.0.0.1/      | host
          http://2130706433/         | host
          ftp://127.0.0.1/           | scheme
          http://empty.example/      | no_address
          """)
  void privateAddressesAreForThoseWhoMay(String url, String verdict) {
    assertThat(verdict(url, true)).isEqualTo(verdict);
  }

  @Test
  void theConnectionGoesToTheCheckedAddressUnderTheName() {
    var where = await(guard.admit(Endpoint.of("https://Shop.Example:8443/a?b=c#d"), false));

    assertThat(where.getServer()).hasToString("93.184.215.14:8443");
    assertThat(where.getHost()).isEqualTo("shop.example");
    assertThat(where.getPort()).isEqualTo(8443);
    assertThat(where.isSsl()).isTrue();
    assertThat(where.getURI()).isEqualTo("/a?b=c");
  }

  @Test
  void aUrlHasALongestLength() {
    assertThatThrownBy(() -> Endpoint.of("http://shop.example/" + "x".repeat(2048)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void vertxKnowsTheHostsFile() {
    var vertx = Vertx.vertx();
    try {
      assertThat(await(new VertxNames(vertx).addresses("localhost")))
          .isNotEmpty()
          .allMatch(InetAddress::isLoopbackAddress);
    } finally {
      await(vertx.close());
    }
  }

  private String verdict(String url, boolean privateToo) {
    try {
      var admitted = guard.admit(Endpoint.of(url), privateToo);
      return admitted.succeeded() ? "admitted" : ((Refused) admitted.cause()).reason();
    } catch (Refused refused) {
      return refused.reason();
    }
  }

  private static List<InetAddress> addresses(String... literals) {
    return Stream.of(literals).map(InetAddress::ofLiteral).toList();
  }
}
