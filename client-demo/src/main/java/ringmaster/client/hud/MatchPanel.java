package ringmaster.client.hud;

import java.util.List;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.TextStyle;
import ringmaster.shared.game.Simulation.Phase;

/** How long the match still goes, and how the player stands. */
final class MatchPanel {
  private static final int URGENT_SECONDS = 30;
  private static final float TEAM_WIDTH = 118; // of the longest name and three figures
  private static final int NEVER = Integer.MIN_VALUE;

  private final Label time =
      new Label("time", new TextStyle(TextStyle.FIGURES.face(), 22), Palette.TEXT).aligned(0.5f);
  private final Label standing = new Label("standing", TextStyle.SMALL, Palette.TEXT).aligned(0.5f);
  private final Label phase = new Label("phase", TextStyle.STRONG, Palette.TEXT).aligned(0.5f);
  private final Label[] teams = {
    new Label("team-1", TextStyle.HEADING, Palette.TEXT).aligned(1),
    new Label("team-2", TextStyle.HEADING, Palette.TEXT)
  };
  private final Flow teamRow =
      Flow.row("teams", 8)
          .add(teams[0], TEAM_WIDTH)
          .add(new Label("teams-colon", ":", TextStyle.HEADING, Palette.TEXT_SOFT))
          .add(teams[1], TEAM_WIDTH);
  private final Flow column =
      Flow.column("match-panel", 0)
          .padded(7)
          .on(Palette.GLASS, 8)
          .add(teamRow)
          .add(time)
          .add(phase)
          .add(standing);

  private List<HudState.Team> shownTeams = List.of();
  private Phase shownPhase = Phase.OVER;
  private int shownSeconds = NEVER;
  private int shownScore = NEVER;
  private int shownRank = NEVER;
  private int shownPlayers = NEVER;
  private int shownTeam = NEVER;

  Flow widget() {
    return column;
  }

  void update(HudState state) {
    column.setVisible(state.inMatch && !state.results());
    showTeams(state.teams);
    showPhase(state);
    showTime(state.remainingSeconds);
    standing.setVisible(!state.spectating && state.phase != Phase.WARM_UP);
    showStanding(state);
  }

  private void showTeams(List<HudState.Team> now) {
    teamRow.setVisible(now.size() == teams.length);
    if (now == shownTeams || now.size() != teams.length) {
      return;
    }
    shownTeams = now;
    teams[0].set(now.get(0).name() + "  " + now.get(0).score());
    teams[1].set(now.get(1).score() + "  " + now.get(1).name());
    for (int i = 0; i < teams.length; i++) {
      teams[i].colour(Palette.readable(now.get(i).rgb()));
    }
  }

  /** The warm-up has no clock but its own sentence. */
  private void showPhase(HudState state) {
    Phase now = state.phase;
    time.setVisible(now != Phase.WARM_UP);
    phase.setVisible(now == Phase.WARM_UP || now == Phase.OVERTIME);
    if (now == shownPhase && state.remainingSeconds == shownSeconds) {
      return;
    }
    shownPhase = now;
    phase.set(now == Phase.WARM_UP ? warmUp(state.remainingSeconds) : state.overtime);
    phase.colour(now == Phase.WARM_UP ? Palette.TEXT : Palette.WARNING);
  }

  private static String warmUp(int seconds) {
    return seconds == 0 ? "Warm-up: waiting for players" : "Warm-up: starts in " + seconds + " s";
  }

  private void showTime(int seconds) {
    if (shownSeconds != seconds) {
      shownSeconds = seconds;
      time.set(clock(seconds));
      time.colour(seconds <= URGENT_SECONDS ? Palette.WARNING : Palette.TEXT);
    }
  }

  private void showStanding(HudState state) {
    if (shownScore == state.score
        && shownRank == state.rank
        && shownPlayers == state.players
        && shownTeam == state.ownTeam) {
      return;
    }
    shownScore = state.score;
    shownRank = state.rank;
    shownPlayers = state.players;
    shownTeam = state.ownTeam;
    String points = state.score + (state.score == 1 ? " point" : " points");
    standing.set(points + "  ·  " + (shownTeam == 0 ? rank(state) : team(state)));
  }

  private static String rank(HudState state) {
    return ordinal(state.rank) + " of " + state.players;
  }

  private static String team(HudState state) {
    boolean known = state.ownTeam <= state.teams.size();
    return known ? state.teams.get(state.ownTeam - 1).name() + " team" : "";
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
