package tollgate.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;

/** A provider's JSON object by its members, for protocols whose members come and go. */
public record JsonMessage(Json.Obj body) {

  /** Null for what is not exactly one JSON object within the usual limits. */
  public static @Nullable JsonMessage read(byte[] bytes) {
    try {
      return JsonReader.read(bytes, Limits.MESSAGE) instanceof Json.Obj body
          ? new JsonMessage(body)
          : null;
    } catch (JsonRefused notJson) {
      return null;
    }
  }

  /** What is wrong with bytes that {@link #read} does not take; empty when nothing is. */
  public static String whyNot(byte[] bytes) {
    try {
      return JsonReader.read(bytes, Limits.MESSAGE) instanceof Json.Obj ? "" : "no JSON object";
    } catch (JsonRefused notJson) {
      return notJson.getMessage();
    }
  }

  public static @Nullable JsonMessage read(String text) {
    return read(text.getBytes(UTF_8));
  }

  /** The text down that path; empty where there is none, or something else in its place. */
  public String text(String... path) {
    return body.at(path) instanceof Json.Str member ? member.text() : "";
  }

  /** The same for what some write as a text and some as a number; a number as it was written. */
  public String scalar(String... path) {
    return body.at(path) instanceof Json.Num number ? number.literal() : text(path);
  }

  public boolean has(String name) {
    return body.member(name) != null;
  }

  /** The object down that path; null where there is none. */
  public @Nullable JsonMessage object(String... path) {
    return body.at(path) instanceof Json.Obj member ? new JsonMessage(member) : null;
  }
}
