package ringmaster.shared.arena;

import java.util.Arrays;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.state.StateVisitor;

/**
 * What each seat's player and each team has done while it counts. A team keeps what a player scored
 * for it who has left.
 */
final class Scores {
  /** Both ways; a kill a second for four hours stays below. */
  static final int MAX_SCORE = 32767;

  /** Rail and rocket fired without a pause for four hours stay below: 2.25 shots a second. */
  static final int MAX_COUNT = 65535;

  /** Nobody is ahead of all others. */
  static final int NOBODY = 0;

  private final Players players;
  private final Teams teams;
  private final MatchTimer timer;

  /** By team; nothing for 0. */
  private final int[] teamScore = new int[Teams.MAX + 1];

  Scores(Players players, Teams teams, MatchTimer timer) {
    this.players = players;
    this.teams = teams;
    this.timer = timer;
  }

  /** All begin anew. */
  void reset() {
    players.reset();
    Arrays.fill(teamScore, 0);
  }

  /**
   * @param team 1 or 2; 0 without teams
   */
  int teamScore(int team) {
    return teamScore[team];
  }

  private int score(int seat) {
    return players.tally(seat, SkirmishSlots.PLAYER_SCORE);
  }

  /** Who is ahead of all others: a team, or a seat plus 1 without teams, or {@link #NOBODY}. */
  int leader() {
    if (teams.play()) {
      int lead = Integer.compare(teamScore[1], teamScore[2]);
      return lead == 0 ? NOBODY : lead > 0 ? 1 : 2;
    }
    int leader = NOBODY;
    int best = Integer.MIN_VALUE;
    for (int seat = 0; seat < players.seats(); seat++) {
      if (players.seated(seat) && score(seat) >= best) {
        leader = score(seat) == best ? NOBODY : seat + 1;
        best = score(seat);
      }
    }
    return leader;
  }

  /** What {@link #leader} has; 0 for nobody. */
  int leaderScore() {
    int leader = leader();
    return leader == NOBODY ? 0 : teams.play() ? teamScore[leader] : score(leader - 1);
  }

  void countShot(int seat) {
    count(seat, SkirmishSlots.PLAYER_SHOTS);
  }

  /** A shot that hurt an opponent, however many it hurt. */
  void countHit(int seat) {
    count(seat, SkirmishSlots.PLAYER_HITS);
  }

  private void count(int seat, int tally) {
    if (timer.playing()) {
      players.count(seat, tally);
    }
  }

  void countDeath(int victim, int killer) {
    count(victim, SkirmishSlots.PLAYER_DEATHS);
    if (killer == victim) {
      award(victim, -1);
    } else {
      count(killer, SkirmishSlots.PLAYER_KILLS);
      award(killer, 1);
    }
  }

  private void award(int seat, int points) {
    if (timer.playing()) {
      players.add(seat, SkirmishSlots.PLAYER_SCORE, points);
      int team = teams.of(seat);
      if (team != Teams.NONE) {
        teamScore[team] = Math.clamp(teamScore[team] + points, -MAX_SCORE, MAX_SCORE);
      }
    }
  }

  void visit(StateVisitor visitor) {
    visitor.ints(teamScore, teamScore.length);
  }
}
