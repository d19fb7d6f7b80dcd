package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.outside.World.until;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.engine.Letter;
import tollgate.engine.Letters;
import tollgate.engine.News;
import tollgate.outside.MailOptions.Server;
import tollgate.outside.MailOptions.Tls;
import tollgate.outside.ProviderOptions.Calls;
import tollgate.payment.Effect;
import tollgate.payment.Links;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.LinkCancelled;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.Sales;
import tollgate.support.FakeSmtp;
import tollgate.tenant.Secret;

/** Links on their way to customers, through a mail server that is not always willing. */
class MailVerticleTest {

  private static final String CUSTOMER = "ann@customer.example";

  private final World world = new World();
  private final FakeSmtp smtp = FakeSmtp.open(world.vertx);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aLinkIsMailedOnceAndTold() {
    started(relay(), 3);
    var id = link();

    until(() -> world.state(id).equals(new Offered(true)));
    assertThat(smtp.letters).hasSize(1);
    var letter = smtp.letters.element();
    assertThat(letter.from()).isEqualTo("pay@shop.example");
    assertThat(letter.to()).containsExactly(CUSTOMER);
    assertThat(letter.header("from")).isEqualTo("pay@shop.example");
    assertThat(letter.header("to")).isEqualTo(CUSTOMER);
    assertThat(letter.header("subject")).isEqualTo("Pay Bcc: x@y.example");
    assertThat(letter.header("message-id")).isEqualTo("<" + id.operation() + "@tollgate.invalid>");
    assertThat(letter.header("bcc")).isEmpty();
    assertThat(letter.part("text/plain")).contains("https://pay.example/link/210-", "платить");
    assertThat(letter.part("text/html")).contains("href=\"https://pay.example/link/210-");
    assertThat(world.count("tollgate.mails", "result", "sent")).isEqualTo(1);
    until(() -> world.store.webhook(id, Effect.NOTIFY_LINK_MAILED).isPresent());
  }

