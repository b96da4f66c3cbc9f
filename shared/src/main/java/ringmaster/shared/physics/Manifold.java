package ringmaster.shared.physics;

/**
 * Where two parts touch: up to two points and one normal, in the frame of body A. What a narrow
 * phase function writes; one for each lane, used again and again.
 */
final class Manifold {
  int count;

  /** Unit vector from A to B. */
  float normalX;

  float normalY;

  /** Midway between the surfaces, metres from A's centre in A's frame. */
  float x0;

  float y0;

  /** Metres along the normal; negative where they overlap. */
  float separation0;

  /** Names the two features that meet, so that an impulse finds its point again. */
  int id0;

  float x1;
  float y1;
  float separation1;
  int id1;
}
