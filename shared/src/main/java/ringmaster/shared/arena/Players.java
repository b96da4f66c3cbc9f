package ringmaster.shared.arena;

import java.util.Arrays;
import java.util.List;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.state.StateVisitor;

/**
 * Who has a seat, and the tallies of what each seat's player has done: the first columns of the
 * entity type player. A tally stops at the limits of its field.
 */
final class Players {
  private final int seats;
  private final int[] least;
  private final int[] most;

  /** By field, then by seat. */
  private final int[][] tallies;

  private final byte[] seated;
  private final int[] generation;

  Players(int seats, List<EntityField> fields) {
    this.seats = seats;
    least = fields.stream().mapToInt(field -> (int) field.min()).toArray();
    most = fields.stream().mapToInt(field -> (int) field.max()).toArray();
    tallies = new int[fields.size()][seats];
    seated = new byte[seats];
    generation = new int[seats];
  }

  int seats() {
    return seats;
  }

  void join(int seat) {
    seated[seat] = 1;
    generation[seat]++;
    for (int[] tally : tallies) {
      tally[seat] = 0;
    }
  }

  void leave(int seat) {
    seated[seat] = 0;
  }

  /** All begin anew. */
  void reset() {
    for (int[] tally : tallies) {
      Arrays.fill(tally, 0);
    }
  }

  boolean seated(int seat) {
    return seated[seat] != 0;
  }

  /** How many there are. */
  int size() {
    int size = 0;
    for (byte one : seated) {
      size += one;
    }
    return size;
  }

  int tally(int seat, int field) {
    return tallies[field][seat];
  }

  void count(int seat, int field) {
    add(seat, field, 1);
  }

  void add(int seat, int field, int points) {
    tallies[field][seat] = Math.clamp(tallies[field][seat] + points, least[field], most[field]);
  }

  /** Shows all that are there, but for what is the game's own. */
  void capture(EntityFrame frame, Teams teams) {
    for (int seat = 0; seat < seats; seat++) {
      if (seated(seat)) {
        int slot = ArenaSlots.FIRST_PLAYER + seat;
        frame.put(slot, ArenaSlots.PLAYER, generation[seat]);
        frame.own(slot, seat);
        for (int field = 0; field < tallies.length; field++) {
          frame.set(slot, field, tallies[field][seat]);
        }
        frame.setQuantized(slot, tallies.length, teams.of(seat));
      }
    }
  }

  void visit(StateVisitor visitor) {
    visitor.bytes(seated, seats);
    visitor.ints(generation, seats);
    for (int[] tally : tallies) {
      visitor.ints(tally, seats);
    }
  }
}
