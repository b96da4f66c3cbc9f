package ringmaster.client;

import java.net.SocketAddress;
import ringmaster.client.connection.DatagramHub;
import ringmaster.shared.math.Rng;
import ringmaster.shared.protocol.CommandDatagram;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.seal.Envelope;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/** Writes a {@link Cheat} into the datagrams of an honest client, on their way to the server. */
final class CheatingHub implements DatagramHub {
  private final DatagramHub world;
  private final Cheat cheat;
  private final Rng rng;
  private final byte[] bytes = new byte[Limits.MAX_DATAGRAM_BYTES];
  private final BitReader reader = new BitReader();
  private final BitWriter writer = new BitWriter();
  private final CommandDatagram honest = new CommandDatagram();
  private final CommandDatagram forged = new CommandDatagram();
  private int counter;
  private long nowNanos;

  CheatingHub(DatagramHub world, Cheat cheat, long seed) {
    this.world = world;
    this.cheat = cheat;
    rng = new Rng(Rng.mix(seed));
  }

  @Override
  public void register(long sessionId, Receiver receiver) {
    world.register(sessionId, receiver);
  }

  @Override
  public void unregister(long sessionId) {
    world.unregister(sessionId);
  }

  @Override
  public int poll(long newNowNanos) {
    nowNanos = newNowNanos;
    return 0; // the world is polled for all of its clients
  }

  @Override
  public void send(byte[] datagram, int lengthBytes, SocketAddress to) {
    reader.wrap(datagram, Envelope.HEADER_BYTES, lengthBytes - Envelope.OVERHEAD_BYTES);
    if (!honest.read(reader)) {
      throw new IllegalStateException("a command datagram cannot be read");
    }
    for (int copy = 0; copy < cheat.copies; copy++) {
      forge(copy);
      writer.wrap(bytes, Envelope.HEADER_BYTES, CommandDatagram.MAX_BYTES);
      forged.write(writer);
      long id = Envelope.sessionId(datagram);
      world.send(bytes, Envelope.seal(bytes, writer.lengthBytes(), id, ++counter), to);
    }
  }

  private void forge(int copy) {
    forged.begin(
        honest.epoch(),
        honest.view(),
        cheat.ackTick(honest, rng),
        honest.ackMask(),
        cheat.newestTick(honest, copy, nowNanos));
    forged.wantWords(honest.wordsWanted());
    for (int i = 0; i < honest.count(); i++) {
      int viewAge = cheat.viewAge(honest.viewAgeSixteenths(i), rng);
      forged.add(cheat.command(honest.command(i), copy), viewAge);
    }
  }
}
