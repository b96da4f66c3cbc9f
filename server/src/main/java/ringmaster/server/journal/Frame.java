package ringmaster.server.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import ringmaster.server.ingress.Record;

/**
 * What a segment consists of after its header: one frame per record or mark, without padding.
 * Little-endian.
 *
 * <pre>
 * offset bytes field
 *  0     4     CRC32C of all that follows
 *  4     2     payload bytes n, u16
 *  6     1     kind, below
 *  7     1     0
 *  8     8     sequence i64
 * 16     n     payload
 *
 * kind       sequence                            payload
 * 1 RECORD   of the record's last ring slot      the record as it was in the ring
 * 2 GAP      of the last record lost             sequence of the first record lost i64,
 *                                                records lost i64
 * 3 SYNCED   up to which, with everything        -
 *            before, the disk has confirmed
 * </pre>
 *
 * <p>The layout is also that of the memory between agent and writer, so a record is copied once on
 * its way to the disk.
 */
final class Frame {
  static final int HEADER_BYTES = 16;
  static final int GAP_PAYLOAD_BYTES = 16;
  static final int MAX_BYTES = HEADER_BYTES + Record.MAX_BYTES;

  static final int RECORD = 1;
  static final int GAP = 2;
  static final int SYNCED = 3;

  private static final int CRC_BYTES = 4;

  private final ByteBuffer bytes;
  private final ByteBuffer covered;
  private final CRC32C crc = new CRC32C();

  /** A view of the frames in a little-endian buffer. Its position and limit do not matter. */
  Frame(ByteBuffer bytes) {
    this.bytes = bytes;
    covered = bytes.duplicate();
  }

  /** Writes all of a frame but its checksum and payload. */
  void begin(int at, int kind, int payloadBytes, long sequence) {
    bytes.putShort(at + 4, (short) payloadBytes);
    bytes.put(at + 6, (byte) kind);
    bytes.put(at + 7, (byte) 0);
    bytes.putLong(at + 8, sequence);
  }

  /** Writes the checksum of a frame that is otherwise complete. */
  void seal(int at) {
    bytes.putInt(at, checksum(at));
  }

  int payloadBytes(int at) {
    return bytes.getShort(at + 4) & 0xFFFF;
  }

  int bytesOf(int at) {
    return HEADER_BYTES + payloadBytes(at);
  }

  int kind(int at) {
    return bytes.get(at + 6);
  }

  long sequence(int at) {
    return bytes.getLong(at + 8);
  }

  /** What is wrong with the frame of a read segment, or null if it is whole. */
  @Nullable String faultAt(int at, int end) {
    if (end - at < HEADER_BYTES || end - at < bytesOf(at)) {
      return "a frame runs past the end";
    }
    if (!payloadFitsKind(at)) {
      return "there is no frame";
    }
    if (bytes.getInt(at) != checksum(at)) {
      return "the checksum of a frame is wrong";
    }
    return null;
  }

  private boolean payloadFitsKind(int at) {
    int payloadBytes = payloadBytes(at);
    return switch (kind(at)) {
      case RECORD ->
          payloadBytes > 1
              && payloadBytes <= Record.MAX_BYTES
              && payloadBytes == (bytes.getShort(at + HEADER_BYTES) & 0xFFFF);
      case GAP -> payloadBytes == GAP_PAYLOAD_BYTES;
      case SYNCED -> payloadBytes == 0;
      default -> false;
    };
  }

  private int checksum(int at) {
    covered.limit(at + bytesOf(at)).position(at + CRC_BYTES);
    crc.reset();
    crc.update(covered);
    return (int) crc.getValue();
  }
}
