package ringmaster.shared.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.EventType;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.TickRate;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/** Encoder and decoder over a network that loses, delays and reorders; seeds are in the names. */
class SnapshotCodecProperties {
  private static final EntitySchema SCHEMA =
      new EntitySchema(
          List.of(
              new EntityType(
                  "mover",
                  List.of(
                      new EntityField("x", "m", -100, 100, 0.01f),
                      EntityField.count("health", 0, 100),
                      EntityField.count("flag", 0, 1)),
                  EntityType.Shape.CIRCLE,
                  1,
                  0),
              new EntityType(
                  "rock",
                  List.of(new EntityField("y", "m", -8, 8, 0.5f)),
                  EntityType.Shape.BOX,
                  1,
                  0)),
          80,
          List.of(
              new EventType("tick", List.of()),
              new EventType(
                  "hit",
                  List.of(
                      EntityField.count("damage", 0, 100),
                      new EntityField("x", "m", -100, 100, 0.01f))),
              new EventType("goal", List.of(EntityField.count("team", 0, 2)))));

  private static final int DELAY_TICKS = 6;

  private static final SnapshotCodec CODEC = SnapshotCodec.general(SCHEMA, new TickRate(60));

  private final FrameRing frames = new FrameRing(SCHEMA);
  private final InterestSet interest = new InterestSet();
  private final SnapshotEncoder encoder = new SnapshotEncoder(CODEC, 0);
  private SnapshotDecoder decoder = new SnapshotDecoder(CODEC, 0);
  private final SnapshotHeader header = new SnapshotHeader();
  private final SnapshotHeader received = new SnapshotHeader();
  private final EntityFrame world = new EntityFrame(SCHEMA);
  private final byte[] bytes = new byte[1200];
  private int happenedTick = -1;

  private void mutate(Rng rng, float activity) {
    for (int slot = 0; slot < world.capacity(); slot++) {
      if (!rng.nextBoolean(activity)) {
        continue;
      }
      switch (rng.nextInt(6)) {
        case 0 -> world.remove(slot);
        case 1 -> spawn(rng, slot);
        default -> {
          if (world.present(slot)) {
            change(rng, slot, 0.5f);
          }
        }
      }
    }
    for (int count = rng.nextInt(4); count > 0; count--) {
      happen(rng, rng.nextInt(SCHEMA.events().size()));
    }
  }

  private void happen(Rng rng, int type) {
    world.events().add(type);
    List<EntityField> fields = SCHEMA.events().get(type).fields();
    for (int i = 0; i < fields.size(); i++) {
      world.events().setQuantized(i, rng.nextInt(fields.get(i).steps() + 1));
    }
  }

  private void spawn(Rng rng, int slot) {
    world.put(slot, rng.nextInt(2), rng.nextInt(EntityFrame.GENERATIONS));
    change(rng, slot, 1);
  }

  private void change(Rng rng, int slot, float share) {
    List<EntityField> fields = SCHEMA.types().get(world.type(slot)).fields();
    for (int i = 0; i < fields.size(); i++) {
      if (rng.nextBoolean(share)) {
        world.setQuantized(slot, i, rng.nextInt(fields.get(i).steps() + 1));
      }
    }
  }

  private int encode(int tick, int roomBytes) {
    EntityFrame frame = frames.begin(tick);
    frame.copyFrom(world);
    frame.stamp(tick);
    frames.commit(tick);
    world.events().clear();
    interest.setAll(frames.newest(), encoder);
    int length = encoder.encode(frames, header, interest, bytes, 0, roomBytes);
    assertTrue(length > 0 && length <= roomBytes, "length " + length);
    return length;
  }

  private SnapshotDecoder.Outcome decode(byte[] datagram, int length) {
    BitReader in = new BitReader().wrap(datagram, 0, length);
    received.read(in, header.tick);
    return decoder.decode(received, in, this::happened);
  }

  /** Whatever bytes it came from, what is handed out is of the schema and in order. */
  private void happened(int tick, EventList events) {
    assertTrue(tick > happenedTick && tick <= received.tick, "tick " + tick);
    happenedTick = tick;
    assertTrue(events.count() > 0 && events.count() <= EventList.CAPACITY);
    for (int event = 0; event < events.count(); event++) {
      List<EntityField> fields = SCHEMA.events().get(events.type(event)).fields();
      for (int i = 0; i < fields.size(); i++) {
        int quantized = events.quantized(event, i);
        assertTrue(quantized >= 0 && quantized <= fields.get(i).steps(), "step " + quantized);
      }
    }
  }

