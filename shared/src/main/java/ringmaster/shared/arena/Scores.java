package ringmaster.shared.arena;

import ringmaster.shared.state.StateVisitor;

/** Who has a seat, and what each seat's player has done; counters stop at their limits. */
final class Scores {
  /** Both ways; a kill a second for four hours stays below. */
  static final int MAX_SCORE = 32767;

  /** Rail and rocket fired without a pause for four hours stay below: 2.25 shots a second. */
  static final int MAX_COUNT = 65535;

  private final int seats;
  private final byte[] seated;
  private final int[] generation;
  private final int[] score;
  private final int[] shots;
  private final int[] hits;
  private final int[] kills;
  private final int[] deaths;

  Scores(int seats) {
    this.seats = seats;
    seated = new byte[seats];
    generation = new int[seats];
    score = new int[seats];
    shots = new int[seats];
    hits = new int[seats];
    kills = new int[seats];
    deaths = new int[seats];
  }

  void join(int seat) {
    seated[seat] = 1;
    generation[seat]++;
    score[seat] = 0;
    shots[seat] = 0;
    hits[seat] = 0;
    kills[seat] = 0;
    deaths[seat] = 0;
  }

  void leave(int seat) {
    seated[seat] = 0;
  }

  boolean seated(int seat) {
    return seated[seat] != 0;
  }

  /** Seats that are taken. */
  int players() {
    int players = 0;
    for (int seat = 0; seat < seats; seat++) {
      players += seated[seat];
    }
    return players;
  }

  /** Tells the seat's present player from earlier ones. */
  int generation(int seat) {
    return generation[seat];
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

  void countShot(int seat) {
    shots[seat] = Math.min(shots[seat] + 1, MAX_COUNT);
  }

  /** A shot that hurt an opponent, however many it hurt. */
  void countHit(int seat) {
    hits[seat] = Math.min(hits[seat] + 1, MAX_COUNT);
  }

  void countDeath(int victim, int killer) {
    deaths[victim] = Math.min(deaths[victim] + 1, MAX_COUNT);
    if (killer == victim) {
      score[victim] = Math.max(score[victim] - 1, -MAX_SCORE);
    } else {
      kills[killer] = Math.min(kills[killer] + 1, MAX_COUNT);
      score[killer] = Math.min(score[killer] + 1, MAX_SCORE);
    }
  }

  void visit(StateVisitor visitor) {
    visitor.bytes(seated, seats);
    visitor.ints(generation, seats);
    visitor.ints(score, seats);
    visitor.ints(shots, seats);
    visitor.ints(hits, seats);
    visitor.ints(kills, seats);
    visitor.ints(deaths, seats);
  }
}
