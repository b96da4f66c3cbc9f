package ringmaster.shared.physics;

/** The joints of a world, in columns. */
public final class Joints {
  private final World world;

  Joints(World world) {
    this.world = world;
  }

  /** Destroys what joins a body that is destroyed. */
  void destroyOf(int body) {}

  /** Whether a joint says that two bodies do not collide. */
  boolean forbids(int bodyA, int bodyB) {
    return false;
  }
}
