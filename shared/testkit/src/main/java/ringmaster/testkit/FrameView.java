package ringmaster.testkit;

import java.util.ArrayList;
import java.util.List;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.MatchSettings;

/**
 * A frame read by names: that of the server, or what one player holds. It is of the moment; the
 * next tick may change it.
 */
public final class FrameView {
  private final Game game;
  private final MatchSettings settings;
  private final EntityFrame truth;
  private final EntityFrame frame;

  /**
   * @param truth knows whose entities are, which players are not told
   */
  FrameView(Game game, MatchSettings settings, EntityFrame truth, EntityFrame frame) {
    this.game = game;
    this.settings = settings;
    this.truth = truth;
    this.frame = frame;
  }

  /** The frame itself. */
  public EntityFrame frame() {
    return frame;
  }

  /** All entities of a type, in the order of their slots. */
  public List<TestEntity> entities(String type) {
    int index = type(type);
    List<TestEntity> found = new ArrayList<>();
    for (int slot = 0; slot < frame.capacity(); slot++) {
      if (frame.type(slot) == index) {
        found.add(entity(slot));
      }
    }
    return found;
  }

  /** The value of a field of the one entity of its type, in its unit. */
  public float value(String type, String field) {
    List<TestEntity> all = entities(type);
    if (all.size() != 1) {
      throw new IllegalArgumentException(
          "there are " + all.size() + " entities " + type + ", not one" + at());
    }
    return all.getFirst().get(field);
  }

  /** Whether a seat's entity of a type is there: a dead player has no body. */
  public boolean has(String type, int seat) {
    return slot(type(type), seat) >= 0;
  }

  /**
   * The value of a field of a seat's entity of a type, in its unit. A field that the viewer may not
   * know has its smallest value.
   */
  public float value(String type, int seat, String field) {
    int slot = slot(type(type), seat);
    if (slot < 0) {
      throw new IllegalArgumentException("seat " + seat + " has no " + type + at());
    }
    return entity(slot).get(field);
  }

  private TestEntity entity(int slot) {
    EntityType type = frame.schema().types().get(frame.type(slot));
    return new TestEntity(
        type.name(),
        slot,
        frame.generation(slot),
        Fields.of(type.fields(), field -> frame.get(slot, field)));
  }

  /** Where the game says that a seat's entities are, else the first that the seat owns. */
  private int slot(int type, int seat) {
    for (int slot : new int[] {game.playerSlot(seat), game.bodySlot(settings, seat)}) {
      if (slot >= 0 && frame.type(slot) == type) {
        return slot;
      }
    }
    for (int slot = 0; slot < frame.capacity(); slot++) {
      boolean owned =
          truth.present(slot) && truth.access(slot, seat) == EntityFrame.ACCESS_LEVELS - 1;
      if (owned && frame.type(slot) == type) {
        return slot;
      }
    }
    return -1;
  }

  private int type(String name) {
    List<String> names = frame.schema().types().stream().map(EntityType::name).toList();
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("there are no entities " + name + "; there are " + names);
    }
    return index;
  }

  private String at() {
    return " after tick " + frame.tick();
  }
}
