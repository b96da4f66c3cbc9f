package ringmaster.shared.scene;

import java.util.Arrays;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.DistanceJoint;
import ringmaster.shared.physics.Joints;
import ringmaster.shared.physics.MouseJoint;
import ringmaster.shared.physics.RevoluteJoint;
import ringmaster.shared.physics.WeldJoint;
import ringmaster.shared.physics.World;
import ringmaster.shared.physics.WorldSettings;

/** A stage in a world of this project's own physics. */
public final class WorldStage implements Stage {
  private static final int FIRST_BODIES = 64;

  private final World world;
  private final Bodies bodies;
  private final Joints joints;
  private long[] handles = new long[FIRST_BODIES];
  private int count;
  private long[] jointHandles = {};
  private int jointCount;

  /** An empty stage with the scene's gravity, step and sleep. */
  public WorldStage(Scene scene) {
    world =
        new World(
            new WorldSettings(
                0, scene.gravityY(), scene.stepSeconds(), FIRST_BODIES, scene.sleep()));
    bodies = world.bodies();
    joints = world.joints();
  }

  public World world() {
    return world;
  }

  /** The handle of a body in the world. */
  public long handle(int body) {
    return handles[body];
  }

  @Override
  public int add(BodyKind kind, float x, float y, float cos, float sin) {
    if (count == handles.length) {
      handles = Arrays.copyOf(handles, 2 * count);
    }
    handles[count] = bodies.create(kind, x, y, cos, sin);
    return count++;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public BodyKind kind(int body) {
    return bodies.kind(handles[body]);
  }

  @Override
  public int join(
      DistanceJoint kind, int bodyA, int bodyB, float ax, float ay, float bx, float by) {
    return number(joints.create(kind, handles[bodyA], handles[bodyB], ax, ay, bx, by));
  }

  @Override
  public int join(RevoluteJoint kind, int bodyA, int bodyB, float x, float y) {
    return number(joints.create(kind, handles[bodyA], handles[bodyB], x, y));
  }

  @Override
  public int join(WeldJoint kind, int bodyA, int bodyB, float x, float y) {
    return number(joints.create(kind, handles[bodyA], handles[bodyB], x, y));
  }

  @Override
  public int hold(MouseJoint kind, int body, float x, float y) {
    return number(joints.create(kind, handles[body], x, y));
  }

  private int number(long joint) {
    if (jointCount == jointHandles.length) {
      jointHandles = Arrays.copyOf(jointHandles, Math.max(16, 2 * jointCount));
    }
    jointHandles[jointCount] = joint;
    return jointCount++;
  }

  @Override
  public void setTarget(int joint, float x, float y) {
    joints.setTarget(jointHandles[joint], x, y);
  }

  @Override
  public void setVelocity(int body, float velocityX, float velocityY, float spin) {
    bodies.setVelocity(handles[body], velocityX, velocityY, spin);
  }

  @Override
  public void applyForce(int body, float newtonsX, float newtonsY) {
    bodies.applyForce(handles[body], newtonsX, newtonsY);
  }

  @Override
  public void applyTorque(int body, float newtonMeters) {
    bodies.applyTorque(handles[body], newtonMeters);
  }

  @Override
  public float x(int body) {
    return bodies.x(handles[body]);
  }

  @Override
  public float y(int body) {
    return bodies.y(handles[body]);
  }

  @Override
  public float cos(int body) {
    return bodies.cos(handles[body]);
  }

  @Override
  public float sin(int body) {
    return bodies.sin(handles[body]);
  }

  @Override
  public float velocityX(int body) {
    return bodies.velocityX(handles[body]);
  }

  @Override
  public float velocityY(int body) {
    return bodies.velocityY(handles[body]);
  }

  @Override
  public float spin(int body) {
    return bodies.spin(handles[body]);
  }
}
