package tollgate.engine;

import io.vertx.core.Future;

/**
 * First answers to requests that carry an {@code Idempotency-Key}, kept for a day or longer so that
 * a repeat hears the same bytes and does nothing again: draft-ietf-httpapi-idempotency-key-header.
 */
public interface FirstAnswers {

  /** A key belongs to the project that signed the request, whatever else the request says. */
  record Key(long project, String text) {}

  /**
   * A request that came with a key.
   *
   * @param fingerprint digest of all that makes it the same request
   * @param operation a fresh id: what it begins, should it be the first with its key
   */
  record Asked(Key key, String fingerprint, long operation) {}

  /** What was answered: the status of HTTP and the body. */
  record Answer(int status, String body) {

    /** A refusal did nothing, so it gives way to a corrected request with the same key. */
    public boolean isRefusal() {
      return status >= 400 && status < 500;
    }
  }

  /** What is to be done with such a request. */
  sealed interface Claim {

    /**
     * Do it, and end with {@code keep} or {@code release}; who does neither loses it when the lease
     * ends.
     *
     * @param operation what it begins: not the id that was asked with, when somebody before us
     *     claimed the key and was never heard of again
     * @param holder tells us from whoever holds the key before or after us
     */
    record Yours(Key key, long operation, long holder) implements Claim {}

    /** It was answered before. */
    record Kept(Answer answer) implements Claim {}

    /** Somebody is at it. */
    record Running() implements Claim {}

    /** The key was used for another request. */
    record OtherRequest() implements Claim {}
  }

  /** One round trip for all that ask at the same time. */
  Future<Claim> claim(Asked asked);

  /**
   * Keeps the answer, unless one was kept already.
   *
   * @return the answer that is kept now
   */
  Future<Answer> keep(Claim.Yours claim, Answer answer);

  /** Nothing was decided: the same request may be tried again at once, as the same operation. */
  Future<Void> release(Claim.Yours claim);
}
