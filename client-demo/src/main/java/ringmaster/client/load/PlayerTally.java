package ringmaster.client.load;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityType;

/**
 * Adds up what a player's {@code player} entity counts. The entity counts within a match: with the
 * next one it starts again from 0.
 */
final class PlayerTally {
  private final Count shots = new Count("shots");
  private final Count hits = new Count("hits");
  private final Count deaths = new Count("deaths");

  long shots() {
    return shots.sum;
  }

  long hits() {
    return hits.sum;
  }

  long deaths() {
    return deaths.sum;
  }

  /**
   * Looks at the entity after a snapshot.
   *
   * @param slot where it is; -1 if the game has none
   * @param counting whether to add what it counted since the last look
   */
  void look(EntityFrame frame, int slot, boolean counting) {
    if (slot < 0 || !frame.present(slot)) {
      return;
    }
    shots.look(frame, slot, counting);
    hits.look(frame, slot, counting);
    deaths.look(frame, slot, counting);
  }

  /** One field of it. */
  private static final class Count {
    private final String name;
    private int type = EntityFrame.EMPTY;
    private int field;
    private int last;
    private long sum;

    Count(String name) {
      this.name = name;
    }

    void look(EntityFrame frame, int slot, boolean counting) {
      if (frame.type(slot) != type) {
        type = frame.type(slot);
        field = indexOf(frame.schema().types().get(type));
      }
      if (field < 0) {
        return;
      }
      int now = Math.round(frame.get(slot, field));
      if (counting) {
        sum += now >= last ? now - last : now;
      }
      last = now;
    }

    /** A game need not count everything. */
    private int indexOf(EntityType entity) {
      boolean counted = entity.fields().stream().anyMatch(f -> f.name().equals(name));
      return counted ? entity.field(name) : -1;
    }
  }
}
