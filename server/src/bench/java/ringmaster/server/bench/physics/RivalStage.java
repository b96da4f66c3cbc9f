package ringmaster.server.bench.physics;

import ringmaster.shared.physics.DistanceJoint;
import ringmaster.shared.physics.MouseJoint;
import ringmaster.shared.physics.RevoluteJoint;
import ringmaster.shared.physics.WeldJoint;
import ringmaster.shared.scene.Stage;

/**
 * A world of another engine. It has no joints: other engines' are made and limited in other ways,
 * so that there would be nothing to compare.
 */
interface RivalStage extends Stage, AutoCloseable {
  void step();

  @Override
  default int join(
      DistanceJoint kind, int bodyA, int bodyB, float ax, float ay, float bx, float by) {
    throw noJoints();
  }

  @Override
  default int join(RevoluteJoint kind, int bodyA, int bodyB, float x, float y) {
    throw noJoints();
  }

  @Override
  default int join(WeldJoint kind, int bodyA, int bodyB, float x, float y) {
    throw noJoints();
  }

  @Override
  default int hold(MouseJoint kind, int body, float x, float y) {
    throw noJoints();
  }

  @Override
  default void setTarget(int joint, float x, float y) {
    throw noJoints();
  }

  private static UnsupportedOperationException noJoints() {
    return new UnsupportedOperationException("scenes with joints are not compared");
  }

  @Override
  void close();
}
