package ringmaster.shared.snapshot;

/**
 * Says in two bytes whether two have the same owner words. Where they differ, one in 65,536 checks
 * does not tell; the next tick's will. Words that are 0 count for nothing behind the last that is
 * not.
 */
public final class OwnerCheck {
  private static final long MULTIPLIER = 0xC2B2AE3D27D4EB4FL;

  private OwnerCheck() {}

  /** The check of the first words of an array, 16 bits. */
  public static int of(int[] words, int count) {
    long hash = 0;
    for (int i = count - 1; i >= 0; i--) {
      hash = (hash + words[i]) * MULTIPLIER;
      hash ^= hash >>> 31;
    }
    return (int) (hash >>> 48);
  }
}
