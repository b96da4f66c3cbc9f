package ringmaster.server.bench.codec;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.snapshot.FrameRing;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.snapshot.SnapshotDecoder;
import ringmaster.shared.snapshot.SnapshotEncoder;
import ringmaster.shared.snapshot.SnapshotHeader;
import ringmaster.shared.wire.BitReader;

/** Our own codec, as server and clients use it. */
final class Ringmaster implements Contender {
  /** What the header is followed by where nothing happened. */
  private static final int NO_EVENTS_BITS = 1;

  private final String name;
  private final SnapshotCodec codec;

  private Ringmaster(String name, SnapshotCodec codec) {
    this.name = name;
    this.codec = codec;
  }

  /** With what the game foretells, and the model that was trained for it. */
  static Ringmaster trained(Trace trace) {
    return new Ringmaster(
        "ringmaster", SnapshotCodec.of(trace.game(), trace.settings(), trace.map()));
  }

  /** As a game is served that says nothing but its units. */
  static Ringmaster general(Trace trace) {
    return new Ringmaster(
        "ringmaster-generic",
        SnapshotCodec.general(Unforetold.schema(trace.schema()), trace.settings().rate()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Viewer open(FrameRing frames, int seat) {
    return new Viewer(codec, frames, seat);
  }

  static final class Viewer implements ViewerCodec {
    private final FrameRing frames;
    private final SnapshotEncoder encoder;
    private final SnapshotDecoder decoder;
    private final SnapshotHeader header = new SnapshotHeader();
    private final SnapshotHeader received = new SnapshotHeader();
    private final BitReader in = new BitReader();

    private Viewer(SnapshotCodec codec, FrameRing frames, int seat) {
      this.frames = frames;
      encoder = new SnapshotEncoder(codec, seat);
      decoder = new SnapshotDecoder(codec, seat);
    }

    @Override
    public void acknowledge(int tick) {
      encoder.acknowledge(tick);
    }

    @Override
    public int encode(Sight now, Sight baseline, byte[] bytes) {
      return encoder.encode(frames, header, now.slots(), bytes, 0, Limits.MAX_DATAGRAM_BYTES);
    }

    @Override
    public int entityBytes(byte[] bytes, int length) {
      in.wrap(bytes, 0, length);
      received.read(in, decoder.newestTick());
      int headBits = in.position() + NO_EVENTS_BITS;
      return length - (headBits + Byte.SIZE - 1) / Byte.SIZE;
    }

    @Override
    public EntityFrame decode(byte[] bytes, int length, Sight baseline) {
      in.wrap(bytes, 0, length);
      received.read(in, decoder.newestTick());
      SnapshotDecoder.Outcome outcome = decoder.decode(received, in, (tick, events) -> {});
      if (outcome != SnapshotDecoder.Outcome.TAKEN) {
        throw new IllegalStateException("tick " + received.tick + ": " + outcome);
      }
      return decoder.newest();
    }

    /** The tick that a slot's entity is of, with the viewer. */
    int asOfTick(int slot) {
      return decoder.asOfTick(slot);
    }

    /** What an entity took in the snapshot coded last, in 1/16 bits, by its index in the sight. */
    int costSixteenths(int index) {
      return encoder.costSixteenths(index);
    }
  }
}
