package ringmaster.shared.arena;

import ringmaster.shared.state.StateVisitor;

/** Which seats are taken. */
final class Seats {
  private final byte[] taken;
  private final int[] generation;

  Seats(int seats) {
    taken = new byte[seats];
    generation = new int[seats];
  }

  void join(int seat) {
    taken[seat] = 1;
    generation[seat]++;
  }

  void leave(int seat) {
    taken[seat] = 0;
  }

  boolean taken(int seat) {
    return taken[seat] != 0;
  }

  /** How many are taken. */
  int players() {
    int players = 0;
    for (byte one : taken) {
      players += one;
    }
    return players;
  }

  /** Tells the seat's present player from earlier ones. */
  int generation(int seat) {
    return generation[seat];
  }

  void visit(StateVisitor visitor) {
    visitor.bytes(taken, taken.length);
    visitor.ints(generation, generation.length);
  }
}
