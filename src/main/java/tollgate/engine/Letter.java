package tollgate.engine;

import java.util.regex.Pattern;

/**
 * What a customer is mailed. What strangers wrote comes into its headers in one line, whatever they
 * wrote, and an address is one address.
 *
 * @param id the same whenever this letter is sent, without the angle brackets: who gets it twice is
 *     shown it once
 * @param to one mailbox
 * @param subject one line
 */
public record Letter(String id, String to, String subject, String text, String html) {

  private static final int SUBJECT_MAX = 200;

  /** What every server takes: no name beside it, no quotes, no list, nothing beyond ASCII. */
  private static final Pattern MAILBOX =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");

  /** RFC 5321, section 4.5.3.1: of the local part, and of a path less its brackets. */
  private static final int LOCAL_MAX = 64;

  private static final int MAILBOX_MAX = 254;

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  public Letter {
    if (!isMailbox(to)) throw new IllegalArgumentException("no mailbox");

    var line = BREAKS.matcher(subject).replaceAll(" ").strip();
    subject = line.codePointCount(0, line.length()) > SUBJECT_MAX ? cut(line) : line;
  }

  /** Whether a letter can be sent to it. */
  public static boolean isMailbox(String text) {
    return text.length() <= MAILBOX_MAX
        && text.indexOf('@') <= LOCAL_MAX
        && MAILBOX.matcher(text).matches();
  }

  private static String cut(String line) {
    return line.substring(0, line.offsetByCodePoints(0, SUBJECT_MAX));
  }

  /** Without the secret that is in it. */
  @Override
  public String toString() {
    return "Letter[" + id + "]";
  }
}