  /** What it does not take now it may take later; nothing is lost by asking. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MAIL | 451 later
          MAIL | 530 log in first
          RCPT | 450 mailbox busy
          RCPT | 452 too many
          DATA | 421 shutting down
          .    | 451 cannot keep it
          .    | 554 looks like spam
          EHLO | 421 too busy
          """)
  void whatFailedIsTriedAgain(String command, String answer) {
    smtp.answering(command, answer);
    started(relay(), 100);
    var id = link();
    until(() -> world.count("tollgate.mails", "result", "failed") >= 2);
    smtp.behavingAgain();

    until(() -> world.state(id).equals(new Offered(true)));
    assertThat(smtp.letters).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"550 no such user here", "551 not local", "553 no such name"})
  void aMailboxThatIsNoneIsTriedOnce(String answer) {
    smtp.answering("RCPT", answer);
    started(relay(), 3);
    var id = link();

    until(() -> world.outbox.count("done MAIL_LINK") == 1);
    assertThat(world.state(id)).isEqualTo(new Offered(false));
    assertThat(world.count("tollgate.mails", "result", "refused")).isEqualTo(1);
    assertThat(smtp.letters).isEmpty();
  }

  @Test
  void afterTheLastAttemptItIsLeftToAPerson() {
    smtp.answering("MAIL", "451 later");
    started(relay(), 3);
    link();

    until(() -> world.outbox.count("exhausted MAIL_LINK") == 1);
    assertThat(world.count("tollgate.mails", "result", "failed")).isEqualTo(3);
    assertThat(world.count("tollgate.mails.exhausted")).isEqualTo(1);
  }

  @Test
  void aServerThatHangsHoldsNothingForLong() {
    smtp.answering("RCPT", "");
    started(relay(), 2);
    link();

    until(() -> world.outbox.count("exhausted MAIL_LINK") == 1);
  }

  @Test
  void aLinkThatIsTakenBackIsNotMailed() {
    smtp.answering("MAIL", "451 later");
    started(relay(), 1000);
    var id = link();
    until(() -> world.count("tollgate.mails", "result", "failed") >= 1);
    await(world.engine.handle(News.of(id, new LinkCancelled())));
    smtp.behavingAgain();

    until(() -> await(world.store.outbox().claim(10)).isEmpty());
    assertThat(smtp.letters).isEmpty();
  }

  @Test
  void loginGoesOverTlsAlone() {
    var guarded = FakeSmtp.guarded(world.vertx);
    started(server("localhost", guarded.port(), FakeSmtp.PASSWORD, FakeSmtp.CERTIFICATE), 3);
    var id = link();

    until(() -> world.state(id).equals(new Offered(true)));
    assertThat(guarded.heard).first().asString().startsWith("EHLO shop.example");
    assertThat(guarded.heard).element(1).isEqualTo("STARTTLS");
    assertThat(guarded.letters).hasSize(1);
  }

  /** Who is not trusted hears neither the password nor the letter. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"a stranger's certificate", "no TLS at all", "a wrong password"})
  void withoutTrustNothingIsSent(String trouble) {
    var guarded = trouble.startsWith("no") ? smtp : FakeSmtp.guarded(world.vertx);
    var authorities = trouble.contains("certificate") ? "" : FakeSmtp.CERTIFICATE;
    var password = trouble.contains("password") ? "another" : FakeSmtp.PASSWORD;
    started(server("localhost", guarded.port(), password, authorities), 2);
    link();

    until(() -> world.outbox.count("exhausted MAIL_LINK") == 1);
    assertThat(guarded.letters).isEmpty();
    assertThat(guarded.heard).noneMatch(line -> line.startsWith("MAIL"));
    if (!trouble.contains("password")) {
      assertThat(guarded.heard).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void withoutAServerItWaitsForOne() {
    started(Server.NONE, 3);
    link();

    until(() -> world.outbox.count("back MAIL_LINK 1 ") == 1);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          587 | STARTTLS | Pay <a@b.example>   | ''   | from must be one address
          587 | STARTTLS | a@b.example         | user | user and password go together
          0   | STARTTLS | a@b.example         | ''   | port must be 1 to 65535
          """)
  void aWrongServerIsNamed(int port, Tls tls, String from, String user, String why) {
    assertThatThrownBy(() -> new Server("smtp.example", port, tls, from, user, null, ""))
        .hasMessageContaining(why);
  }

  @Test
  void aPasswordNeedsTls() {
    var password = new Secret("secret");
    assertThatThrownBy(
            () -> new Server("smtp.example", 25, Tls.NONE, "a@b.example", "me", password, ""))
        .hasMessage("a password needs tls");
  }

  private Server relay() {
    return new Server("127.0.0.1", smtp.port(), Tls.NONE, "pay@shop.example", "", null, "");
  }

  private static Server server(String host, int port, String password, String authorities) {
    return new Server(
        host,
        port,
        Tls.STARTTLS,
        "pay@shop.example",
        FakeSmtp.USER,
        new Secret(password),
        authorities);
  }

  private void started(Server server, int attemptsMax) {
    var options =
        new MailOptions(
            server,
            Duration.ofMillis(300),
            Duration.ofMillis(800),
            new Calls(2, 100, Duration.ofSeconds(1)),
            attemptsMax,
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofSeconds(2));
    var parts =
        new MailVerticle.Parts(
            world.engine, world.outbox, letters(), world.meters, () -> Sales.AT, World.LEASE);
    world.with(new MailVerticle(parts, options)).withOutbox(Quick.TICKS);
  }

  private static Letters letters() {
    return link ->
        new Letter(
            link.id().operation() + "@tollgate.invalid",
            String.valueOf(link.invoice().mailTo()),
            "Pay\r\nBcc: x@y.example",
            "заплатить: " + link.invoice().url(),
            "<p>заплатить: <a href=\"" + link.invoice().url() + "\">.</a></p>");
  }

  private Payment.Id link() {
    var id = new Payment.Id(World.PROJECT, await(world.store.ids().next()));
    await(world.engine.open(Links.open(id, Sales.SALE, CUSTOMER)));
    return id;
  }
}
