package ringmaster.shared.interest;

import java.util.BitSet;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Place;

/**
 * Where everything is that a match shows, made anew once a tick and asked by all its viewers: a
 * uniform grid, of each cell the slots in it. The union of the cells around a viewer is ascending
 * by itself. Allocates nothing after construction.
 */
public final class InterestGrid {
  /** Along a side: bounds the memory for maps that are large beside the view radius. */
  private static final int MAX_CELLS = 32;

  /** Of the view radius: the cells around a viewer cover little more than what it can see. */
  private static final float CELL_RATIO = 0.5f;

  private final InterestRules rules;
  private final int side;
  private final float cellMeters;
  private final BitSet[] cells;
  private final BitSet[] ofSeat = new BitSet[MatchSettings.MAX_PLAYERS];
  private final BitSet everywhere;
  private final BitSet present;
  private final float[] x;
  private final float[] y;
  private EntityFrame frame;

  public InterestGrid(InterestRules rules) {
    this.rules = rules;
    float mapMeters = rules.mapMeters();
    cellMeters = Math.max(CELL_RATIO * rules.enterMeters, mapMeters / MAX_CELLS);
    side = Math.max(1, (int) Math.ceil(mapMeters / cellMeters));
    int capacity = rules.schema().capacity();
    cells = sets(new BitSet[side * side], capacity);
    sets(ofSeat, capacity);
    everywhere = new BitSet(capacity);
    present = new BitSet(capacity);
    x = new float[capacity];
    y = new float[capacity];
    frame = new EntityFrame(rules.schema());
  }

  private static BitSet[] sets(BitSet[] empty, int capacity) {
    for (int i = 0; i < empty.length; i++) {
      empty[i] = new BitSet(capacity);
    }
    return empty;
  }

  /** Takes in what there is to see after a tick; the frame is looked at until the next. */
  public void rebuild(EntityFrame newFrame) {
    frame = newFrame;
    clear();
    for (int slot = 0; slot < frame.capacity(); slot++) {
      if (frame.present(slot)) {
        add(slot);
      }
    }
  }

  private void clear() {
    for (BitSet cell : cells) {
      cell.clear();
    }
    for (BitSet owned : ofSeat) {
      owned.clear();
    }
    everywhere.clear();
    present.clear();
  }

  private void add(int slot) {
    present.set(slot);
    if (frame.owner(slot) != EntityFrame.NOBODY) {
      ofSeat[frame.owner(slot)].set(slot);
    }
    Place place = rules.place(frame.type(slot));
    if (place == null) {
      everywhere.set(slot);
      return;
    }
    x[slot] = frame.get(slot, place.xField());
    y[slot] = frame.get(slot, place.yField());
    cells[index(y[slot]) * side + index(x[slot])].set(slot);
  }

  /** What is outside the map is in a cell at its edge. */
  private int index(float meters) {
    return Math.clamp((int) (meters / cellMeters + 0.5f * side), 0, side - 1);
  }

  InterestRules rules() {
    return rules;
  }

  EntityFrame frame() {
    return frame;
  }

  /** Where the entity of a slot is, metres; meaningful where its type has a place. */
  float x(int slot) {
    return x[slot];
  }

  float y(int slot) {
    return y[slot];
  }

  /** Finds all there is. */
  void findAll(BitSet found) {
    found.clear();
    found.or(present);
  }

  /** Finds what concerns everybody, what a seat owns, and at least what is so near to a place. */
  void find(int seat, float atX, float atY, float withinMeters, BitSet found) {
    found.clear();
    found.or(everywhere);
    found.or(ofSeat[seat]);
    int lastColumn = index(atX + withinMeters);
    int lastRow = index(atY + withinMeters);
    for (int row = index(atY - withinMeters); row <= lastRow; row++) {
      for (int column = index(atX - withinMeters); column <= lastColumn; column++) {
        found.or(cells[row * side + column]);
      }
    }
  }
}
