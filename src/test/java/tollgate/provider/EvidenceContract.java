package tollgate.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tollgate.doctor.Examination;
import tollgate.json.Json;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Inquiry;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;
import tollgate.tenant.Gateway;

/**
 * What every adapter must keep so that the callback doctor tells the truth: what it shows is what
 * it goes by.
 */
public abstract class EvidenceContract {

  private static final Set<String> BY_SIGNATURE = Set.of("signature", "hash", "address");
  private static final Set<String> UNREADABLE = Set.of("no form", "not JSON");
  private static final int COLUMNS = 8;

  final Provider provider;
  final Gateway gateway;
  final Order order;
  private final Path recorded;
  private final Examination examination;

  EvidenceContract(String recorded, Provider provider, Gateway gateway, Order order) {
    this.provider = provider;
    this.gateway = gateway;
    this.order = order;
    this.recorded = Path.of("src/test/resources", recorded);
    examination = new Examination(provider, gateway, order);
  }

  @Test
  void everyRecordedMessageIsRead() {
    Recorded.allAreRead(recorded, Set.of("callback", "reply", "table"));
    assertThat(each("callback", _ -> {})).isNotEmpty();
  }

  /** What is explained is what was checked: whoever is believed is proved, and nobody else. */
  @TestFactory
  Stream<DynamicTest> theEvidenceAgreesWithTheReading() {
    return each(
        "callback",
        file -> {
          var callback = file.callback(file.content());
          var evidence = provider.evidence(callback, gateway);
          switch (provider.open(callback, gateway)) {
            case Genuine _, Doorbell _ -> assertThat(isProved(evidence)).isTrue();
            case Inquiry _, Nothing _ -> assertThat(evidence.unreadable()).isEmpty();
            case Forged(String why) when BY_SIGNATURE.contains(why) ->
                assertThat(isProved(evidence)).isFalse();
            case Malformed(String why) when UNREADABLE.contains(why) ->
                assertThat(evidence.unreadable()).isNotEmpty();
            case Forged _, Malformed _ -> {}
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> theEvidenceNamesThePaymentAndPrintsNoKey() {
    return each(
        "callback",
        file -> {
          var callback = file.callback(file.content());
          var evidence = provider.evidence(callback, gateway);
          var texts = evidence.proofs().stream().map(proof -> proof.text().masked()).toList();
          for (var key : gateway.keys().values()) {
            assertThat(evidence + "" + texts).doesNotContain(key.reveal());
          }
          if (provider.open(callback, gateway) instanceof Genuine genuine) {
            var named = Reference.of(genuine.payment());
            assertThat(evidence.claims().reference()).isEqualTo(named);
          }
        });
  }

  /** However a callback is cut or changed: whoever is believed, is so by what is shown. */
  @TestFactory
  Stream<DynamicTest> nothingIsBelievedWithoutAProofThatIsShown() {
    return each(
        "callback",
        file -> {
          var bytes = file.content();
          for (int i = 0; i < bytes.length; i++) {
            checkProved(file.callback(Arrays.copyOf(bytes, i)));
            var changed = bytes.clone();
            changed[i] ^= 1;
            checkProved(file.callback(changed));
          }
        });
  }

  private void checkProved(Callback callback) {
    var evidence = provider.evidence(callback, gateway);
    if (provider.open(callback, gateway) instanceof Genuine) {
      assertThat(isProved(evidence)).isTrue();
    }
  }

  private static boolean isProved(Evidence evidence) {
    return evidence.unreadable().isEmpty()
        && (evidence.proofs().isEmpty() || evidence.isSigned())
        && evidence.addressees().stream().allMatch(Evidence.Addressee::holds);
  }

  /** Whatever it is and whatever state its payment is in, see {@link Examination#of}. */
  @TestFactory
  Stream<DynamicTest> theDoctorChangesNothingAndShowsNoKey() {
    var states = List.of("none", "of another gateway", "new", "paid", "declined", "overdue");
    return each(
        "callback",
        file -> {
          var callback = file.callback(file.content());
          for (var state : states) examination.of(callback, state);
        });
  }

  /**
   * {@code doctor.table}: a recorded callback, perhaps {@code cut}; in which state its payment is;
   * what it is taken for, which key matched, how it stands to what was told before, what would come
   * of it, what the provider would hear, and what else is told.
   */
  @TestFactory
  Stream<DynamicTest> theDoctorSaysWhatIsWrongAndWhatWouldHappen() throws IOException {
    return Files.readAllLines(recorded.resolve("doctor.table")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> DynamicTest.dynamicTest(line, () -> checkDoctor(line)));
  }

  private void checkDoctor(String line) throws IOException {
    var row = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    assertThat(row).hasSize(COLUMNS);
    var told = examination.of(callback(row.getFirst()), row.get(1));

    assertThat(summary(told)).isEqualTo(String.join(" | ", row.subList(2, COLUMNS - 1)));
    assertThat(told.encode().replace('"', '\'')).contains(row.getLast().split(" … "));
  }

  private static String summary(Json.Obj told) {
    return String.join(
        " | ",
        text(told, "reading", "kind"),
        text(told, "key"),
        text(told, "timing"),
        text(told, "would", "result"),
        (told.at("answer", "status") + " " + text(told, "answer", "body")).strip());
  }

  private static String text(Json.Obj told, String... path) {
    return told.at(path) instanceof Json.Str member ? member.text() : "";
  }

  /** Cut means that a third of the body did not arrive, though its length did. */
  private Callback callback(String words) throws IOException {
    var names = words.split(" ", 2);
    var file = Recorded.read(recorded.resolve(names[0] + ".callback"));
    var content = file.content();
    if (names.length == 1) return file.callback(content);

    assertThat(names[1]).isEqualTo("cut");
    var whole = file.callback(Arrays.copyOf(content, content.length * 2 / 3));
    var headers = new HashMap<>(whole.headers());
    headers.put("content-length", Integer.toString(content.length));
    return new Callback(whole.method(), whole.query(), headers, whole.body());
  }

  final Stream<DynamicTest> each(String ending, Recorded.Check check) {
    return Recorded.each(recorded, ending, check);
  }
}
