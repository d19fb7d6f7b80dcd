package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.net.OpenSSLEngineOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With a certificate the port speaks TLS, and nothing old. The key in the fixtures guards nothing.
 */
class TlsTest {

  private static final Path CERTIFICATE = Path.of("src/test/resources/web/tls/certificate.pem");
  private static final Path KEY = Path.of("src/test/resources/web/tls/key.pem");

  private static GateServer server;

  @BeforeAll
  static void start() {
    var tls = new WebOptions.Tls(CERTIFICATE.toString(), KEY.toString());
    server =
        new GateServer(
            Loopback.options(WebOptions.Limits.DEFAULT, WebOptions.Waiting.DEFAULT, tls));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0} over {1}")
  @CsvSource({"TLSv1.3, HTTP_2", "TLSv1.2, HTTP_2", "TLSv1.3, HTTP_1_1"})
  void speaks(String protocol, Version version) throws Exception {
    try (var client = client(protocol)) {
      var request = HttpRequest.newBuilder(uri()).version(version).build();

      var response = client.send(request, BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.version()).isEqualTo(version);
      assertThat(response.sslSession().orElseThrow().getProtocol()).isEqualTo(protocol);
      assertThat(response.headers().firstValue("strict-transport-security")).isPresent();
    }
  }

  @Test
  void usesTheNativeEngineWhereItIs() {
    assertThat(OpenSSLEngineOptions.isAvailable())
        .isEqualTo(System.getProperty("os.arch").equals("amd64"));
  }

  @Test
  void plainHttpIsNotAnswered() {
    assertThatThrownBy(() -> server.send(server.request("/v2/nothing").GET()))
        .hasCauseInstanceOf(IOException.class);
  }

  private static URI uri() {
    return URI.create("https://127.0.0.1:" + server.port() + "/v2/nothing");
  }

  private static HttpClient client(String protocol) throws Exception {
    var only = new SSLParameters();
    only.setProtocols(new String[] {protocol});
    return HttpClient.newBuilder().sslContext(trusting()).sslParameters(only).build();
  }

  private static SSLContext trusting() throws Exception {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var in = Files.newInputStream(CERTIFICATE)) {
      var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
      store.setCertificateEntry("ours", certificate);
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
