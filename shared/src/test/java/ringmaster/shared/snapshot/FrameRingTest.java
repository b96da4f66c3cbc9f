package ringmaster.shared.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.math.Rng;
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

  /** Whatever changes, comes and goes, as long as the frame itself would show it. */
  @Test
  void aSlotIsShownAsItsOwnFrameShowsIt() {
    Rng rng = new Rng(7);
    int newest = 0;
    for (int tick = 0; tick <= 2_000; tick++) {
      commit(tick, rng.nextInt(40) - 1, rng.nextInt(30) / 29, tick / 100, -1);
      for (int then = Math.max(0, tick - Limits.FRAME_HISTORY + 1); then <= tick; then++) {
        for (int slot = 0; slot < 4; slot++) {
          EntityFrame shown = ring.find(then, slot);
          assertNotNull(shown);
          assertTrue(shown.sameEntity(Objects.requireNonNull(ring.find(then)), slot));
          newest += shown == ring.newest() ? 1 : 0;
        }
      }
    }
    assertTrue(newest > 2_000 * Limits.FRAME_HISTORY, newest + " from the newest");
  }

  @Test
  void whoSeesMoreOrLessOfAnEntitySeesItChange() {
    commit(1, 5);
    commit(2, 5);
    assertSame(ring.newest(), ring.find(1, 0));
    EntityFrame taken = ring.begin(3);
    taken.put(0, 0, 0);
    taken.own(0, 1);
    taken.setQuantized(0, 0, 5);
    ring.commit(3);
    assertSame(ring.find(2), ring.find(2, 0), "another owner");
    EntityFrame joined = ring.begin(4);
    joined.put(0, 0, 0);
    joined.own(0, 1);
    joined.setQuantized(0, 0, 5);
    joined.team(1, 2);
    ring.commit(4);
    assertSame(ring.find(3), ring.find(3, 0), "the owner has a team now");
  }

  @Test
  void afterATickThatWasNotShownNothingIsTakenAsUnchanged() {
    commit(1, 5);
    commit(3, 5);
    assertNull(ring.find(2, 0));
    assertSame(ring.find(1), ring.find(1, 0));
  }
}
