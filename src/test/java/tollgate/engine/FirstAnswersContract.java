package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tollgate.engine.FirstAnswers.Answer;
import tollgate.engine.FirstAnswers.Asked;
import tollgate.engine.FirstAnswers.Claim;
import tollgate.engine.FirstAnswers.Claim.Kept;
import tollgate.engine.FirstAnswers.Claim.OtherRequest;
import tollgate.engine.FirstAnswers.Claim.Running;
import tollgate.engine.FirstAnswers.Claim.Yours;

/** What {@link FirstAnswers} promise, whatever keeps them. */
public abstract class FirstAnswersContract extends ContractGround {

  protected static final Answer TAKEN = new Answer(200, "{\"status\":\"success\",\"é\":[1.50]}");
  private static final Answer REFUSED = new Answer(400, "{\"status\":\"error\"}");
  private static final Duration OVERDUE = Duration.ofSeconds(31);

  protected final Claim claim(String key, String fingerprint) {
    return await(asked(project, key, fingerprint));
  }

  private Future<Claim> asked(long ofProject, String key, String fingerprint) {
    var asked =
        new Asked(new FirstAnswers.Key(ofProject, key), fingerprint, await(store.ids().next()));
    return store.firstAnswers().claim(asked);
  }

  protected final Asked asked(String key, String fingerprint) {
    return new Asked(new FirstAnswers.Key(project, key), fingerprint, await(store.ids().next()));
  }

  protected final Yours mine(Claim claim) {
    assertThat(claim).isInstanceOf(Yours.class);
    return (Yours) claim;
  }

  protected final Answer keep(Yours claim, Answer answer) {
    return await(store.firstAnswers().keep(claim, answer));
  }

  @Test
  void theFirstIsOursAndItsRepeatHearsItsAnswer() {
    var first = mine(claim("k", "a"));

    assertThat(claim("k", "a")).isEqualTo(new Running());
    assertThat(keep(first, TAKEN)).isEqualTo(TAKEN);
    assertThat(claim("k", "a")).isEqualTo(new Kept(TAKEN));
    assertThat(claim("k", "a")).isEqualTo(new Kept(TAKEN));
  }

  @Test
  void anotherRequestIsSaidToBeOne() {
    var first = mine(claim("k", "a"));

    assertThat(claim("k", "b")).isEqualTo(new OtherRequest());
    keep(first, TAKEN);
    assertThat(claim("k", "b")).isEqualTo(new OtherRequest());
  }

  @Test
  void aRefusalIsKeptButGivesWayToACorrectedRequest() {
    keep(mine(claim("k", "a")), REFUSED);
    assertThat(claim("k", "a")).isEqualTo(new Kept(REFUSED));

    keep(mine(claim("k", "b")), TAKEN);

    assertThat(claim("k", "b")).isEqualTo(new Kept(TAKEN));
    assertThat(claim("k", "a")).isEqualTo(new OtherRequest());
  }

  @Test
  void aKeyBelongsToItsProject() {
    keep(mine(claim("k", "a")), TAKEN);

    assertThat(await(asked(store.newProject(), "k", "b"))).isInstanceOf(Yours.class);
    assertThat(claim("K", "b")).isInstanceOf(Yours.class);
    assertThat(claim("k", "a")).isEqualTo(new Kept(TAKEN));
  }

  @Test
  void whoIsNeverHeardOfAgainLosesItAndTheSameOperationIsTriedAgain() {
    var dead = mine(claim("k", "a"));
    assertThat(dead.operation()).isEqualTo(dead.holder());
    store.advance(OVERDUE);
    assertThat(claim("k", "b")).isEqualTo(new OtherRequest());

    var next = mine(claim("k", "a"));

    assertThat(next.operation()).isEqualTo(dead.operation());
    assertThat(next.holder()).isNotEqualTo(dead.holder());
    assertThat(claim("k", "a")).isEqualTo(new Running());
    keep(next, TAKEN);
    assertThat(claim("k", "a")).isEqualTo(new Kept(TAKEN));
  }

  @Test
  void whatIsReleasedMayBeTriedAgainAtOnceAsTheSameOperation() {
    var first = mine(claim("k", "a"));
    await(store.firstAnswers().release(first));

    assertThat(claim("k", "b")).isEqualTo(new OtherRequest());
    var next = mine(claim("k", "a"));

    assertThat(next.operation()).isEqualTo(first.operation());
    assertThat(claim("k", "a")).isEqualTo(new Running());
  }

  @Test
  void theFirstAnswerStaysHoweverLateAnotherComes() {
    var slow = mine(claim("k", "a"));
    store.advance(OVERDUE);
    var quick = mine(claim("k", "a"));

    assertThat(keep(quick, TAKEN)).isEqualTo(TAKEN);
    assertThat(keep(slow, REFUSED)).isEqualTo(TAKEN);
    await(store.firstAnswers().release(slow));
    assertThat(claim("k", "a")).isEqualTo(new Kept(TAKEN));
  }

  @Test
  void whoWokeUpTooLateReleasesNothing() {
    var slow = mine(claim("k", "a"));
    store.advance(OVERDUE);
    mine(claim("k", "a"));

    await(store.firstAnswers().release(slow));

    assertThat(claim("k", "a")).isEqualTo(new Running());
  }

  @Test
  void itIsKeptForADayAndThenForgotten() {
    keep(mine(claim("k", "a")), TAKEN);

    store.advance(Duration.ofHours(23));
    assertThat(claim("k", "a")).isEqualTo(new Kept(TAKEN));
    store.advance(Duration.ofHours(2));
    var again = mine(claim("k", "b"));
    assertThat(keep(again, REFUSED)).isEqualTo(REFUSED);
    assertThat(claim("k", "b")).isEqualTo(new Kept(REFUSED));
  }

  /** Also in one batch: many keys, each many times, some with another request. */
  @Test
  void ofManyAtOnceOneIsFirst() {
    for (int round = 0; round < 5; round++) {
      var all = new ArrayList<Future<Claim>>();
      for (int i = 0; i < 320; i++) all.add(asked(project, "k" + round + i % 5, "a"));
      all.add(asked(project, "k" + round + 0, "b"));

      assertThat(claims(all, Yours.class)).hasSize(5);
      assertThat(claims(all, Running.class)).hasSize(315);
      assertThat(claims(all, OtherRequest.class)).hasSize(1);
    }
  }

  protected static List<Claim> claims(List<Future<Claim>> all, Class<? extends Claim> kind) {
    return all.stream().<Claim>map(StoreUnderTest::await).filter(kind::isInstance).toList();
  }
}
