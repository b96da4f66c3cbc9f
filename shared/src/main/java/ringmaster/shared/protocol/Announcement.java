package ringmaster.shared.protocol;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.wire.ByteReader;
import ringmaster.shared.wire.ByteWriter;

/**
 * What a server says of itself on its own network, to {@link Limits#ANNOUNCE_GROUP}. Where it is,
 * the datagram's sender tells. One datagram, little-endian:
 *
 * <pre>
 * offset bytes field
 *  0     4     magic u32
 *  4     1     layout version u8, 1
 *  5     2     protocol version u16
 *  7     2     control port u16, not 0
 *  9     8     server id i64
 * </pre>
 *
 * @param protocolVersion {@link Limits#PROTOCOL_VERSION} of the server
 * @param controlPort its TCP port
 * @param serverId random number of its run, the same on each of its networks and in its {@link
 *     ControlMessage.Info}
 */
public record Announcement(int protocolVersion, int controlPort, long serverId) {
  public static final int BYTES = 17;

  private static final int MAGIC = 0x41474D52; // "RMGA"
  private static final int LAYOUT_VERSION = 1;

  /** Writes it at the buffer's position and moves that. */
  public void write(ByteBuffer out) {
    ByteWriter writer = new ByteWriter(out);
    writer.i32(MAGIC).u8(LAYOUT_VERSION).u16(protocolVersion).u16(controlPort).i64(serverId);
    out.position(writer.position());
  }

  /**
   * Reads one datagram.
   *
   * @param in from position to limit; left as it is
   * @return null for anything that is no announcement
   */
  public static @Nullable Announcement read(ByteBuffer in) {
    ByteReader reader = new ByteReader(in);
    boolean ours = reader.i32() == MAGIC && reader.u8() == LAYOUT_VERSION;
    Announcement read = new Announcement(reader.u16(), reader.u16(), reader.i64());
    return ours && reader.complete() && read.controlPort != 0 ? read : null;
  }
}
