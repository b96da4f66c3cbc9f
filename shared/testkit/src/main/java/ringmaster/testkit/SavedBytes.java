package ringmaster.testkit;

import ringmaster.shared.math.Rng;

/** The law that each byte of a saved state counts. */
final class SavedBytes {
  /** All bytes of a small state are flipped; of a large one so many, by lot. */
  private static final int MOST_FLIPPED = 2_000;

  /** What may be restored in all: large states have many bytes of one kind. */
  private static final int MOST_RESTORED_BYTES = 100_000_000;

  private SavedBytes() {}

  /** A flipped bit is refused, or is there in the hash; nothing else may come of it. */
  static void eachCounts(Trial trial) {
    Run match = trial.halfway();
    byte[] saved = match.save();
    long hash = match.hash();
    Run other = match.another();
    Rng rng = new Rng(trial.seed());
    int flips = Math.min(MOST_FLIPPED, 1 + MOST_RESTORED_BYTES / Math.max(1, saved.length));
    for (int i = 0; i < Math.min(saved.length, flips); i++) {
      int index = saved.length <= flips ? i : rng.nextInt(saved.length);
      byte[] changed = saved.clone();
      changed[index] ^= (byte) (1 << rng.nextInt(Byte.SIZE));
      if (trial.restores(other, changed) && other.hash() == hash) {
        throw trial.breach(
            "byte "
                + index
                + " of the saved state makes no difference once restored: "
                + StateTrace.of(match).siteOfByte(index));
      }
    }
  }
}
