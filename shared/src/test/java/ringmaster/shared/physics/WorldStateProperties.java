package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ringmaster.shared.math.Rng;
import ringmaster.shared.state.StateFormatException;

/** A world that was restored goes on as the one that was saved, bit for bit, whatever happens. */
final class WorldStateProperties {
  private static final int BODIES = 60;
  private static final int STEPS = 300;
  private static final int SEEDS = 20;

  private static Stream<Arguments> seeds() {
    return LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> Arguments.of(seed, seed % 2 == 0));
  }

  private static World played(long seed, boolean sleep, int steps) {
    World world = Antics.world(sleep);
    play(world, new Antics(seed, BODIES), steps);
    return world;
  }

  private static void play(World world, Antics antics, int steps) {
    antics.populate(world);
    for (int step = 0; step < steps; step++) {
      antics.act(world);
      world.step();
    }
  }

  /** Restores at random, now into the same other world, now into a fresh one. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theRestoredGoesOnAsTheSaved(long seed, boolean sleep) {
    Rng dice = new Rng(seed);
    World world = Antics.world(sleep);
    Antics antics = new Antics(seed, BODIES);
    antics.populate(world);
    World other = played(seed + 100, sleep, 60);
    World twin = other;
    Antics twins = antics.copy();
    Lab.restore(twin, Lab.save(world));
    for (int step = 0; step < STEPS; step++) {
      String where = "seed " + seed + ", step " + step;
      antics.act(world);
      twins.act(twin);
      // Between calls and step too: destroyed bodies still have their slots, forces wait.
      if (dice.nextBoolean(0.1f)) {
        twin = dice.nextBoolean(0.5f) ? other : Antics.world(sleep);
        Lab.restore(twin, Lab.save(world));
        assertEquals(world.hash(), twin.hash(), where + ", restored");
      }
      world.step();
      twin.step();
      assertEquals(world.hash(), twin.hash(), where);
    }
  }

  @ParameterizedTest
  @CsvSource({"11, false", "12, true"})
  void savingChangesNothingAndRestoringIsItsInverse(long seed, boolean sleep) {
    World world = played(seed, sleep, 60);
    byte[] saved = Lab.save(world);
    assertArrayEquals(saved, Lab.save(world), "seed " + seed);
    World fresh = Antics.world(sleep);
    Lab.restore(fresh, saved);
    assertArrayEquals(saved, Lab.save(fresh), "seed " + seed);
    assertEquals(world.bodies().count(), fresh.bodies().count());
    assertEquals(world.joints().count(), fresh.joints().count());
  }

  /** Handles of before are good after, and none is given twice. */
  @Test
  void handlesOutliveARestore() {
    World world = played(13, true, 60);
    World fresh = Antics.world(true);
    Lab.restore(fresh, Lab.save(world));
    for (int slot = 0; slot < world.bodies().slots(); slot++) {
      assertEquals(world.bodies().at(slot), fresh.bodies().at(slot));
    }
    BodyKind kind = Lab.moving(Shape.circle(1), Lab.STONE);
    assertEquals(world.bodies().create(kind, 0, 0), fresh.bodies().create(kind, 0, 0));
  }

  @Test
  void restoringGoesBackInTime() {
    World world = Antics.world(true);
    Antics antics = new Antics(14, BODIES);
    play(world, antics, 50);
    byte[] saved = Lab.save(world);
    Antics again = antics.copy();
    long[] hashes = new long[100];
    for (int step = 0; step < hashes.length; step++) {
      antics.act(world);
      world.step();
      hashes[step] = world.hash();
    }
    Lab.restore(world, saved);
    for (int step = 0; step < hashes.length; step++) {
      again.act(world);
      world.step();
      assertEquals(hashes[step], world.hash(), "step " + step);
    }
  }

  /** A small world, so that every byte can be tried. */
  private static World small() {
    World world = Antics.world(true);
    play(world, new Antics(21, 20), 40);
    return world;
  }

  @Test
  void aFlippedByteIsRefusedOrSeen() {
    World world = small();
    byte[] saved = Lab.save(world);
    Rng rng = new Rng(22);
    int refused = 0;
    World fresh = Antics.world(true);
    for (int at = 0; at < saved.length; at++) {
      byte[] bent = saved.clone();
      bent[at] ^= (byte) (1 + rng.nextInt(255));
      try {
        Lab.restore(fresh, bent);
        assertNotEquals(world.hash(), fresh.hash(), "byte " + at);
      } catch (StateFormatException e) {
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError("byte " + at + " of " + saved.length, e);
      }
    }
    assertTrue(refused > 0);
    Lab.restore(fresh, saved);
    assertEquals(world.hash(), fresh.hash());
  }

  @Test
  void whatIsCutOffOrTooLongIsRefused() {
    byte[] saved = Lab.save(small());
    World fresh = Antics.world(true);
    for (int length = 0; length < saved.length; length++) {
      byte[] cut = Arrays.copyOf(saved, length);
      assertThrows(
          StateFormatException.class, () -> Lab.restore(fresh, cut), cut.length + " bytes");
    }
    byte[] longer = Arrays.copyOf(saved, saved.length + 1);
    assertThrows(StateFormatException.class, () -> Lab.restore(fresh, longer));
    Lab.restore(fresh, saved);
    fresh.step();
  }

  @Test
  void aStateOfOtherSettingsIsRefused() {
    byte[] saved = Lab.save(small());
    for (WorldSettings settings :
        new WorldSettings[] {
          new WorldSettings(0, -10, 1f / 60, 8, true),
          new WorldSettings(0.5f, -9, 1f / 60, 8, true),
          new WorldSettings(0.5f, -10, 1f / 30, 8, true),
          new WorldSettings(0.5f, -10, 1f / 60, 8, false)
        }) {
      World other = new World(settings);
      assertThrows(StateFormatException.class, () -> Lab.restore(other, saved));
    }
  }
}
