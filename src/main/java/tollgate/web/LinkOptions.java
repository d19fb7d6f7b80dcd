package tollgate.web;

/**
 * What payment links need to know of where they are made.
 *
 * @param publicUrl where customers reach us, without a slash at the end
 * @param mails whether a mail server is configured
 * @param times how long they are good
 */
public record LinkOptions(String publicUrl, boolean mails, LinkTimes times) {

  /** Where the link with this token is paid. */
  String url(String token) {
    return publicUrl + "/link/" + token;
  }
}
