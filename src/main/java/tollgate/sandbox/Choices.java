package tollgate.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a person who plays the customer can do on a provider's page. */
public final class Choices {

  /**
   * One of them.
   *
   * @param look the style of its button: go, stop, or none
   */
  public record Choice(Action action, String look, String label) {}

  public static final Choice PAY = new Choice(Action.PAY, "go", "Pay");
  public static final Choice DECLINE = new Choice(Action.DECLINE, "stop", "Decline");
  public static final Choice CANCEL = new Choice(Action.CANCEL, "stop", "Cancel");
  public static final Choice LEAVE = new Choice(Action.LEAVE, "", "Leave without a word");

  private Choices() {}

  /**
   * Those of most providers; {@code page} is the payment's address, below which they are posted.
   */
  public static Html usual(long minorUnits, String page) {
    return below(minorUnits, page, PAY, DECLINE, CANCEL, LEAVE);
  }

  /** These, where the amount leaves a choice, posted below the payment's address. */
  public static Html below(long minorUnits, String page, Choice... free) {
    return buttons(minorUnits, action -> page + "/" + action.word(), free);
  }

  /** These, where the amount leaves a choice; {@code address} says where each is posted. */
  public static Html buttons(long minorUnits, Function<Action, String> address, Choice... free) {
    var open =
        switch (MagicAmount.of(minorUnits)) {
          case DECLINES -> List.of(DECLINE);
          case CANCELS -> List.of(CANCEL);
          case NONE, TIMES_OUT, NEVER_ANSWERS -> List.of(free);
        };
    var buttons = new ArrayList<Html>();
    for (var choice : open) {
      buttons.add(Pages.button(address.apply(choice.action()), choice.look(), choice.label()));
    }
    return Html.all(buttons);
  }
}
