package ringmaster.client.scene;

import java.util.Arrays;
import ringmaster.client.scene.Particles.Kind;

/**
 * What flashes, burns and fades after something happened: beams, blasts, sparks, smoke. Some have a
 * number, by which they can be corrected while they last.
 */
final class Effects {
  /** Of effects that have none. */
  static final int NO_NUMBER = -1;

  private static final int MAX_BEAMS = 64;
  private static final int MAX_FLASHES = 64;
  private static final float BEAM_SECONDS = 0.35f;

  /** Share of its life from which an effect goes on that is taken back. */
  private static final float TAKEN_BACK_AGE = 0.8f;

  private static final float FLASH_SECONDS = 0.3f;
  private static final float BARREL_HEIGHT_METERS = 0.95f;
  private static final int MAX_RINGS = 32;
  private static final float RING_SECONDS = 0.4f;
  private static final float RING_HEIGHT_METERS = 0.35f;
  private static final int FIRE = 0xFFB050;
  private static final int SOOT = 0x30343C;

  private final Particles particles;

  private final float[] beamX0 = new float[MAX_BEAMS];
  private final float[] beamY0 = new float[MAX_BEAMS];
  private final float[] beamX1 = new float[MAX_BEAMS];
  private final float[] beamY1 = new float[MAX_BEAMS];
  private final int[] beamRgb = new int[MAX_BEAMS];
  private final float[] beamAge = new float[MAX_BEAMS];
  private int nextBeam;

  private final float[] flashX = new float[MAX_FLASHES];
  private final float[] flashY = new float[MAX_FLASHES];
  private final float[] flashSize = new float[MAX_FLASHES];
  private final float[] flashAge = new float[MAX_FLASHES];
  private int nextFlash;

  private final float[] ringX = new float[MAX_RINGS];
  private final float[] ringY = new float[MAX_RINGS];
  private final float[] ringReach = new float[MAX_RINGS];
  private final int[] ringRgb = new int[MAX_RINGS];
  private final float[] ringAge = new float[MAX_RINGS];
  private int nextRing;

  Effects(int maxParticles) {
    particles = new Particles(maxParticles);
    clear();
  }

  void clear() {
    particles.clear();
    Arrays.fill(beamAge, BEAM_SECONDS);
    Arrays.fill(flashAge, FLASH_SECONDS);
    Arrays.fill(ringAge, RING_SECONDS);
  }

  Particles particles() {
    return particles;
  }

  /** Returns its number. */
  int beam(float x0, float y0, float x1, float y1, int rgb) {
    int i = nextBeam % MAX_BEAMS;
    beamX0[i] = x0;
    beamY0[i] = y0;
    beamX1[i] = x1;
    beamY1[i] = y1;
    beamRgb[i] = rgb;
    beamAge[i] = 0;
    sparks(x1, y1, BARREL_HEIGHT_METERS, 14, rgb, 6);
    return nextBeam++;
  }

  /** A beam ends elsewhere. */
  void redirectBeam(int number, float x1, float y1) {
    int i = number % MAX_BEAMS;
    if (nextBeam - number <= MAX_BEAMS) {
      beamX1[i] = x1;
      beamY1[i] = y1;
    }
  }

  /** A beam was none: what is left of it fades at once. */
  void fadeBeam(int number) {
    if (nextBeam - number <= MAX_BEAMS) {
      fade(beamAge, number % MAX_BEAMS, BEAM_SECONDS);
    }
  }

  /** Likewise a flash. */
  void fadeFlash(int number) {
    if (nextFlash - number <= MAX_FLASHES) {
      fade(flashAge, number % MAX_FLASHES, FLASH_SECONDS);
    }
  }

  /** Likewise a ring. */
  void fadeRing(int number) {
    if (nextRing - number <= MAX_RINGS) {
      fade(ringAge, number % MAX_RINGS, RING_SECONDS);
    }
  }

  private static void fade(float[] ages, int i, float lifeSeconds) {
    ages[i] = Math.max(ages[i], TAKEN_BACK_AGE * lifeSeconds);
  }

  void explosion(float x, float y) {
    flash(x, y, 2.3f);
    sparks(x, y, 0.6f, 40, FIRE, 12);
    for (int n = particles.scaled(14); n > 0; n--) {
      particles.emit(Kind.SMOKE, x, y, 0.6f, 3.5f, 2.5f, 1.3f, 0.8f, SOOT, 1);
    }
  }

  void wreck(float x, float y, int rgb) {
    flash(x, y, 3.2f);
    sparks(x, y, 0.8f, 60, FIRE, 14);
    sparks(x, y, 0.8f, 30, rgb, 9);
    for (int n = particles.scaled(24); n > 0; n--) {
      particles.emit(Kind.SMOKE, x, y, 0.8f, 3, 4, 2, 1.1f, SOOT, 1);
    }
  }

  void hit(float x, float y) {
    sparks(x, y, BARREL_HEIGHT_METERS, 18, FIRE, 7);
  }

  void spawn(float x, float y, int rgb) {
    sparks(x, y, 0.2f, 30, rgb, 5);
  }

  /** Returns its number. */
  int muzzle(float x, float y) {
    return flash(x, y, 0.8f);
  }

  void pickup(float x, float y, int rgb) {
    flash(x, y, 0.9f);
    sparks(x, y, 0.9f, 24, rgb, 4);
  }

