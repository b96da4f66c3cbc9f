package ringmaster.client.hud;

import ringmaster.client.widget.Button;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.TextStyle;

/** Who won, how everybody did, and when the next match begins. */
final class ResultsPanel {
  private final Label headline =
      new Label("results-headline", TextStyle.HEADING, Palette.TEXT).aligned(0.5f);
  private final Label countdown = new Label("results-next", TextStyle.BODY, Palette.TEXT_SOFT);
  private final Figures seconds = new Figures(" s");
  private final Label next =
      new Label("results-next-label", "Next match in", TextStyle.BODY, Palette.TEXT_SOFT);
  private final Scoreboard scoreboard = new Scoreboard("results-rows");
  private final Flow column;

  ResultsPanel(Runnable onLeave) {
    column =
        Flow.column("results", 8)
            .padded(16)
            .on(Palette.PANEL, 12)
            .add(headline)
            .add(scoreboard.widget())
            .add(
                Flow.row("results-foot", 6)
                    .add(next)
                    .addGrowing(countdown, 1)
                    .add(new Button("results-leave", "Leave match", onLeave)));
    column.setVisible(false);
  }

  Flow widget() {
    return column;
  }

  void update(HudState state) {
    column.setVisible(state.results());
    if (!state.results()) {
      return;
    }
    scoreboard.update(state);
    countdown.set(seconds.of(Math.max(0, state.remainingSeconds)));
    headline.set(state.verdict);
    headline.colour(Palette.readable(state.verdictRgb));
  }
}
