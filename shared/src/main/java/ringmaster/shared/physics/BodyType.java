package ringmaster.shared.physics;

/** How a body takes part in a step. */
public enum BodyType {
  /** Never moves by itself; moving it is a teleport. */
  STATIC,
  /** Moves with the velocity it is given and pushes others, whatever they weigh. */
  KINEMATIC,
  /** Moves by forces and contacts. */
  DYNAMIC
}
