package ringmaster.shared.arena;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.state.StateVisitor;

/** Which team each seat plays for, 1 or 2; 0 for nobody's, and for all where there are no teams. */
final class Teams {
  /** Everybody against everybody. */
  static final int NONE = 0;

  /** The highest team's number. */
  static final int MAX = 2;

  private final int seats;
  private final int teams;
  private final byte[] team;

  /**
   * @param teams 0 or 2
   */
  Teams(int seats, int teams) {
    this.seats = seats;
    this.teams = teams;
    team = new byte[seats];
  }

  /** Whether there are teams. */
  boolean play() {
    return teams > 0;
  }

  /** Puts a new player into the smaller team, the first if they are equal. */
  void join(int seat) {
    team[seat] = (byte) (!play() ? NONE : size(2) < size(1) ? 2 : 1);
  }

  void leave(int seat) {
    team[seat] = NONE;
  }

  int of(int seat) {
    return team[seat];
  }

  /** Whether two seats, or one, are on one side. */
  boolean together(int seat, int other) {
    return seat == other || (team[seat] != NONE && team[seat] == team[other]);
  }

  int size(int wanted) {
    int size = 0;
    for (int seat = 0; seat < seats; seat++) {
      size += team[seat] == wanted ? 1 : 0;
    }
    return size;
  }

  /** Tells a frame, for fields that only a team may see. */
  void capture(EntityFrame frame) {
    for (int seat = 0; seat < seats; seat++) {
      frame.team(seat, team[seat]);
    }
  }

  void visit(StateVisitor visitor) {
    visitor.bytes(team, seats);
    for (byte restored : team) {
      if (restored < NONE || restored > teams) {
        throw new StateFormatException("there is no team " + restored);
      }
    }
  }
}
