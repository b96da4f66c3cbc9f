package ringmaster.shared.arena;

import java.util.Arrays;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.state.StateVisitor;

/**
 * Who has a seat, and what each seat's player and each team has done while it counts; counters stop
 * at their limits. A team keeps what a player scored for it who has left.
 */
final class Scores {
  /** Both ways; a kill a second for four hours stays below. */
  static final int MAX_SCORE = 32767;

  /** Rail and rocket fired without a pause for four hours stay below: 2.25 shots a second. */
  static final int MAX_COUNT = 65535;

  /** Nobody is ahead of all others. */
  static final int NOBODY = 0;

  private final Seats seats;
  private final Teams teams;
  private final MatchTimer timer;
  private final int[] score;
  private final int[] shots;
  private final int[] hits;
  private final int[] kills;
  private final int[] deaths;

  /** By team; nothing for 0. */
  private final int[] teamScore = new int[Teams.MAX + 1];

  Scores(int seats, Teams teams, MatchTimer timer) {
    this.seats = new Seats(seats);
    this.teams = teams;
    this.timer = timer;
    score = new int[seats];
    shots = new int[seats];
    hits = new int[seats];
    kills = new int[seats];
    deaths = new int[seats];
  }

  void join(int seat) {
    seats.join(seat);
    score[seat] = 0;
    shots[seat] = 0;
    hits[seat] = 0;
    kills[seat] = 0;
    deaths[seat] = 0;
  }

  void leave(int seat) {
    seats.leave(seat);
  }

  /** All begin anew. */
  void reset() {
    Arrays.fill(score, 0);
    Arrays.fill(shots, 0);
    Arrays.fill(hits, 0);
    Arrays.fill(kills, 0);
    Arrays.fill(deaths, 0);
    Arrays.fill(teamScore, 0);
  }

  boolean seated(int seat) {
    return seats.taken(seat);
  }

  /** Seats that are taken. */
  int players() {
    return seats.players();
  }

  /** Tells the seat's present player from earlier ones. */
  int generation(int seat) {
    return seats.generation(seat);
  }

  int score(int seat) {
    return score[seat];
  }

  int shots(int seat) {
    return shots[seat];
  }

  int hits(int seat) {
    return hits[seat];
  }

  int kills(int seat) {
    return kills[seat];
  }

  int deaths(int seat) {
    return deaths[seat];
  }

  /**
   * @param team 1 or 2; 0 without teams
   */
  int teamScore(int team) {
    return teamScore[team];
  }

  /** Who is ahead of all others: a team, or a seat plus 1 without teams, or {@link #NOBODY}. */
  int leader() {
    if (teams.play()) {
      int lead = Integer.compare(teamScore[1], teamScore[2]);
      return lead == 0 ? NOBODY : lead > 0 ? 1 : 2;
    }
    int leader = NOBODY;
    int best = Integer.MIN_VALUE;
    for (int seat = 0; seat < score.length; seat++) {
      if (seated(seat) && score[seat] >= best) {
        leader = score[seat] == best ? NOBODY : seat + 1;
        best = score[seat];
      }
    }
    return leader;
  }

  /** What {@link #leader} has; 0 for nobody. */
  int leaderScore() {
    int leader = leader();
    return leader == NOBODY ? 0 : teams.play() ? teamScore[leader] : score[leader - 1];
  }

  void countShot(int seat) {
    if (timer.playing()) {
      shots[seat] = Math.min(shots[seat] + 1, MAX_COUNT);
    }
  }

  /** A shot that hurt an opponent, however many it hurt. */
  void countHit(int seat) {
    if (timer.playing()) {
      hits[seat] = Math.min(hits[seat] + 1, MAX_COUNT);
    }
  }

  void countDeath(int victim, int killer) {
    if (!timer.playing()) {
      return;
    }
    deaths[victim] = Math.min(deaths[victim] + 1, MAX_COUNT);
    if (killer == victim) {
      add(victim, -1);
    } else {
      kills[killer] = Math.min(kills[killer] + 1, MAX_COUNT);
      add(killer, 1);
    }
  }

  private void add(int seat, int points) {
    score[seat] = Math.clamp(score[seat] + points, -MAX_SCORE, MAX_SCORE);
    int team = teams.of(seat);
    if (team != Teams.NONE) {
      teamScore[team] = Math.clamp(teamScore[team] + points, -MAX_SCORE, MAX_SCORE);
    }
  }

  void visit(StateVisitor visitor) {
    seats.visit(visitor);
    visitor.ints(score, score.length);
    visitor.ints(shots, shots.length);
    visitor.ints(hits, hits.length);
    visitor.ints(kills, kills.length);
    visitor.ints(deaths, deaths.length);
    visitor.ints(teamScore, teamScore.length);
  }
}
