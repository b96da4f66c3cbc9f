package ringmaster.shared.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.protocol.Limits;

class FrameRingTest {
  private static final EntitySchema SCHEMA =
      new EntitySchema(
          List.of(
              new EntityType(
                  "thing",
                  List.of(EntityField.count("value", 0, 1000)),
                  EntityType.Shape.NONE,
                  0,
                  0)),
          4);

  private final FrameRing ring = new FrameRing(SCHEMA);

  private void commit(int tick, int... values) {
    EntityFrame frame = ring.begin(tick);
    for (int slot = 0; slot < values.length; slot++) {
      if (values[slot] >= 0) {
        frame.put(slot, 0, 0);
        frame.setQuantized(slot, 0, values[slot]);
      }
    }
    ring.commit(tick);
  }

  @Test
  void anEmptyRingHasNothing() {
    assertEquals(-1, ring.newestTick());
    assertNull(ring.find(-1));
    assertNull(ring.find(0));
    assertNull(ring.find(Integer.MIN_VALUE));
    assertNull(ring.find(Integer.MAX_VALUE));
  }

  @Test
  void framesAreKeptForTheHistoryAndNoLonger() {
    for (int tick = 0; tick <= 1_000; tick++) {
      commit(tick, tick % 7);
    }
    assertEquals(1_000, ring.newestTick());
    for (int tick = 1_000 - Limits.FRAME_HISTORY + 1; tick <= 1_000; tick++) {
      EntityFrame frame = ring.find(tick);
      assertNotNull(frame);
      assertEquals(tick % 7, frame.quantized(0, 0));
    }
    assertNull(ring.find(1_000 - Limits.FRAME_HISTORY));
    assertNull(ring.find(1_001));
  }
}
