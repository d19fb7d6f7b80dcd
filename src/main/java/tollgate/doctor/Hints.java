package tollgate.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import tollgate.json.Json;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Form;
import tollgate.provider.Provider;

/** What is wrong with a callback as a whole. */
final class Hints {

  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  private Hints() {}

  static Json of(Provider provider, Doctor.Patient patient, Evidence evidence) {
    var hints = new ArrayList<String>();
    var callback = patient.callback();
    if (isCut(callback)) {
      hints.add(
          "it was cut off: content-length says "
              + callback.headers().get("content-length")
              + ", and the body has "
              + callback.body().length
              + " bytes");
    }
    if (!evidence.unreadable().isEmpty()) {
      hints.add("it cannot be read: " + evidence.unreadable());
      if (isCyrillic(callback)) hints.add("it would be a form in " + CYRILLIC.name());
    }
    if (evidence.unreadable().isEmpty() && evidence.proofs().isEmpty()) {
      hints.add("nothing in it is signed, so nothing in it is believed");
    }
    if (!evidence.isSigned()) others(provider, patient, hints);
    return Signatures.texts(hints);
  }

  private static boolean isCut(Callback callback) {
    var told = callback.headers().getOrDefault("content-length", "");
    return told.matches("[0-9]{1,9}") && Integer.parseInt(told) != callback.body().length;
  }

  private static boolean isCyrillic(Callback callback) {
    return Form.whyNot(callback.form(), UTF_8).endsWith(UTF_8.name())
        && Form.whyNot(callback.form(), CYRILLIC).isEmpty();
  }

  private static void others(Provider provider, Doctor.Patient patient, List<String> hints) {
    for (var other : patient.others()) {
      if (!other.provider().equals(provider.name())) continue;

      var evidence = Doctor.evidence(provider, other, patient.callback());
      if (evidence.isSigned()) {
        var number = other.number();
        hints.add("its signature holds for gateway " + number + ": the address is wrong");
      }
    }
  }
}
