package ringmaster.server.transport;

import com.esotericsoftware.kryonet.Connection;
import com.esotericsoftware.kryonet.FrameworkMessage;
import com.esotericsoftware.kryonet.Serialization;
import java.nio.ByteBuffer;
import ringmaster.shared.protocol.ControlCodec;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.Limits;

/**
 * Our messages in Kryonet's frames: a big-endian u32 length, then the message.
 *
 * <p>Kryo's object graphs never get here: no byte from the wire names a class. Of Kryonet's own
 * messages the greeting and the keep-alive go out, in our layout, and none comes in. That leaves no
 * way to ask for a ping, whose answers to a client that does not read would overflow its buffer.
 */
class KryonetFraming implements Serialization {
  private static final int NO_LENGTH = -1;

  private boolean refusedLength;

  @Override
  public int getLengthLength() {
    return ControlCodec.LENGTH_BYTES;
  }

  @Override
  public void writeLength(ByteBuffer buffer, int lengthBytes) {
    buffer.putInt(lengthBytes);
  }

  /**
   * Kryonet closes the connection on a length that is not positive, so that is what an impossible
   * one becomes. Other protocols end here: their first bytes read as a length of many megabytes.
   */
  @Override
  public int readLength(ByteBuffer buffer) {
    int lengthBytes = buffer.getInt();
    if (lengthBytes < 1 || lengthBytes > Limits.MAX_CONTROL_MESSAGE_BYTES) {
      refusedLength = true;
      return NO_LENGTH;
    }
    return lengthBytes;
  }

  /**
   * Whether a length was refused since the last call. Kryonet does not say whose length it reads,
   * but closes that connection as the very next thing.
   */
  boolean takeRefusedLength() {
    boolean refused = refusedLength;
    refusedLength = false;
    return refused;
  }

  @Override
  public void write(Connection connection, ByteBuffer buffer, Object object) {
    ControlCodec.encode(ours(object), buffer);
  }

  private static ControlMessage ours(Object object) {
    return switch (object) {
      case ControlMessage message -> message;
      case FrameworkMessage.RegisterTCP greeting ->
          new ControlMessage.Accepted(greeting.connectionID);
      default -> throw new IllegalArgumentException("not a control message: " + object);
    };
  }

  /** Consumes the whole frame whatever it holds: what is left over would be read as a length. */
  @Override
  public ControlMessage.FromClient read(Connection connection, ByteBuffer frame) {
    ControlMessage.FromClient message = ControlCodec.decodeFromClient(frame);
    frame.position(frame.limit());
    return message;
  }
}
