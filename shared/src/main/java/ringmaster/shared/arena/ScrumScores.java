package ringmaster.shared.arena;

import ringmaster.shared.state.StateVisitor;

/** Who has a seat, what each seat's player has done, and both teams' goals. */
final class ScrumScores {
  /** A goal every two seconds of celebration for four hours stays below. */
  static final int MAX_GOALS = 8191;

  /** A shove each 1.5 s for four hours stays below, and so do touches at four a second. */
  static final int MAX_COUNT = 65535;

  private static final int TEAMS = 2;

  private final Seats seats;
  private final int[] score;
  private final int[] shoves;
  private final int[] touches;
  private final int[] goals = new int[TEAMS];

  ScrumScores(int seats) {
    this.seats = new Seats(seats);
    score = new int[seats];
    shoves = new int[seats];
    touches = new int[seats];
  }

  void join(int seat) {
    seats.join(seat);
    score[seat] = 0;
    shoves[seat] = 0;
    touches[seat] = 0;
  }

  void leave(int seat) {
    seats.leave(seat);
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

  int shoves(int seat) {
    return shoves[seat];
  }

  int touches(int seat) {
    return touches[seat];
  }

  /** Of team 1 or 2. */
  int goals(int team) {
    return goals[team - 1];
  }

  /** The team that is ahead, or {@link Teams#NONE}. */
  int leader() {
    return goals[0] == goals[1] ? Teams.NONE : goals[0] > goals[1] ? 1 : 2;
  }

  /**
   * @param seat who is credited with it, or {@link BallTouches#NOBODY}
   */
  void countGoal(int team, int seat) {
    goals[team - 1] = Math.min(goals[team - 1] + 1, MAX_GOALS);
    if (seat != BallTouches.NOBODY) {
      score[seat] = Math.min(score[seat] + 1, MAX_GOALS);
    }
  }

  void countShove(int seat) {
    shoves[seat] = Math.min(shoves[seat] + 1, MAX_COUNT);
  }

  void countTouch(int seat) {
    touches[seat] = Math.min(touches[seat] + 1, MAX_COUNT);
  }

  void visit(StateVisitor visitor) {
    seats.visit(visitor);
    visitor.ints(score, score.length);
    visitor.ints(shoves, shoves.length);
    visitor.ints(touches, touches.length);
    visitor.ints(goals, TEAMS);
  }
}