  /** A shower in the colour of who scored. */
  void goal(float x, float y, int rgb) {
    flash(x, y, 3.5f);
    sparks(x, y, 1.5f, 120, rgb, 15);
    sparks(x, y, 1.5f, 40, 0xFFFFFF, 10);
    ring(x, y, 8, rgb);
  }

  /** A wave along the ground, out to so far. Returns its number. */
  int ring(float x, float y, float reachMeters, int rgb) {
    int i = nextRing % MAX_RINGS;
    ringX[i] = x;
    ringY[i] = y;
    ringReach[i] = reachMeters;
    ringRgb[i] = rgb;
    ringAge[i] = 0;
    return nextRing++;
  }

  private int flash(float x, float y, float size) {
    int i = nextFlash % MAX_FLASHES;
    flashX[i] = x;
    flashY[i] = y;
    flashSize[i] = size;
    flashAge[i] = 0;
    return nextFlash++;
  }

  private void sparks(float x, float y, float z, int wanted, int rgb, float speed) {
    for (int n = particles.scaled(wanted); n > 0; n--) {
      particles.emit(Kind.SPARK, x, y, z, speed, speed * 0.7f, 0.7f, 0.09f, rgb, 2.5f);
    }
  }

  /** Smoke and fire behind a rocket. */
  void rocketTrail(float x, float y, float z) {
    particles.emit(Kind.SMOKE, x, y, z, 0.4f, 0.5f, 0.8f, 0.28f, 0x8890A0, 0.6f);
    particles.emit(Kind.SPARK, x, y, z, 1.2f, 0.3f, 0.25f, 0.12f, FIRE, 3);
  }

  /** Fire behind a boosting hull. */
  void exhaust(float x, float y, float cos, float sin) {
    particles.emitAlong(
        Kind.SPARK,
        x - cos * 1.1f,
        y - sin * 1.1f,
        0.45f,
        -cos * 7 + particles.jitter(1.5f),
        -sin * 7 + particles.jitter(1.5f),
        particles.jitter(0.8f) + 0.8f,
        0.3f,
        0.14f,
        0x70B8FF,
        2.5f);
  }

  /** Smoke of a hull that is nearly lost. */
  void damageSmoke(float x, float y) {
    particles.emit(Kind.SMOKE, x, y, 1, 0.5f, 1.8f, 1.2f, 0.4f, SOOT, 1);
  }

  void advance(float seconds) {
    particles.advance(seconds);
    for (int i = 0; i < MAX_BEAMS; i++) {
      beamAge[i] += seconds;
    }
    for (int i = 0; i < MAX_FLASHES; i++) {
      flashAge[i] += seconds;
    }
    for (int i = 0; i < MAX_RINGS; i++) {
      ringAge[i] += seconds;
    }
  }

  void draw(Sprites out) {
    particles.draw(out);
    for (int i = 0; i < MAX_BEAMS; i++) {
      if (beamAge[i] < BEAM_SECONDS) {
        drawBeam(out, i, 1 - beamAge[i] / BEAM_SECONDS);
      }
    }
    for (int i = 0; i < MAX_FLASHES; i++) {
      if (flashAge[i] < FLASH_SECONDS) {
        drawFlash(out, i, 1 - flashAge[i] / FLASH_SECONDS);
      }
    }
    for (int i = 0; i < MAX_RINGS; i++) {
      if (ringAge[i] < RING_SECONDS) {
        drawRing(out, i, ringAge[i] / RING_SECONDS);
      }
    }
  }

  /** A white core in a wide glow of the shooter's colour. */
  private void drawBeam(Sprites out, int i, float left) {
    float red = Instances.linear(beamRgb[i] >>> 16 & 0xFF);
    float green = Instances.linear(beamRgb[i] >>> 8 & 0xFF);
    float blue = Instances.linear(beamRgb[i] & 0xFF);
    streak(out, i, 0.07f * left, 0.2f, 3 * left, 3 * left, 3 * left);
    streak(out, i, 0.35f, 1, red * 2 * left, green * 2 * left, blue * 2 * left);
  }

  private void streak(
      Sprites out, int i, float halfWidth, float softness, float red, float green, float blue) {
    out.add(
        beamX0[i],
        beamY0[i],
        BARREL_HEIGHT_METERS,
        beamX1[i],
        beamY1[i],
        BARREL_HEIGHT_METERS,
        halfWidth,
        softness,
        red,
        green,
        blue,
        0);
  }

  private void drawFlash(Sprites out, int i, float left) {
    float size = flashSize[i] * (1.2f - 0.5f * left);
    float glow = 1.6f * left * left;
    float x = flashX[i];
    float y = flashY[i];
    float z = 0.9f * size; // above the ground, which would cut it off in a straight line
    out.add(x, y, z, x, y, z, size, 1, glow, glow * 0.6f, glow * 0.22f, 0);
  }

  /** Fast at first, as a blow spreads. */
  private void drawRing(Sprites out, int i, float gone) {
    float radius = ringReach[i] * (1 - (1 - gone) * (1 - gone));
    out.circle(
        ringX[i], ringY[i], RING_HEIGHT_METERS, radius, 0.25f, ringRgb[i], 1.5f * (1 - gone));
  }
}
