package ringmaster.shared.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Saves state, little-endian, into a buffer the caller owns; too small a buffer overflows. */
public final class StateWriter implements StateVisitor {
  private final ByteBuffer out;

  /** Writes from the buffer's position; sets its order to little-endian. */
  public StateWriter(ByteBuffer out) {
    this.out = out.order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public int int32(int value) {
    out.putInt(value);
    return value;
  }

  @Override
  public long int64(long value) {
    out.putLong(value);
    return value;
  }

  @Override
  public float float32(float value) {
    out.putInt(Float.floatToRawIntBits(value));
    return value;
  }

  @Override
  public boolean bool(boolean value) {
    out.put((byte) (value ? 1 : 0));
    return value;
  }

  @Override
  public void ints(int[] column, int count) {
    for (int i = 0; i < count; i++) {
      out.putInt(column[i]);
    }
  }

  @Override
  public void longs(long[] column, int count) {
    for (int i = 0; i < count; i++) {
      out.putLong(column[i]);
    }
  }

  @Override
  public void floats(float[] column, int count) {
    for (int i = 0; i < count; i++) {
      out.putInt(Float.floatToRawIntBits(column[i]));
    }
  }

  @Override
  public void bytes(byte[] column, int count) {
    out.put(column, 0, count);
  }
}
