package ringmaster.shared.body;

/** Says which entity shows a body of a match. */
@FunctionalInterface
public interface BodySlots {
  /** Shown by no entity. */
  int NONE = -1;

  /** The entity slot of a living body that may be anybody's, or {@link #NONE}. */
  int of(long body);
}
