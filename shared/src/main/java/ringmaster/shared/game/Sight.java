package ringmaster.shared.game;

/**
 * What one viewer can see of what is near: a game's own rule, which only ever hides. What is hidden
 * is not sent. Of one viewer, used by one thread at a time; remembers nothing and allocates nothing
 * after construction.
 */
public interface Sight {
  /**
   * Whether a viewer sees an entity that is near and not its own. To see a little more than can be
   * seen is right: the viewer draws what it is sent somewhat later, from where it will be then.
   *
   * @param slot whose entity is present
   * @param x where the viewer is, metres: its body if it has one in the frame
   */
  boolean sees(EntityFrame frame, int slot, int viewerSeat, float x, float y);

  /**
   * Whether a viewer sees what happens at a place, and does not name it. An event of several places
   * is shown to who sees them all.
   *
   * @param x where the viewer is, metres
   * @param placeX where it happens, metres
   */
  boolean sees(float x, float y, float placeX, float placeY);
}
