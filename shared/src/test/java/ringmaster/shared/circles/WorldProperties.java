package ringmaster.shared.circles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;
import ringmaster.shared.state.StateHash;
import ringmaster.shared.state.StateReader;
import ringmaster.shared.state.StateWriter;

final class WorldProperties {
  private static final int BODIES = 40;
  private static final float HALF_METERS = 12;
  private static final Walls BOX =
      new Walls(
          32,
          new float[] {
            -HALF_METERS,
            -HALF_METERS,
            HALF_METERS,
            -HALF_METERS,
            HALF_METERS,
            -HALF_METERS,
            HALF_METERS,
            HALF_METERS,
            HALF_METERS,
            HALF_METERS,
            -HALF_METERS,
            HALF_METERS,
            -HALF_METERS,
            HALF_METERS,
            -HALF_METERS,
            -HALF_METERS,
            -4,
            0,
            4,
            0,
          });

  private static World crowd(Rng rng, float damping, float restitution) {
    World world = new World(BOX, BODIES, 1f / 60);
    for (int body = 0; body < BODIES; body++) {
      float radius = rng.nextFloat(0.8f, 1.2f);
      world.define(body, new BodyKind(radius, rng.nextFloat(50, 900), damping, 2, restitution, 1));
      int row = body / 8;
      world.place(body, -10.5f + 3 * (body % 8), -10 + 4.4f * row, 1, 0);
      world.setVelocity(body, rng.nextFloat(-20, 20), rng.nextFloat(-20, 20), 0);
    }
    return world;
  }

  private static void pushAll(World world, Rng rng) {
    for (int body = 0; body < BODIES; body++) {
      world.applyForce(body, rng.nextFloat(-9000, 9000), rng.nextFloat(-9000, 9000));
      world.applyTorque(body, rng.nextFloat(-500, 500));
      if (rng.nextInt(500) == 0) {
        world.applyImpulse(body, rng.nextFloat(-9000, 9000), rng.nextFloat(-9000, 9000));
      }
    }
  }

  private static long hash(World world) {
    StateHash hash = new StateHash();
    world.visit(hash);
    return hash.value();
  }

  private static double energy(World world, float[] masses) {
    double energy = 0;
    for (int body = 0; body < BODIES; body++) {
      double vx = world.velocityX(body);
      double vy = world.velocityY(body);
      energy += masses[body] * (vx * vx + vy * vy) / 2;
    }
    return energy;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nobodyLeavesTheBoxHoweverPushed(long seed) {
    Rng rng = new Rng(seed);
    World world = crowd(rng, 0.5f, 0.3f);
    for (int step = 0; step < 6_000; step++) {
      pushAll(world, rng);
      world.step();
      for (int body = 0; body < BODIES; body++) {
        float limit = HALF_METERS - world.radius(body) + 0.3f;
        assertTrue(
            Math.abs(world.x(body)) < limit && Math.abs(world.y(body)) < limit,
            "seed " + seed + " step " + step + " body " + body);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void contactsAloneNeverAddEnergy(long seed) {
    Rng rng = new Rng(seed);
    World world = crowd(rng, 0, 0.9f);
    float[] masses = new float[BODIES];
    for (int body = 0; body < BODIES; body++) {
      world.applyImpulse(body, 1, 0);
      float before = world.velocityX(body);
      world.applyImpulse(body, 1, 0);
      masses[body] = 1 / (world.velocityX(body) - before);
    }
    double energy = energy(world, masses);
    for (int step = 0; step < 1_000; step++) {
      world.step();
      double now = energy(world, masses);
      assertTrue(now <= energy * 1.00001, "seed " + seed + " step " + step);
      energy = now;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void aRestoredWorldGoesOnWithTheSameBits(long seed) {
    Rng rng = new Rng(seed);
    World world = crowd(rng, 0.5f, 0.3f);
    for (int step = 0; step < 300; step++) {
      pushAll(world, rng);
      world.step();
    }
    ByteBuffer saved = ByteBuffer.allocate(1 << 16);
    world.visit(new StateWriter(saved));
    World twin = crowd(new Rng(seed), 0.5f, 0.3f);
    twin.visit(new StateReader(saved.flip()));
    Rng twinRng = new Rng(0);
    twinRng.restore(rng.state());
    for (int step = 0; step < 300; step++) {
      pushAll(world, rng);
      world.step();
      pushAll(twin, twinRng);
      twin.step();
      assertEquals(hash(world), hash(twin), "seed " + seed + " step " + step);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11})
  void aCastAgreesWithSmallStepsAlongItsWay(long seed) {
    Rng rng = new Rng(seed);
    CastHit hit = new CastHit();
    for (int i = 0; i < 2_000; i++) {
      float x = rng.nextFloat(-11, 11);
      float y = rng.nextFloat(-11, 11);
      float radius = rng.nextInt(2) == 0 ? 0 : rng.nextFloat(0.1f, 0.5f);
      if (!BOX.clear(x, y, radius + 0.01f)) {
        continue;
      }
      float wayX = rng.nextFloat(-30, 30);
      float wayY = rng.nextFloat(-30, 30);
      hit.reset();
      BOX.cast(x, y, wayX, wayY, radius, hit);
      float end = hit.fraction() - 0.001f;
      String where = "seed " + seed + " cast " + i;
      for (float fraction = 0; fraction < end; fraction += 0.002f) {
        assertTrue(BOX.clear(x + wayX * fraction, y + wayY * fraction, radius), where);
      }
      if (hit.hit()) {
        float atX = x + wayX * hit.fraction();
        float atY = y + wayY * hit.fraction();
        assertTrue(!BOX.clear(atX, atY, radius + 0.01f), where);
      }
    }
  }
}
