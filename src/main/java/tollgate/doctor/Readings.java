package tollgate.doctor;

import tollgate.json.Json;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Inquiry;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;

/** What an adapter takes a callback for, in words. */
final class Readings {

  private Readings() {}

  static Json json(Reading reading) {
    return Json.object().put("kind", kind(reading)).put("why", why(reading)).build();
  }

  private static String kind(Reading reading) {
    return switch (reading) {
      case Forged _ -> "forged";
      case Malformed _ -> "malformed";
      case Genuine _ -> "genuine";
      case Doorbell _ -> "doorbell";
      case Inquiry _ -> "inquiry";
      case Nothing _ -> "nothing";
    };
  }

  /** An event prints no secret. */
  static String why(Reading reading) {
    return switch (reading) {
      case Forged forged -> forged.why();
      case Malformed malformed -> malformed.why();
      case Genuine genuine -> genuine.event().toString();
      case Doorbell _ -> "it says that something happened, and proves too little to be believed";
      case Inquiry inquiry -> "may " + inquiry.amount() + " be paid?";
      case Nothing nothing -> nothing.why();
    };
  }
}
