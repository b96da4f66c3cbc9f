package ringmaster.shared.state;

/**
 * Walks all state of a match in one fixed order.
 *
 * <p>A class that holds state describes it once, {@code tick = visitor.int32(tick)} for a scalar
 * and {@code visitor.floats(x, count)} for a column; the visitor writes, reads or hashes it. So the
 * three cannot disagree about what the state is.
 */
public interface StateVisitor {
  /** Visits a scalar and returns what it is from now on. */
  int int32(int value);

  long int64(long value);

  float float32(float value);

  boolean bool(boolean value);

  /** Visits the first {@code count} elements of a column, in place. */
  void ints(int[] column, int count);

  void longs(long[] column, int count);

  void floats(float[] column, int count);

  void bytes(byte[] column, int count);

  /** Whether this visit changes what it visits, so that what is derived has to be made anew. */
  default boolean restores() {
    return false;
  }

  /** Visits a count that bounds a column; a restored one outside [0, max] is refused. */
  default int count(int value, int max) {
    int count = int32(value);
    if (count < 0 || count > max) {
      throw new StateFormatException("count " + count + " is outside 0.." + max);
    }
    return count;
  }
}
