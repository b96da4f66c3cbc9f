package ringmaster.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.state.StateVisitor;

/**
 * All state of a simulation in the order it is visited, with the line of code that names each piece
 * of it: to say where two states differ. Slow, and asked for only once they do.
 */
final class StateTrace implements StateVisitor {
  /**
   * One call of the visitor.
   *
   * @param site class, method, file and line, the innermost first
   * @param kind the visitor's method
   * @param elementBytes what an element takes when it is saved
   * @param values of a scalar: one; floats as their bits
   */
  private record Visit(String site, String kind, int elementBytes, long[] values) {
    String describe() {
      return kind + " of " + values.length + " at " + site;
    }

    String value(int element) {
      long bits = values[element];
      if (!kind.startsWith("float")) {
        return Long.toString(bits);
      }
      return Float.intBitsToFloat((int) bits) + " (0x" + Integer.toHexString((int) bits) + ")";
    }
  }

  private static final StackWalker WALKER = StackWalker.getInstance();

  private final List<Visit> visits = new ArrayList<>();

  private StateTrace() {}

  static StateTrace of(Run run) {
    StateTrace trace = new StateTrace();
    run.visit(trace);
    return trace;
  }

  /** Where and how another state differs from this one first; null if it does not. */
  @Nullable String difference(StateTrace other) {
    for (int i = 0; i < Math.min(visits.size(), other.visits.size()); i++) {
      String difference = difference(visits.get(i), other.visits.get(i));
      if (difference != null) {
        return difference;
      }
    }
    return visits.size() == other.visits.size()
        ? null
        : "one visits " + visits.size() + " pieces of state, the other " + other.visits.size();
  }

  private static @Nullable String difference(Visit one, Visit two) {
    if (!one.describe().equals(two.describe())) {
      return "one visits " + one.describe() + ", the other " + two.describe();
    }
    for (int i = 0; i < one.values().length; i++) {
      if (one.values()[i] != two.values()[i]) {
        String element = one.values().length == 1 ? "" : "element " + i + " of ";
        return one.site()
            + ", "
            + element
            + one.kind()
            + ": "
            + one.value(i)
            + " and "
            + two.value(i);
      }
    }
    return null;
  }

  /** The line that names the piece of state which a saved byte is of. */
  String siteOfByte(int index) {
    int end = 0;
    for (Visit visit : visits) {
      end += visit.values().length * visit.elementBytes();
      if (index < end) {
        return visit.site() + ", " + visit.kind();
      }
    }
    throw new IndexOutOfBoundsException(index);
  }

  private void add(String kind, int elementBytes, long... values) {
    visits.add(new Visit(site(), kind, elementBytes, values));
  }

  /** From the line that visits out to the simulation's own. */
  private static String site() {
    return WALKER.walk(frames ->
        frames
            .dropWhile(StateTrace::isVisitor)
            .takeWhile(frame -> !isVisitor(frame))
            .map(StateTrace::place)
            .collect(Collectors.joining(" < ")));
  }

  private static boolean isVisitor(StackWalker.StackFrame frame) {
    return frame.getClassName().equals(StateTrace.class.getName())
        || frame.getClassName().equals(StateVisitor.class.getName())
        || frame.getClassName().equals(Run.class.getName());
  }

  private static String place(StackWalker.StackFrame frame) {
    String name = frame.getClassName();
    return name.substring(name.lastIndexOf('.') + 1)
        + "."
        + frame.getMethodName()
        + "("
        + frame.getFileName()
        + ":"
        + frame.getLineNumber()
        + ")";
  }

  @Override
  public int int32(int value) {
    add("int32", Integer.BYTES, value);
    return value;
  }

  @Override
  public long int64(long value) {
    add("int64", Long.BYTES, value);
    return value;
  }

  @Override
  public float float32(float value) {
    add("float32", Float.BYTES, Float.floatToRawIntBits(value));
    return value;
  }

  @Override
  public boolean bool(boolean value) {
    add("bool", 1, value ? 1 : 0);
    return value;
  }

  @Override
  public void ints(int[] column, int count) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = column[i];
    }
    add("ints", Integer.BYTES, values);
  }

  @Override
  public void longs(long[] column, int count) {
    long[] values = new long[count];
    System.arraycopy(column, 0, values, 0, count);
    add("longs", Long.BYTES, values);
  }

  @Override
  public void floats(float[] column, int count) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = Float.floatToRawIntBits(column[i]);
    }
    add("floats", Float.BYTES, values);
  }

  @Override
  public void bytes(byte[] column, int count) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = column[i];
    }
    add("bytes", 1, values);
  }
}
