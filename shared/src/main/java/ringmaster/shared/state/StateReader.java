package ringmaster.shared.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Restores what {@link StateWriter} saved; truncated or surplus bytes are refused. */
public final class StateReader implements StateVisitor {
  private final ByteBuffer in;

  public StateReader(ByteBuffer in) {
    this.in = in.order(ByteOrder.LITTLE_ENDIAN);
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
    for (int i = 0; i < count; i++) {
      column[i] = in.getInt();
    }
  }

  @Override
  public void longs(long[] column, int count) {
    need((long) count * Long.BYTES);
    for (int i = 0; i < count; i++) {
      column[i] = in.getLong();
    }
  }

  @Override
  public void floats(float[] column, int count) {
    need((long) count * Float.BYTES);
    for (int i = 0; i < count; i++) {
      column[i] = Float.intBitsToFloat(in.getInt());
    }
  }

  @Override
  public void bytes(byte[] column, int count) {
    need(count);
    in.get(column, 0, count);
  }
}
