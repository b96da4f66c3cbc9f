package ringmaster.shared.state;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Restores what {@link StateWriter} saved; truncated or surplus bytes are refused. */
public final class StateReader implements StateVisitor {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final ByteBuffer in;

  /** The same bytes from where reading began: columns are copied in one go. */
  private final MemorySegment segment;

  private final int start;

  public StateReader(ByteBuffer in) {
    this.in = in.order(ByteOrder.LITTLE_ENDIAN);
    segment = MemorySegment.ofBuffer(in);
    start = in.position();
  }

  /** Where the next bytes are in the segment; they count as read. */
  private long take(int bytes) {
    int at = in.position();
    in.position(at + bytes);
    return at - start;
  }

  /** To be called last: refuses bytes that nobody read. */
  public void end() {
    if (in.hasRemaining()) {
      throw new StateFormatException(in.remaining() + " bytes follow the end of the state");
    }
  }

  @Override
  public boolean restores() {
    return true;
  }

  private void need(long bytes) {
    if (in.remaining() < bytes) {
      throw new StateFormatException(
          "state is truncated: " + bytes + " bytes wanted, " + in.remaining() + " left");
    }
  }

  @Override
  public int int32(int value) {
    need(Integer.BYTES);
    return in.getInt();
  }

  @Override
  public long int64(long value) {
    need(Long.BYTES);
    return in.getLong();
  }

  @Override
  public float float32(float value) {
    need(Float.BYTES);
    return Float.intBitsToFloat(in.getInt());
  }

  @Override
  public boolean bool(boolean value) {
    need(1);
    int read = in.get();
    if (read != 0 && read != 1) {
      throw new StateFormatException("boolean of value " + read);
    }
    return read == 1;
  }

  @Override
  public void ints(int[] column, int count) {
    need((long) count * Integer.BYTES);
    MemorySegment.copy(segment, INT, take(count * Integer.BYTES), column, 0, count);
  }

  @Override
  public void longs(long[] column, int count) {
    need((long) count * Long.BYTES);
    MemorySegment.copy(segment, LONG, take(count * Long.BYTES), column, 0, count);
  }

  @Override
  public void floats(float[] column, int count) {
    need((long) count * Float.BYTES);
    MemorySegment.copy(segment, FLOAT, take(count * Float.BYTES), column, 0, count);
  }

  @Override
  public void bytes(byte[] column, int count) {
    need(count);
    in.get(column, 0, count);
  }
}
