package ringmaster.shared.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.TickRate;
import ringmaster.shared.wire.BitReader;

/** Entities that come, go and wait, to a viewer behind a bad network. */
class InterestProperties {
  private static final EntitySchema SCHEMA =
      new EntitySchema(
          List.of(
              new EntityType(
                  "runner",
                  List.of(
                      new EntityField("x", "m", -100, 100, 0.01f),
                      new EntityField("velocityX", "m/s", -20, 20, 0.05f),
                      new EntityField(
                          "facing",
                          "rad",
                          0,
                          (float) (Math.PI * 511 / 256),
                          (float) (Math.PI / 256))),
                  EntityType.Shape.CIRCLE,
                  1,
                  0),
              new EntityType(
                  "flag", List.of(EntityField.count("holder", 0, 9)), EntityType.Shape.NONE, 0, 0)),
          150);

  private static final int TICKS = 3_000;
  private static final int MAX_DELAY_TICKS = 40;

  /** Slots of what is the viewer's own, the first so many: whatever waits, these do not. */
  private static final int OWN_SLOTS = 2;

  /** A datagram, or an acknowledgement, on its way. */
  private record Packet(int dueTick, int tick, byte[] bytes) {}

  private Rng rng = new Rng(0);
  private final EntityFrame world = new EntityFrame(SCHEMA);
  private final boolean[] concerns = new boolean[SCHEMA.capacity()];
  private final FrameRing frames = new FrameRing(SCHEMA);
  private final SnapshotCodec codec = SnapshotCodec.general(SCHEMA, new TickRate(60));
  private final SnapshotEncoder encoder = new SnapshotEncoder(codec, 0);
  private final SnapshotDecoder decoder = new SnapshotDecoder(codec, 0);
  private final InterestSet interest = new InterestSet();
  private final SnapshotHeader header = new SnapshotHeader();
  private final SnapshotHeader received = new SnapshotHeader();
  private final List<Packet> down = new ArrayList<>();
  private final List<Packet> up = new ArrayList<>();
  private final List<boolean[]> concernedAt = new ArrayList<>();
  private int complete;
  private int waited;

  private void live() {
    for (int slot = 0; slot < world.capacity(); slot++) {
      if (!world.present(slot) || rng.nextBoolean(0.004f)) {
        if (rng.nextBoolean(0.02f)) {
          world.put(slot, rng.nextInt(2), rng.nextInt(EntityFrame.GENERATIONS));
          for (int i = 0; i < SCHEMA.types().get(world.type(slot)).fields().size(); i++) {
            world.setQuantized(slot, i, rng.nextInt(steps(slot, i) + 1));
          }
        } else if (rng.nextBoolean(0.1f)) {
          world.remove(slot);
        }
      } else if (world.type(slot) == 0) {
        float x = world.get(slot, 0) + world.get(slot, 1) / 60;
        world.set(slot, 0, x);
        if (rng.nextBoolean(0.3f)) {
          world.set(slot, 1, world.get(slot, 1) + rng.nextFloat() - 0.5f);
          world.setQuantized(slot, 2, (world.quantized(slot, 2) + rng.nextInt(7) + 509) % 512);
        }
      } else if (rng.nextBoolean(0.01f)) {
        world.setQuantized(slot, 0, rng.nextInt(10));
      }
      if (rng.nextBoolean(0.01f)) {
        concerns[slot] = !concerns[slot];
      }
    }
  }

  private int steps(int slot, int field) {
    return SCHEMA.types().get(world.type(slot)).fields().get(field).steps();
  }

  private void send(int tick, int room, float loss) {
    EntityFrame frame = frames.begin(tick);
    frame.copyFrom(world);
    frame.stamp(tick);
    frames.commit(tick);
    interest.clear();
    boolean[] told = new boolean[concerns.length];
    for (int slot = 0; slot < concerns.length; slot++) {
      if (concerns[slot] && world.present(slot)) {
        int waited = 1 + tick - encoder.sentTick(slot);
        interest.add(slot, slot < OWN_SLOTS ? InterestSet.MUST : waited);
        told[slot] = true;
      }
    }
    concernedAt.add(told);
    byte[] bytes = new byte[room];
    int length = encoder.encode(frames, header, interest, bytes, 0, room);
    assertTrue(length > 0 && length <= room, "length " + length);
    transmit(down, tick, Arrays.copyOf(bytes, length), loss);
  }

  /** Some are lost, some come twice, and any may overtake those before. */
  private void transmit(List<Packet> link, int tick, byte[] bytes, float loss) {
    for (int copies = rng.nextBoolean(0.05f) ? 2 : 1; copies > 0; copies--) {
      if (!rng.nextBoolean(loss)) {
        link.add(new Packet(tick + 3 + rng.nextInt(rng.nextInt(MAX_DELAY_TICKS) + 1), tick, bytes));
      }
    }
  }

  private void receive(int now, float loss) {
    for (Packet packet : List.copyOf(down)) {
      if (packet.dueTick() <= now) {
        down.remove(packet);
        BitReader in = new BitReader().wrap(packet.bytes(), 0, packet.bytes().length);
        received.read(in, header.tick);
        SnapshotDecoder.Outcome outcome = decoder.decode(received, in, EventSink.NONE);
        if (outcome != SnapshotDecoder.Outcome.STALE) {
          assertEquals(SnapshotDecoder.Outcome.TAKEN, outcome, "tick " + packet.tick());
          check(packet.tick());
          transmit(up, packet.tick(), new byte[0], loss);
        }
      }
    }
    for (Packet packet : List.copyOf(up)) {
      if (packet.dueTick() <= now) {
        up.remove(packet);
        encoder.acknowledge(packet.tick());
      }
    }
  }

  /** Each entity is, field by field, what the server had in the tick that it carries. */
  private void check(int tick) {
    EntityFrame held = decoder.newest();
    boolean[] told = concernedAt.get(tick);
    complete += received.complete ? 1 : 0;
    for (int slot = 0; slot < held.capacity(); slot++) {
      if (received.complete) {
        assertEquals(told[slot], held.present(slot), "tick " + tick + " slot " + slot);
      }
      if (slot < OWN_SLOTS && told[slot]) {
        assertEquals(tick, held.present(slot) ? decoder.asOfTick(slot) : -1, "slot " + slot);
      }
      EntityFrame truth = held.present(slot) ? frames.find(decoder.asOfTick(slot)) : null;
      if (truth != null) {
        waited += decoder.asOfTick(slot) < tick ? 1 : 0;
        assertNotEquals(EntityFrame.EMPTY, truth.type(slot));
        assertTrue(truth.sameEntity(held, slot), "tick " + tick + " slot " + slot);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theViewerHoldsWhatConcernsItAsTheServerHadIt(long seed) {
    rng = new Rng(seed);
    float loss = rng.nextFloat() * 0.4f;
    int room = 40 + rng.nextInt(60);
    for (int tick = 0; tick < TICKS; tick++) {
      live();
      send(tick, rng.nextBoolean(0.5f) ? room : 1200, loss);
      receive(tick, loss);
    }
    assertTrue(complete > 100, complete + " complete snapshots");
    assertTrue(waited > 1_000, waited + " entities waited");
    assertFalse(down.isEmpty());
  }
}