  private static void assertSame(EntityFrame expected, EntityFrame actual) {
    for (int slot = 0; slot < expected.capacity(); slot++) {
      assertTrue(expected.same(actual, slot, EntityFrame.ACCESS_LEVELS - 1), "slot " + slot);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aCompleteSnapshotShowsTheServersFrameWhateverWasLost(long seed) {
    Rng rng = new Rng(seed);
    float loss = rng.nextFloat() * 0.5f;
    float activity = rng.nextFloat() * 0.3f;
    byte[][] inFlight = new byte[DELAY_TICKS][];
    int complete = 0;
    for (int tick = 0; tick < 2_000; tick++) {
      mutate(rng, activity);
      int length = encode(tick, 200 + rng.nextInt(1000));
      int lane = tick % DELAY_TICKS;
      inFlight[lane] = rng.nextBoolean(loss) ? new byte[0] : Arrays.copyOf(bytes, length);
      byte[] arrived = inFlight[rng.nextInt(DELAY_TICKS)];
      if (arrived == null || arrived.length == 0) {
        continue;
      }
      SnapshotDecoder.Outcome outcome = decode(arrived, arrived.length);
      if (outcome == SnapshotDecoder.Outcome.STALE) {
        continue;
      }
      assertEquals(SnapshotDecoder.Outcome.TAKEN, outcome, "tick " + tick);
      encoder.acknowledge(received.tick);
      if (received.complete) {
        complete++;
        EntityFrame truth = frames.find(received.tick);
        assertNotNull(truth);
        assertSame(truth, decoder.newest());
      }
    }
    assertTrue(complete > 100, "complete snapshots: " + complete);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void aTightBudgetStillBringsEverythingOverSuccessiveTicks(long seed) {
    Rng rng = new Rng(seed);
    for (int slot = 0; slot < world.capacity(); slot++) {
      spawn(rng, slot);
    }
    int tick = 0;
    do {
      int length = encode(tick++, 60);
      assertEquals(SnapshotDecoder.Outcome.TAKEN, decode(bytes, length));
      if (tick > 20) {
        encoder.acknowledge(received.tick - 20 < 0 ? 0 : received.tick - 20);
      }
    } while (!received.complete && tick < 200);
    assertTrue(received.complete);
    assertSame(world, decoder.newest());
    assertTrue(tick <= 70, "one round trip of 20 ticks and the datagrams themselves: " + tick);
  }

  @Test
  void nothingNewCostsTheHeaderAndLessThanABitForEachThatRests() {
    Rng rng = new Rng(1);
    mutate(rng, 1);
    encode(1, 1200);
    encoder.acknowledge(1);
    int length = encode(2, 1200);
    BitWriter bare = new BitWriter().wrap(new byte[100], 0, 100);
    header.write(bare);
    int resting = interest.count();
    assertTrue(resting > 8);
    int bits = length * 8 - bare.position();
    assertTrue(bits < resting, bits + " bits for " + resting);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void everySixteenthSnapshotCarriesAHashWhateverTicksTheViewerIsSent(int ticksApart) {
    Rng rng = new Rng(1);
    int hashes = 0;
    for (int tick = 1; tick <= 160 * ticksApart; tick += ticksApart) {
      mutate(rng, 0.1f);
      int length = encode(tick, 1200);
      assertEquals(SnapshotDecoder.Outcome.TAKEN, decode(bytes, length));
      encoder.acknowledge(tick);
      hashes += received.hashed ? 1 : 0;
    }
    assertEquals(10, hashes);
  }

  @Test
  void whereTheHeaderDoesNotFitNothingCountsAsSent() {
    Rng rng = new Rng(1);
    mutate(rng, 1);
    header.withWords = true;
    header.ownerWordCount = SnapshotHeader.MAX_OWNER_WORDS;
    Arrays.fill(header.ownerWords, -1);
    EntityFrame frame = frames.begin(0);
    frame.copyFrom(world);
    frame.stamp(0);
    frames.commit(0);
    interest.setAll(frames.newest(), encoder);
    assertEquals(0, encoder.encode(frames, header, interest, bytes, 0, 100));
    encoder.acknowledge(0);
    int length = encode(1, 1200);
    assertEquals(SnapshotDecoder.Outcome.TAKEN, decode(bytes, length));
    assertSame(world, decoder.newest());
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void hostileBytesAreRefusedWithoutAnExceptionAndLeaveNoTrace(long seed) {
    Rng rng = new Rng(seed);
    int complete = 0;
    for (int i = 0; i < 50_000; i++) {
      mutate(rng, 0.1f);
      int length = encode(i, 400);
      if (rng.nextBoolean(0.8f)) {
        complete += takeSound(i, length);
      } else if (decode(bytes, spoil(rng, length)) != SnapshotDecoder.Outcome.STALE) {
        decoder.newest().hash16();
        decoder.reset(); // as a viewer does that lost track
        encoder.forgetEntities();
      }
      if (rng.nextBoolean(0.01f)) {
        startOver();
      }
    }
    assertTrue(complete > 1_000, "complete snapshots: " + complete);
  }

  /** A snapshot that arrives as it was sent. Returns 1 if it shows all there is. */
  private int takeSound(int tick, int length) {
    assertEquals(SnapshotDecoder.Outcome.TAKEN, decode(bytes, length));
    encoder.acknowledge(tick);
    if (received.complete) {
      assertSame(frames.newest(), decoder.newest());
    }
    return received.complete ? 1 : 0;
  }

  /** One bit flipped, cut short, or random. Returns the length then. */
  private int spoil(Rng rng, int length) {
    if (rng.nextBoolean(0.5f)) {
      bytes[rng.nextInt(length)] ^= (byte) (1 << rng.nextInt(8));
    } else if (rng.nextBoolean(0.5f)) {
      return rng.nextInt(length + 1);
    } else {
      for (int j = 0; j < length; j++) {
        bytes[j] = (byte) rng.nextLong();
      }
    }
    return length;
  }

  /** A viewer as new as its server: a forged one may believe to have seen the end of time. */
  private void startOver() {
    decoder = new SnapshotDecoder(CODEC, 0);
    encoder.reset();
    happenedTick = -1;
  }

  @Test
  void anUnknownBaselineIsNamedSo() {
    Rng rng = new Rng(1);
    mutate(rng, 1);
    encode(0, 1200);
    encoder.acknowledge(0);
    mutate(rng, 1);
    int length = encode(1, 1200);
    assertEquals(SnapshotDecoder.Outcome.BASELINE_UNKNOWN, decode(bytes, length));
  }
}
