package ringmaster.shared.seal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The layout around every datagram's body, both directions, little-endian:
 *
 * <pre>
 * offset bytes
 *  0      8     session id
 *  8      4     counter: per session and direction, from 1, never repeated
 * 12      n     body
 * </pre>
 *
 * A body is read only through {@link #accept} and sent only after {@link #seal}: an authenticated
 * cipher over the body, with the header as its associated data, goes into these two.
 */
public final class Envelope {
  public static final int HEADER_BYTES = 12;

  /** Bytes around a body. */
  public static final int OVERHEAD_BYTES = HEADER_BYTES;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private Envelope() {}

  /** Whether the bytes can be a datagram at all; the cheapest check comes first. */
  public static boolean plausible(int lengthBytes) {
    return lengthBytes > OVERHEAD_BYTES;
  }

  public static long sessionId(byte[] datagram) {
    return (long) LONG.get(datagram, 0);
  }

  public static int counter(byte[] datagram) {
    return (int) INT.get(datagram, 8);
  }

  /**
   * Opens a datagram of a known session.
   *
   * @param window of that session and direction; moves on only if the datagram is accepted
   * @return whether the body, from {@link #HEADER_BYTES} on, may be read
   */
  public static boolean accept(byte[] datagram, int lengthBytes, ReplayWindow window) {
    return plausible(lengthBytes) && window.accept(counter(datagram) & 0xFFFF_FFFFL);
  }

  /**
   * Completes a datagram whose body stands from {@link #HEADER_BYTES} on.
   *
   * @return length of the whole datagram in bytes
   */
  public static int seal(byte[] datagram, int bodyBytes, long sessionId, int counter) {
    LONG.set(datagram, 0, sessionId);
    INT.set(datagram, 8, counter);
    return HEADER_BYTES + bodyBytes;
  }
}
