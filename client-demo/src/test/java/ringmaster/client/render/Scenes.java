package ringmaster.client.render;

import java.util.Random;
import ringmaster.client.scene.Instances;
import ringmaster.client.scene.Model;
import ringmaster.client.scene.SceneFrame;
import ringmaster.client.scene.Sprites;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;

/** Scenes to test with, to look at, and to measure. The same each time. */
final class Scenes {
  static final GameMap YARD = new GameMaps().load(new Skirmish(), "yard");
  static final GameMap QUARRY = new GameMaps().load(new Skirmish(), "quarry");

  /** Told apart by people who see few colours, too. */
  private static final int[] COLORS = {
    0x3D9BFF, 0xFFB000, 0x2EC4A0, 0xE8488A, 0xB18CFF, 0xF4F1DE, 0xFF6B35, 0x9BD93C
  };

  private static final int CRATE = 0xC08A45;
  private static final float CRATE_HALF_SIDE = 0.7f;

  private Scenes() {}

  /** A fight on the yard, from behind one of the tanks. */
  static SceneFrame fight(float aspect) {
    SceneFrame frame = new SceneFrame();
    frame.camera().setAspect(aspect);
    frame.camera().look(-7.3f, -6.6f, 4.5f, 2.6f, 2.2f, 0.5f);
    populate(frame);
    return frame;
  }

  /** The same from above. */
  static SceneFrame overview(float aspect) {
    SceneFrame frame = fight(aspect);
    frame.camera().look(-34, -30, 30, 2, 2, 0);
    return frame;
  }

  private static void populate(SceneFrame frame) {
    tank(frame, 0, -2.1f, -2.3f, 0.62f, 0.61f);
    tank(frame, 1, 7.2f, 4.6f, 2.7f, -2.5f);
    tank(frame, 2, 9.5f, -2.2f, -2.4f, 2.9f);
    tank(frame, 3, 1.6f, 6.3f, -1.2f, -1.9f);
    tank(frame, 4, 14.0f, 3.0f, 3.1f, 3.3f);
    tank(frame, 5, 5.2f, -3.4f, 1.2f, 1.9f);
    tank(frame, 6, 18.5f, -4.0f, 2.0f, 2.6f);
    tank(frame, 7, 1.2f, 12.5f, -0.8f, -1.4f);
    for (GameMap.Prop prop : YARD.props()) {
      crate(frame, prop.x(), prop.y(), prop.angle() + prop.x() * 0.05f);
    }
    crate(frame, 4.4f, 0.4f, 0.5f);
    crate(frame, 5.9f, 0.9f, 1.1f);
    rocket(frame, 2.9f, -1.6f, 0.75f);
    rocket(frame, 11.0f, 0.6f, 3.3f);
    shield(frame, 5.2f, -3.4f);
    beam(frame, -0.9f, -1.45f, 0.94f, 7.0f, 4.1f, 0.7f);
    explosion(frame, 9.6f, 1.6f, 0.7f, 0.8f);
  }

  /** All that a large match can have in view, on the quarry. */
  static SceneFrame crowd(float aspect) {
    SceneFrame frame = new SceneFrame();
    frame.camera().setAspect(aspect);
    frame.camera().look(-38, -3, 6, -20, 1, 0.5f);
    Random random = new Random(7);
    for (int i = 0; i < 64; i++) {
      float heading = random.nextFloat() * 6.28f;
      tank(frame, i, random.nextFloat() * 60 - 28, random.nextFloat() * 50 - 25, heading, heading);
    }
    for (int i = 0; i < 200; i++) {
      crate(
          frame,
          random.nextFloat() * 76 - 28,
          random.nextFloat() * 64 - 32,
          random.nextFloat() * 6.28f);
    }
    for (int i = 0; i < 8; i++) {
      explosion(frame, random.nextFloat() * 40 - 25, random.nextFloat() * 30 - 15, 0.7f, 0.8f);
    }
    return frame;
  }

