package ringmaster.client.hud;

import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.TextStyle;

/** How long the match still goes, and how the player stands. */
final class MatchPanel {
  private static final int URGENT_SECONDS = 30;
  private static final int NEVER = Integer.MIN_VALUE;

  private final Label time =
      new Label("time", new TextStyle(TextStyle.FIGURES.face(), 22), Palette.TEXT).aligned(0.5f);
  private final Label standing = new Label("standing", TextStyle.SMALL, Palette.TEXT).aligned(0.5f);
  private final Flow column =
      Flow.column("match-panel", 0).padded(7).on(Palette.GLASS, 8).add(time).add(standing);

  private int shownSeconds = NEVER;
  private int shownScore = NEVER;
  private int shownRank = NEVER;
  private int shownPlayers = NEVER;

  Flow widget() {
    return column;
  }

  void update(HudState state) {
    column.setVisible(state.inMatch && !state.results);
    showTime(state.remainingSeconds);
    standing.setVisible(!state.spectating);
    showStanding(state);
  }

  private void showTime(int seconds) {
    if (shownSeconds != seconds) {
      shownSeconds = seconds;
      time.set(clock(seconds));
      time.colour(seconds <= URGENT_SECONDS ? Palette.WARNING : Palette.TEXT);
    }
  }

  private void showStanding(HudState state) {
    if (shownScore != state.score || shownRank != state.rank || shownPlayers != state.players) {
      shownScore = state.score;
      shownRank = state.rank;
      shownPlayers = state.players;
      String points = state.score == 1 ? " point" : " points";
      standing.set(state.score + points + "  ·  " + ordinal(state.rank) + " of " + state.players);
    }
  }

  /** Minutes and seconds. */
  static String clock(int seconds) {
    int left = Math.max(0, seconds);
    int second = left % 60;
    return left / 60 + (second < 10 ? ":0" : ":") + second;
  }

  /** As a person says it: 1st, 2nd, 11th. */
  static String ordinal(int rank) {
    boolean teen = rank % 100 / 10 == 1;
    String suffix =
        switch (teen ? 0 : rank % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return rank + suffix;
  }
}
