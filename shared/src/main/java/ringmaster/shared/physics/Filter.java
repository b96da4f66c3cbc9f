package ringmaster.shared.physics;

/**
 * Which parts collide. Two parts of one group other than 0 collide if it is positive and do not if
 * it is negative; else they collide if each one's category is in the other's mask.
 *
 * @param category bits of what a part is, usually one
 * @param mask bits of what it collides with
 * @param group 0 for none
 */
public record Filter(int category, int mask, int group) {
  /** Collides with everything that wants to. */
  public static final Filter ALL = new Filter(1, -1, 0);

  static boolean collide(
      int categoryA, int maskA, int groupA, int categoryB, int maskB, int groupB) {
    if (groupA == groupB && groupA != 0) {
      return groupA > 0;
    }
    return (categoryA & maskB) != 0 && (categoryB & maskA) != 0;
  }
}
