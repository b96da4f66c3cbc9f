package ringmaster.shared.scene;

import ringmaster.shared.physics.BodyKind;

/**
 * A world of bodies as a scene sees it, whatever engine moves them. Bodies are numbered 0, 1, 2, ..
 * as they are added, and stay.
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
