package ringmaster.shared.physics;

/** Rigid bodies in the plane and what moves them. */
public final class World {
  final WorldSettings settings;
  final Bodies bodies;
  final BroadPhase broadPhase;
  final Joints joints;

  /** Slots wait to be freed. */
  boolean destroyedSinceStep;

  public World(WorldSettings settings) {
    this.settings = settings;
    bodies = new Bodies(this, settings.bodies());
    broadPhase = new BroadPhase(bodies);
    joints = new Joints(this);
  }

  public Bodies bodies() {
    return bodies;
  }

  public Joints joints() {
    return joints;
  }

  /** Gives a shape a fat box about where it is, in which pairs are sought in the next step. */
  void fatten(int shape) {}

  void wake(int body) {}

  /** Advances by one step; what comes out does not depend on the workers. */
  public void step(Workers workers) {}
}
