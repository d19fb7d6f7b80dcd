package tollgate.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.parsetools.RecordParser;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A mail server that keeps what it takes, speaks RFC 5321, and says no where it is told to. */
public final class FakeSmtp {

  public static final String USER = "tollgate";
  public static final String PASSWORD = "a password of the mail";

  /** Names localhost and 127.0.0.1; the key guards nothing. */
  public static final String CERTIFICATE = "src/test/resources/web/tls/certificate.pem";

  private static final String KEY = "src/test/resources/web/tls/key.pem";

  /** All that was heard, of all connections, in its order; the text of letters too. */
  public final Queue<String> heard = new ConcurrentLinkedQueue<>();

  public final Queue<Letter> letters = new ConcurrentLinkedQueue<>();

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final NetServer server;
  private final boolean offersTls;
  private final boolean wantsLogin;

  /** As it came, with the addresses of its envelope. */
  public record Letter(String from, List<String> to, String text) {

    /** A header, unfolded; empty when there is none, and all of them where it stands twice. */
    public String header(String name) {
      var head = text.substring(0, text.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]+", " ");
      return String.join(
          " AND ",
          head.lines()
              .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
              .map(line -> line.substring(name.length() + 2))
              .toList());
    }

    /** The part of that type, decoded. */
    public String part(String type) {
      for (var part : text.split("\r\n--", -1)) {
        var end = part.indexOf("\r\n\r\n");
        if (end < 0 || !part.substring(0, end).contains("Content-Type: " + type)) continue;

        var body = part.substring(end + 4);
        return part.substring(0, end).contains("quoted-printable") ? decoded(body) : body;
      }
      throw new IllegalArgumentException("no " + type + " in " + text);
    }

    private static String decoded(String body) {
      var bytes = Buffer.buffer();
      var text = body.replace("=\r\n", "");
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) != '=') {
          bytes.appendByte((byte) text.charAt(i));
          continue;
        }
        bytes.appendByte((byte) Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      }
      return bytes.toString(UTF_8);
    }
  }

  private FakeSmtp(Vertx vertx, boolean offersTls, boolean wantsLogin) {
    this.offersTls = offersTls;
    this.wantsLogin = wantsLogin;
    var options = new NetServerOptions().setHost("127.0.0.1").setPort(0);
    options.setKeyCertOptions(new PemKeyCertOptions().setCertPath(CERTIFICATE).setKeyPath(KEY));
    server = vertx.createNetServer(options).connectHandler(this::greet);
    server.listen().toCompletionStage().toCompletableFuture().join();
  }

  /** For mail from this machine. */
  public static FakeSmtp open(Vertx vertx) {
    return new FakeSmtp(vertx, false, false);
  }

  /** For {@link #USER}, over TLS alone. */
  public static FakeSmtp guarded(Vertx vertx) {
    return new FakeSmtp(vertx, true, true);
  }

  public int port() {
    return server.actualPort();
  }

  /** From now on what it says to that command, {@code RCPT}; {@code .} is the end of a letter. */
  public void answering(String command, String line) {
    answers.put(command, line);
  }

  public void behavingAgain() {
    answers.clear();
  }

  private void greet(NetSocket socket) {
    var dialogue = new Dialogue(socket);
    var lines = RecordParser.newDelimited("\r\n", line -> dialogue.hear(line.toString(UTF_8)));
    socket.handler(lines);
    dialogue.say("220 fake.example");
  }

  private final class Dialogue {

    private final NetSocket socket;
    private final StringBuilder text = new StringBuilder();
    private String from = "";
    private List<String> to = List.of();
    private boolean inLetter;
    private boolean secure;
    private boolean known = !wantsLogin;

    Dialogue(NetSocket socket) {
      this.socket = socket;
    }

    void say(String line) {
      socket.write(line + "\r\n");
    }

    void hear(String line) {
      heard.add(line);
      if (inLetter) {
        inText(line);
        return;
      }
      var command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      var told = answers.get(command);
      if (told == null) obey(command, line);
      else if (told.isEmpty()) heard.add("(silence)");
      else say(told);
    }

    private void inText(String line) {
      if (!line.equals(".")) {
        text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        return;
      }
      inLetter = false;
      var told = answers.get(".");
      if (told == null) letters.add(new Letter(from, to, text.toString()));
      say(told == null ? "250 taken" : told);
    }

    private void obey(String command, String line) {
      switch (command) {
        case "EHLO" -> capabilities();
        case "STARTTLS" -> {
          say("220 go ahead");
          secure = true;
          socket.upgradeToSsl();
        }
        case "AUTH" -> login(line);
        case "MAIL" -> begin(line);
        case "RCPT" -> {
          to = List.of(path(line));
          say("250 ok");
        }
        case "DATA" -> {
          text.setLength(0);
          inLetter = true;
          say("354 go on");
        }
        case "QUIT" -> {
          say("221 bye");
          socket.close();
        }
        case "RSET" -> say("250 ok");
        default -> say("500 what?");
      }
    }

    private void capabilities() {
      if (offersTls && !secure) say("250-STARTTLS");
      if (secure) say("250-AUTH PLAIN");
      say("250 8BITMIME");
    }

    private void login(String line) {
      var word = line.substring(line.lastIndexOf(' ') + 1);
      var given = new String(Base64.getDecoder().decode(word), UTF_8);
      known = secure && given.equals("\0" + USER + "\0" + PASSWORD);
      say(known ? "235 welcome" : "535 who are you?");
    }

    private void begin(String line) {
      from = path(line);
      say(known ? "250 ok" : "530 log in first");
    }

    private static String path(String line) {
      return line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
    }
  }
}
