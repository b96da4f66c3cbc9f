package ringmaster.shared.scene;

import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.DistanceJoint;
import ringmaster.shared.physics.MouseJoint;
import ringmaster.shared.physics.RevoluteJoint;
import ringmaster.shared.physics.WeldJoint;

/**
 * A world of bodies as a scene sees it, whatever engine moves them. Bodies are numbered 0, 1, 2, ..
 * as they are added, and stay; so are joints.
 */
public interface Stage {
  /**
   * Adds a body at rest.
   *
   * @param x of its centre of mass, metres
   * @param cos of where it faces; with sin a unit vector
   * @return its number
   */
  int add(BodyKind kind, float x, float y, float cos, float sin);

  /** Adds a body at rest that faces +x. */
  default int add(BodyKind kind, float x, float y) {
    return add(kind, x, y, 1, 0);
  }

  /** How many were added. */
  int count();

  BodyKind kind(int body);

  /**
   * Ties a point of each of two bodies.
   *
   * @param ax of A's point, in the world, metres
   * @return the joint's number
   */
  int join(DistanceJoint kind, int bodyA, int bodyB, float ax, float ay, float bx, float by);

  /** Pins two bodies together at a point. */
  int join(RevoluteJoint kind, int bodyA, int bodyB, float x, float y);

  /** Glues two bodies together at a point. */
  int join(WeldJoint kind, int bodyA, int bodyB, float x, float y);

  /** Takes hold of a body at a point, which is the target until another is set. */
  int hold(MouseJoint kind, int body, float x, float y);

  /** Sets where a joint that holds a body pulls it. */
  void setTarget(int joint, float x, float y);

  /** Metres and radians per second. */
  void setVelocity(int body, float velocityX, float velocityY, float spin);

  /** Newtons through the centre, during the next step. */
  void applyForce(int body, float newtonsX, float newtonsY);

  /** Newton metres, counter-clockwise, during the next step. */
  void applyTorque(int body, float newtonMeters);

  float x(int body);

  float y(int body);

  /** Of where it faces. */
  float cos(int body);

  float sin(int body);

  /** Metres per second. */
  float velocityX(int body);

  float velocityY(int body);

  /** Radians per second, counter-clockwise. */
  float spin(int body);
}
