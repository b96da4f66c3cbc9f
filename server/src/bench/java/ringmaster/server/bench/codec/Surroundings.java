package ringmaster.server.bench.codec;

import java.util.List;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;

/** What concerns a viewer: whatever has no place, and what is near the viewer's own body. */
final class Surroundings {
  private static final float ENTER_METERS = 60;

  /** Further out, so that nobody on the border comes and goes with every step. */
  private static final float LEAVE_METERS = 66;

  private static final int NONE = -1;

  private final int bodySlot;
  private final boolean[] near;

  /** By type: the fields of its place, or NONE. */
  private final int[] xField;

  private final int[] yField;
  private float x;
  private float y;

  /**
   * @param bodySlot slot of the viewer's body; while it is away, all is seen from where it was
   */
  Surroundings(EntitySchema schema, int bodySlot) {
    this.bodySlot = bodySlot;
    near = new boolean[schema.capacity()];
    xField = schema.types().stream().mapToInt(type -> place(type, "x")).toArray();
    yField = schema.types().stream().mapToInt(type -> place(type, "y")).toArray();
  }

  private static int place(EntityType type, String name) {
    List<EntityField> fields = type.fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name) && fields.get(i).unit().equals("m")) {
        return i;
      }
    }
    return NONE;
  }

  /** Shows the viewer what concerns it now. */
  void look(EntityFrame frame, Sight sight) {
    sight.begin(frame);
    if (bodySlot >= 0 && frame.present(bodySlot)) {
      x = frame.get(bodySlot, xField[frame.type(bodySlot)]);
      y = frame.get(bodySlot, yField[frame.type(bodySlot)]);
    }
    for (int slot = 0; slot < near.length; slot++) {
      near[slot] =
          frame.present(slot) && meters(frame, slot) <= (near[slot] ? LEAVE_METERS : ENTER_METERS);
      if (near[slot]) {
        sight.add(slot);
      }
    }
  }

  /** How far an entity was from the body when it looked last; 0 of what has no place. */
  float meters(EntityFrame frame, int slot) {
    int type = frame.type(slot);
    if (!hasPlace(type)) {
      return 0;
    }
    float dx = frame.get(slot, xField[type]) - x;
    float dy = frame.get(slot, yField[type]) - y;
    return (float) Math.sqrt(dx * dx + dy * dy);
  }

  boolean hasPlace(int type) {
    return xField[type] != NONE && yField[type] != NONE;
  }
}
