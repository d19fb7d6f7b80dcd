package tollgate.admin;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tollgate.config.Directory;
import tollgate.config.Edit;
import tollgate.config.Key.Kind;
import tollgate.config.Written;
import tollgate.json.Json;
import tollgate.keys.Dice;
import tollgate.tenant.DataToken;

/**
 * Makes tokens for the Data API. A token and its key are shown this once; made again, the old ones
 * are nobody's. Listing, changing and revoking are like those of any other thing.
 */
final class TokenRoutes {

  private static final String PATH = ThingRoutes.BASE + "/:centre/tokens/:id";
  private static final int KEY_CHARS = 43;

  private final Directory directory;
  private final Dice dice;

  TokenRoutes(Directory directory, Dice dice) {
    this.directory = directory;
    this.dice = dice;
  }

  void mount(Router router) {
    router.post(PATH).handler(this::make);
  }

  private void make(RoutingContext ctx) {
    var asked = Asked.of(ctx, Kind.DATA_TOKEN);
    if (asked.isEmpty()) {
      Replies.problem(ctx, 404, "no such name can be");
      return;
    }
    var body = ThingRoutes.body(ctx);
    if (body == null) return;

    if (body.member("token") != null || body.member("key") != null) {
      Replies.problem(ctx, 400, "the token and its key are made here");
      return;
    }
    var made =
        body.with("token", Json.text(text(DataToken.TOKEN_CHARS)))
            .with("key", Json.text(text(KEY_CHARS)));
    var wanted = asked.get();
    Edit edit =
        (book, mistakes) ->
            wanted
                .refused(book)
                .orElseGet(() -> Edit.laidOver(tree(wanted, made)).of(book, mistakes));
    Replies.outcome(
        ctx,
        directory.change(wanted.who(), "make a token", edit),
        wanted.within(),
        _ -> Replies.json(ctx, 201, made));
  }

  private static Written.Members tree(Asked asked, Json.Obj body) {
    return Written.Members.NONE.with(asked.path(), Written.members(body, ""));
  }

  /** Letters, digits, hyphens and underscores by chance, six bits each. */
  private String text(int chars) {
    var bytes = Base64.getUrlEncoder().withoutPadding().encode(dice.bytes(chars));
    return new String(bytes, 0, chars, StandardCharsets.US_ASCII);
  }
}
