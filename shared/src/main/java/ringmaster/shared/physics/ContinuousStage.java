package ringmaster.shared.physics;

import java.util.Arrays;

/**
 * Looks again at the bodies that went far in this step: first those that only walls stop, then
 * bullets, which everything stops where it has come to rest by then. Found side by side, applied in
 * order of bodies.
 */
final class ContinuousStage implements Workers.Stage {
  private static final int BLOCK = 4;

  private final World world;
  private final Motion motion;
  private Continuous[] lanes = {};

  private final IntList list = new IntList();
  private float[] stopped = {};

  ContinuousStage(World world, Motion motion) {
    this.world = world;
    this.motion = motion;
    reserveLanes(1);
  }

  void reserveLanes(int count) {
    int known = lanes.length;
    if (count > known) {
      lanes = Arrays.copyOf(lanes, count);
      for (int lane = known; lane < count; lane++) {
        lanes[lane] = new Continuous(world.bodies, world.broadPhase, world.joints);
      }
    }
  }

  void stop(Crew crew, int[] moving, int count) {
    stop(crew, moving, count, false);
    stop(crew, moving, count, true);
  }

  private void stop(Crew crew, int[] moving, int count, boolean bullets) {
    Bodies bodies = world.bodies;
    list.clear();
    for (int i = 0; i < count; i++) {
      int body = moving[i];
      if (motion.fast[body] && bodies.kinds.bullet[bodies.kind[body]] == bullets) {
        list.add(body);
      }
    }
    if (stopped.length < list.count * Continuous.ANSWER) {
      stopped = new float[list.values.length * Continuous.ANSWER];
    }
    crew.run(this, list.count, BLOCK);
    for (int i = 0; i < list.count; i++) {
      int body = list.values[i];
      int answer = i * Continuous.ANSWER;
      System.arraycopy(stopped, answer, bodies.pose, body * Bodies.POSE, Bodies.POSE);
      slideAlong(body, stopped[answer + 4], stopped[answer + 5]);
      bodies.shapes.refit(body);
      world.rebox(body);
    }
  }

  /**
   * Takes off the velocity into a wall. Contacts do so for the points that touch; but of a body
   * that spins these may be leaving while its middle is not, and it would work its way through.
   */
  private void slideAlong(int body, float normalX, float normalY) {
    float[] motion = world.bodies.motion;
    int at = body * Bodies.MOTION;
    float into = Math.min(normalX * motion[at] + normalY * motion[at + 1], 0);
    motion[at] -= into * normalX;
    motion[at + 1] -= into * normalY;
  }

  @Override
  public void block(int block, int lane) {
    int end = Math.min((block + 1) * BLOCK, list.count);
    for (int i = block * BLOCK; i < end; i++) {
      int at = list.values[i] * Bodies.POSE;
      lanes[lane].stop(
          list.values[i], motion.start, at, world.bodies.pose, at, stopped, i * Continuous.ANSWER);
    }
  }
}
