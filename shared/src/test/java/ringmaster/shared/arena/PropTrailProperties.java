package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Rewind;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BoxCast;
import ringmaster.shared.physics.CircleCast;
import ringmaster.shared.physics.World;
import ringmaster.shared.physics.WorldSettings;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.state.StateReader;
import ringmaster.shared.state.StateWriter;
import ringmaster.shared.time.TickRate;

class PropTrailProperties {
  private static final TickRate RATE = new TickRate(60);
  private static final int CRATES = 5;
  private static final int BARRELS = 3;
  private static final int TICKS = 400;

  /** Props that are put about by hand, and where each stood at the end of each tick. */
  private static final class Yard {
    final World world = new World(WorldSettings.fromAbove(RATE.stepSeconds(), 16));
    final Crates crates = new Crates(world, props("crate", CRATES));
    final Barrels barrels =
        new Barrels(world, world.newQueries(), props(Barrels.PROP, BARRELS), 1, RATE);
    final PropTrail trail = new PropTrail(world.bodies(), crates, barrels, RATE);
    final float[][][] history = new float[TICKS][CRATES + BARRELS][];

    private static List<GameMap.Prop> props(String kind, int count) {
      return IntStream.range(0, count)
          .mapToObj(i -> new GameMap.Prop(kind, 4 * i, kind.length(), 0.3f * i))
          .toList();
    }

    long body(int prop) {
      return prop < CRATES ? crates.body(prop) : barrels.body(prop - CRATES);
    }

    void record(int tick) {
      trail.record(tick);
      Bodies bodies = world.bodies();
      for (int prop = 0; prop < CRATES + BARRELS; prop++) {
        long body = body(prop);
        history[tick][prop] =
            new float[] {bodies.x(body), bodies.y(body), bodies.cos(body), bodies.sin(body)};
      }
    }

    void moveSome(Rng rng) {
      Bodies bodies = world.bodies();
      for (int prop = 0; prop < CRATES + BARRELS; prop++) {
        if (rng.nextInt(4) == 0) {
          long body = body(prop);
          double angle = rng.nextFloat(-3, 3);
          world.restart(
              body,
              bodies.x(body) + rng.nextFloat(-0.5f, 0.5f),
              bodies.y(body) + rng.nextFloat(-0.5f, 0.5f),
              (float) StrictMath.cos(angle),
              (float) StrictMath.sin(angle),
              0,
              0,
              0);
        }
      }
    }

    /** What the trail is to find, from all that was ever kept. */
    float nearest(int tick, int rewindSixteenths, float x, float y, float wayX, float wayY) {
      int back = Math.min(rewindSixteenths, 18 * Rewind.SIXTEENTHS);
      float[][] newer = history[Math.max(0, tick - 1 - back / 16)];
      float[][] older = history[Math.max(0, tick - 2 - back / 16)];
      float nearest = CircleCast.MISS;
      for (int prop = 0; prop < CRATES + BARRELS; prop++) {
        float[] pose = new float[4];
        for (int i = 0; i < 4; i++) {
          float whole = newer[prop][i];
          pose[i] = whole + (older[prop][i] - whole) * (back % 16 / 16f);
        }
        nearest = Math.min(nearest, fraction(prop, pose, x - pose[0], y - pose[1], wayX, wayY));
      }
      return nearest;
    }

    private static float fraction(
        int prop, float[] pose, float x, float y, float wayX, float wayY) {
      float half = ArenaBodies.CRATE_HALF_METERS;
      float cos = pose[2];
      float sin = pose[3];
      float fraction =
          prop >= CRATES
              ? CircleCast.fraction(x, y, wayX, wayY, Barrels.RADIUS_METERS)
              : BoxCast.fraction(
                  cos * x + sin * y,
                  cos * y - sin * x,
                  cos * wayX + sin * wayY,
                  cos * wayY - sin * wayX,
                  half,
                  half);
      return fraction > 0 ? fraction : CircleCast.MISS; // a shooter in it pushes it
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aBeamMeetsWhatStoodInItsWayThen(long seed) {
    Rng rng = new Rng(seed);
    Yard yard = new Yard();
    yard.record(0);
    int met = 0;
    for (int tick = 1; tick < TICKS; tick++) {
      for (int shot = 0; shot < 20; shot++) {
        int rewind = rng.nextInt(350);
        float x = rng.nextFloat(-5, 25);
        float y = rng.nextFloat(-5, 15);
        float wayX = rng.nextFloat(-40, 40);
        float wayY = rng.nextFloat(-40, 40);
        long body = yard.trail.first(tick, rewind, x, y, wayX, wayY);
        String place = "seed " + seed + " tick " + tick + " rewind " + rewind;
        float expected = yard.nearest(tick, rewind, x, y, wayX, wayY);
        assertEquals(expected, yard.trail.fraction(), place);
        assertEquals(expected == CircleCast.MISS, body == Bodies.NONE, place);
        met += body == Bodies.NONE ? 0 : 1;
      }
      yard.moveSome(rng);
      yard.record(tick);
    }
    assertTrue(met > 1_000, "met " + met);
  }

  @Test
  void whatRestsCostsNothingToSave() {
    Yard yard = new Yard();
    int resting = save(yard);
    for (int tick = 0; tick < 100; tick++) {
      yard.record(tick);
      assertEquals(resting, save(yard));
    }
    yard.moveSome(new Rng(3));
    yard.record(100);
    assertTrue(save(yard) > resting);
  }

  @Test
  void whatWasPutBackHasNoPast() {
    Yard yard = new Yard();
    yard.record(0);
    yard.moveSome(new Rng(3));
    yard.record(1);
    yard.crates.putBack();
    yard.barrels.putBack();
    yard.trail.clear();
    for (int rewind = 0; rewind < 300; rewind += 8) {
      yard.trail.first(2, rewind, -5, 5, 30, 0);
      assertEquals((5 - ArenaBodies.CRATE_HALF_METERS) / 30, yard.trail.fraction(), 1e-6f);
    }
  }

  @Test
  void aStateThatNamesAPropTheMapDoesNotHaveIsRefused() {
    ByteBuffer bytes = ByteBuffer.allocate(4_096);
    StateWriter writer = new StateWriter(bytes);
    writer.int32(1);
    writer.int32(CRATES + BARRELS);
    Yard yard = new Yard();
    StateReader reader = new StateReader(bytes.rewind());
    assertThrows(StateFormatException.class, () -> yard.trail.visit(reader));
  }

  private static int save(Yard yard) {
    ByteBuffer bytes = ByteBuffer.allocate(65_536);
    yard.trail.visit(new StateWriter(bytes));
    return bytes.position();
  }
}
