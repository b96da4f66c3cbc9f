package ringmaster.client.hud;

import ringmaster.client.widget.Button;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Group;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.Stack;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.widget.Widget;

/** Says what went wrong, and what a person can do. */
final class FailedPage implements Page {
  private final Label headline =
      new Label("failed-headline", TextStyle.HEADING, Palette.WARNING).wrapped();
  private final Label sentence =
      new Label("failed-sentence", TextStyle.BODY, Palette.TEXT).wrapped();
  private final Label advice =
      new Label("failed-advice", TextStyle.BODY, Palette.TEXT_SOFT).wrapped();
  private final Button retry;
  private final Stack root;

  FailedPage(Runnable onRetry, Runnable onBack) {
    retry = new Button("retry", "Try again", onRetry).primary();
    Flow buttons =
        Flow.row("failed-buttons", 10)
            .addGrowing(retry, 1)
            .addGrowing(new Button("back", "Back to servers", onBack), 1);
    Flow column =
        Flow.column("failed-column", 14)
            .padded(26)
            .on(Palette.PANEL, 12)
            .add(headline)
            .add(sentence)
            .add(advice)
            .add(buttons);
    root = new Stack("failed").add(column, 0.5f, 0.5f, 480, 0).padded(16);
  }

  void show(Failure failure) {
    headline.set(failure.kind().headline());
    sentence.set(asSentence(failure.sentence()));
    advice.set(failure.kind().advice());
  }

  /** Reasons of the protocol come in lower case and without a full stop. */
  private static String asSentence(String words) {
    if (words.isEmpty()) {
      return words;
    }
    int first = words.codePointAt(0);
    String begun =
        Character.toString(Character.toUpperCase(first))
            + words.substring(Character.charCount(first));
    char last = begun.charAt(begun.length() - 1);
    return last == '.' || last == '!' || last == '?' ? begun : begun + ".";
  }

  @Override
  public Group root() {
    return root;
  }

  @Override
  public Widget first() {
    return retry;
  }
}
