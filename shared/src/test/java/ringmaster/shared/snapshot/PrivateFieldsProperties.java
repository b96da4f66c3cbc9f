package ringmaster.shared.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityField.Visibility;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.TickRate;
import ringmaster.shared.wire.BitReader;

/** Who is sent which field, over a network that loses; seeds are in the names. */
class PrivateFieldsProperties {
  private static final int PLACE = 0;
  private static final int PLAN = 1;
  private static final int AMMO = 2;

  private static final EntitySchema SCHEMA =
      new EntitySchema(
          List.of(
              new EntityType(
                  "soldier",
                  List.of(
                      EntityField.count("place", 0, 1000),
                      EntityField.count("plan", 0, 1000).visibleTo(Visibility.TEAM),
                      EntityField.count("ammo", 0, 1000).visibleTo(Visibility.OWNER)),
                  EntityType.Shape.CIRCLE,
                  1,
                  0)),
          12);

  private static final SnapshotCodec CODEC = SnapshotCodec.general(SCHEMA, new TickRate(60));
  private static final int SEATS = 6;
  private static final int NEUTRAL_SLOTS = 2;
  private static final int TICKS = 400;

  /** A match of soldiers, each of the seat of its slot, the last two nobody's. */
  private static final class World {
    final EntityFrame now = new EntityFrame(SCHEMA);
    final FrameRing frames = new FrameRing(SCHEMA);

    void commit(int tick) {
      EntityFrame frame = frames.begin(tick);
      frame.copyFrom(now);
      frame.stamp(tick);
      frames.commit(tick);
    }
  }

  /** One receiver of snapshots. */
  private static final class Viewer {
    final int seat;
    final SnapshotEncoder encoder;
    final SnapshotDecoder decoder;
    private final InterestSet interest = new InterestSet();
    private final SnapshotHeader header = new SnapshotHeader();
    private final byte[] bytes = new byte[1200];

    Viewer(int seat) {
      this.seat = seat;
      encoder = new SnapshotEncoder(CODEC, seat);
      decoder = new SnapshotDecoder(CODEC, seat);
    }

    byte[] encode(World world) {
      interest.setAll(world.frames.newest(), encoder);
      int length = encoder.encode(world.frames, header, interest, bytes, 0, bytes.length);
      return Arrays.copyOf(bytes, length);
    }

    void receive(byte[] datagram) {
      BitReader in = new BitReader().wrap(datagram, 0, datagram.length);
      SnapshotHeader received = new SnapshotHeader();
      received.read(in, decoder.newestTick());
      assertSame(SnapshotDecoder.Outcome.TAKEN, decoder.decode(received, in, (tick, events) -> {}));
      encoder.acknowledge(received.tick);
    }
  }

  private static void mutate(Rng rng, EntityFrame now, int tick) {
    for (int slot = 0; slot < SEATS + NEUTRAL_SLOTS; slot++) {
      if (tick == 0 || rng.nextBoolean(0.01f)) {
        now.put(slot, 0, tick & 0xFF);
        now.own(slot, slot < SEATS ? slot : EntityFrame.NOBODY);
        now.setQuantized(slot, PLACE, rng.nextInt(1001));
        now.setQuantized(slot, PLAN, rng.nextInt(1001));
        now.setQuantized(slot, AMMO, rng.nextInt(1001));
      }
      if (rng.nextBoolean(0.3f)) {
        now.setQuantized(slot, rng.nextInt(3), rng.nextInt(1001));
      }
    }
    if (tick == 0 || rng.nextBoolean(0.1f)) {
      now.team(rng.nextInt(SEATS), rng.nextInt(3));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void eachViewerHoldsWhatItMayKnowAndNothingElse(long seed) {
    Rng rng = new Rng(seed);
    World world = new World();
    List<Viewer> viewers =
        List.of(new Viewer(0), new Viewer(1), new Viewer(2), new Viewer(EntityFrame.NOBODY));
    int mates = 0;
    for (int tick = 0; tick < TICKS; tick++) {
      mutate(rng, world.now, tick);
      world.commit(tick);
      for (Viewer viewer : viewers) {
        byte[] datagram = viewer.encode(world);
        if (rng.nextBoolean(0.7f)) {
          viewer.receive(datagram);
          mates += check(world.now, viewer);
        }
      }
    }
    assertTrue(mates > 100, "only " + mates + " soldiers of mates were looked at");
  }

  /** Compares what a viewer holds; returns how many entities of mates it was shown. */
  private static int check(EntityFrame now, Viewer viewer) {
    EntityFrame held = viewer.decoder.newest();
    int mates = 0;
    for (int slot = 0; slot < SEATS + NEUTRAL_SLOTS; slot++) {
      int access = now.access(slot, viewer.seat);
      boolean owner = slot < SEATS && slot == viewer.seat;
      assertEquals(owner ? 2 : access == 1 ? 1 : 0, access);
      assertEquals(now.quantized(slot, PLACE), held.quantized(slot, PLACE));
      assertEquals(access >= 1 ? now.quantized(slot, PLAN) : 0, held.quantized(slot, PLAN));
      assertEquals(access >= 2 ? now.quantized(slot, AMMO) : 0, held.quantized(slot, AMMO));
      mates += access == 1 ? 1 : 0;
    }
    return mates;
  }

  /** Not even that something changed: not in size, not in time. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void whatAViewerMayNotKnowMakesNoDifferenceToItsBytes(long seed) {
    Rng rng = new Rng(seed);
    World world = new World();
    World other = new World();
    Viewer[] viewers = {new Viewer(0), new Viewer(EntityFrame.NOBODY)};
    Viewer[] others = {new Viewer(0), new Viewer(EntityFrame.NOBODY)};
    for (int tick = 0; tick < TICKS; tick++) {
      mutate(rng, world.now, tick);
      other.now.copyFrom(world.now);
      for (int slot = 0; slot < SEATS + NEUTRAL_SLOTS; slot++) {
        int access = world.now.access(slot, 0);
        if (slot != 0) {
          other.now.setQuantized(slot, AMMO, rng.nextInt(1001));
        }
        if (access == 0) {
          other.now.setQuantized(slot, PLAN, rng.nextInt(1001));
        }
      }
      world.commit(tick);
      other.commit(tick);
      boolean arrives = rng.nextBoolean(0.7f);
      for (int i = 0; i < viewers.length; i++) {
        byte[] datagram = viewers[i].encode(world);
        assertArrayEquals(datagram, others[i].encode(other), "tick " + tick);
        if (arrives) {
          viewers[i].receive(datagram);
          others[i].receive(datagram);
        }
      }
    }
  }
}
