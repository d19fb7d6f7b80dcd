package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tollgate.engine.Letter;

/** Hands letters to a mail server by SMTP (RFC 5321), in text and in HTML. */
final class Postman {

  /** RFC 5321, section 4.2.3: there is no such mailbox, and there will be none. */
  private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);

  private final MailClient client;
  private final String from;
  private final long patience;

  /** What became of a letter. */
  enum Outcome {
    SENT,
    /** It will never be taken. */
    REFUSED,
    /** Perhaps the next time. It may have been taken all the same. */
    FAILED
  }

  Postman(Vertx vertx, MailOptions.Server server, MailOptions options) {
    client = MailClient.create(vertx, config(server, options));
    from = server.from();
    patience = options.callTimeout().toMillis();
  }

  private static MailConfig config(MailOptions.Server server, MailOptions options) {
    var config = new MailConfig(server.host(), server.port());
    config.setSsl(server.tls() == MailOptions.Tls.IMPLICIT);
    config.setStarttls(
        server.tls() == MailOptions.Tls.STARTTLS
            ? StartTLSOptions.REQUIRED
            : StartTLSOptions.DISABLED);
    config.setHostnameVerificationAlgorithm("HTTPS");
    config.setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"));
    if (!server.authorities().isEmpty()) {
      config.setTrustOptions(new PemTrustOptions().addCertPath(server.authorities()));
    }
    config.setLogin(server.password() == null ? LoginOption.DISABLED : LoginOption.REQUIRED);
    if (server.password() != null) {
      config.setUsername(server.user()).setPassword(server.password().reveal());
    }
    config.setOwnHostname(server.from().substring(server.from().indexOf('@') + 1));
    config.setConnectTimeout((int) options.connectTimeout().toMillis());
    config.setIdleTimeout((int) options.callTimeout().toMillis());
    config.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    // A connection that was left alone may be dead; letters are few, each has its own.
    config.setKeepAlive(false);
    config.setMaxPoolSize(options.calls().atOnceMax());
    return config;
  }

  /** Never fails. */
  Future<Outcome> send(Letter letter) {
    return client
        .sendMail(message(letter))
        .timeout(patience, TimeUnit.MILLISECONDS)
        .map(Outcome.SENT)
        .otherwise(Postman::outcome);
  }

  private MailMessage message(Letter letter) {
    var headers =
        MultiMap.caseInsensitiveMultiMap()
            .add("Message-ID", '<' + letter.id() + '>')
            .add("Auto-Submitted", "auto-generated");
    return new MailMessage()
        .setFrom(from)
        .setTo(letter.to())
        .setSubject(letter.subject())
        .setText(letter.text())
        .setHtml(letter.html())
        .setHeaders(headers);
  }

  private static Outcome outcome(Throwable failure) {
    return failure instanceof SMTPException said && NO_MAILBOX.contains(said.getReplyCode())
        ? Outcome.REFUSED
        : Outcome.FAILED;
  }

  Future<Void> close() {
    return client.close();
  }
}
