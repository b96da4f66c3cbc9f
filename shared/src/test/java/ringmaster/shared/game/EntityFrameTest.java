package ringmaster.shared.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.body.BodyFields;

class EntityFrameTest {
  private static final int TYPE = 0;
  private static final EntityField FACING = BodyFields.angle("facing");

  /** One entity in slot 1 of two, that faces somewhere. */
  private record Facing(float x, float radians) implements EntityView {
    @Override
    public int capacity() {
      return 2;
    }

    @Override
    public boolean present(int slot) {
      return slot == 1;
    }

    @Override
    public int type(int slot) {
      return TYPE;
    }

    @Override
    public int generation(int slot) {
      return 7;
    }

    @Override
    public float get(int slot, int field) {
      return field == 0 ? x : radians;
    }
  }

  private static EntityFrame frame() {
    List<EntityField> fields = List.of(new EntityField("x", "m", -10, 10, 0.5f), FACING);
    EntityType type = new EntityType("arrow", fields, EntityType.Shape.NONE, 0, 0);
    return new EntityFrame(new EntitySchema(List.of(type), 2, List.of()));
  }

  @Test
  void aFrameShowsAnyViewOnItsGrid() {
    EntityFrame frame = frame();
    frame.put(0, TYPE, 3);
    frame.copyFrom(new Facing(2.6f, 1), 40);
    assertEquals(40, frame.tick());
    assertFalse(frame.present(0), "what the view does not show is gone");
    assertEquals(7, frame.generation(1));
    assertEquals(2.5f, frame.get(1, 0));
    assertEquals(1, frame.get(1, 1), FACING.quantum());
  }

  /** Half way from the last step to the first the angle is beyond its range, on either side. */
  @Test
  void anglesOfAViewGoRound() {
    EntityFrame frame = frame();
    for (float radians : new float[] {-0.1f, (float) (2 * Math.PI) - 0.1f}) {
      frame.copyFrom(new Facing(0, radians), 1);
      assertEquals(2 * Math.PI - 0.1, frame.get(1, 1), 2 * FACING.quantum());
    }
    frame.copyFrom(new Facing(0, (float) (2 * Math.PI) + 0.1f), 1);
    assertEquals(0.1, frame.get(1, 1), 2 * FACING.quantum());
  }
}