  /** A hull and its turret; entity {@code id}. */
  static void tank(SceneFrame frame, int id, float x, float y, float heading, float aim) {
    int rgb = COLORS[id % COLORS.length];
    float lean = 0.03f * (id % 3 - 1);
    frame
        .instances(Model.TANK_HULL)
        .add(x, y, 0.1f, 1, cos(heading), sin(heading), lean, rgb, 0, id);
    frame
        .instances(Model.TANK_TURRET)
        .add(x, y, 0.1f + Model.DECK_METERS, 1, cos(aim), sin(aim), 0, rgb, 0, id);
  }

  private static void crate(SceneFrame frame, float x, float y, float heading) {
    Instances crates = frame.instances(Model.CRATE);
    crates.add(
        x, y, 0, CRATE_HALF_SIDE, cos(heading), sin(heading), 0, CRATE, 0, 100 + crates.count());
  }

  private static void rocket(SceneFrame frame, float x, float y, float heading) {
    Instances rockets = frame.instances(Model.ROCKET);
    float cos = cos(heading);
    float sin = sin(heading);
    rockets.add(x, y, 0.7f, 0.4f, cos, sin, 0, 0xFFFFFF, 0, 300 + rockets.count());
    Sprites sprites = frame.sprites();
    for (int i = 0; i < 14; i++) {
      float back = 0.5f + 0.28f * i;
      float shade = 0.16f - 0.006f * i;
      sprites.add(
          x - cos * back,
          y - sin * back,
          0.7f + 0.01f * i,
          x - cos * back,
          y - sin * back,
          0.7f + 0.01f * i,
          0.12f + 0.022f * i,
          1,
          shade,
          shade,
          shade,
          0.75f - 0.05f * i);
    }
    sprites.add(
        x - cos * 0.4f,
        y - sin * 0.4f,
        0.7f,
        x - cos * 1.1f,
        y - sin * 1.1f,
        0.7f,
        0.16f,
        1,
        3,
        1.4f,
        0.4f,
        0);
  }

  private static void shield(SceneFrame frame, float x, float y) {
    frame.instances(Model.SHIELD).add(x, y, 0.6f, 1.7f, 1, 0, 0, 0x80C8FF, 0.3f, Instances.NO_ID);
  }

  private static void beam(
      SceneFrame frame, float x0, float y0, float z0, float x1, float y1, float z1) {
    frame.sprites().add(x0, y0, z0, x1, y1, z1, 0.22f, 1, 0.15f, 0.5f, 1.2f, 0);
    frame.sprites().add(x0, y0, z0, x1, y1, z1, 0.05f, 0.8f, 2, 4, 6, 0);
    frame.sprites().add(x1, y1, z1, x1, y1, z1, 0.5f, 1, 1.2f, 2, 3, 0);
  }

  private static void explosion(SceneFrame frame, float x, float y, float z, float size) {
    Random random = new Random(Float.floatToIntBits(x));
    Sprites sprites = frame.sprites();
    for (int i = 0; i < 18; i++) {
      float px = x + (float) random.nextGaussian() * 0.7f * size;
      float py = y + (float) random.nextGaussian() * 0.7f * size;
      float pz = z + 0.3f + random.nextFloat() * 1.3f * size;
      sprites.add(px, py, pz, px, py, pz, 0.6f * size, 1, 0.05f, 0.05f, 0.055f, 0.55f);
    }
    for (int i = 0; i < 16; i++) {
      float px = x + (float) random.nextGaussian() * 0.4f * size;
      float py = y + (float) random.nextGaussian() * 0.4f * size;
      float pz = z + random.nextFloat() * 0.9f * size;
      sprites.add(px, py, pz, px, py, pz, 0.5f * size, 1, 1.6f, 0.55f, 0.12f, 0);
    }
    for (int i = 0; i < 16; i++) {
      float dx = (float) random.nextGaussian();
      float dy = (float) random.nextGaussian();
      float dz = random.nextFloat();
      sprites.add(
          x + dx,
          y + dy,
          z + dz,
          x + dx * 1.5f,
          y + dy * 1.5f,
          z + dz * 1.4f,
          0.035f,
          0.8f,
          3,
          1.6f,
          0.5f,
          0);
    }
    sprites.add(x, y, z, x, y, z, 1.1f * size, 1, 1.4f, 0.9f, 0.5f, 0);
  }

  private static float cos(float radians) {
    return (float) Math.cos(radians);
  }

  private static float sin(float radians) {
    return (float) Math.sin(radians);
  }
}
