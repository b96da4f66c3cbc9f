package ringmaster.shared.physics;

/** The pairs of shapes that have a contact already. */
interface KnownPairs {
  /**
   * Several threads may ask at once.
   *
   * @param shapeA the lower slot
   */
  boolean contains(int shapeA, int shapeB);
}
