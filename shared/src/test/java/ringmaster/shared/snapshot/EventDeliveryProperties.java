package ringmaster.shared.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
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
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.time.TickRate;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/** Each event reaches a viewer once and in order, whatever becomes of the datagrams. */
class EventDeliveryProperties {
  private static final int SLOTS = 80;
  private static final int MAX_NUMBER = 0xFFFF;
  private static final EntitySchema SCHEMA =
      new EntitySchema(
          List.of(
              new EntityType(
                  "thing",
                  List.of(EntityField.count("value", 0, MAX_NUMBER)),
                  EntityType.Shape.NONE,
                  0,
                  0)),
          SLOTS,
          List.of(
              new EventType("numbered", List.of(EntityField.count("number", 0, MAX_NUMBER))),
              new EventType("other", List.of(EntityField.count("number", 0, MAX_NUMBER)))));

  /** Bits of an event that is not the first of its tick. */
  private static final int EVENT_BITS = 1 + 1 + 1 + 16;

  /** An event as the game numbered it, or as a viewer was told. */
  private record Numbered(int tick, int number) {}

  private final FrameRing frames = new FrameRing(SCHEMA);
  private final SnapshotCodec codec = SnapshotCodec.general(SCHEMA, new TickRate(60));
  private final SnapshotEncoder encoder = new SnapshotEncoder(codec, 0);
  private final SnapshotDecoder decoder = new SnapshotDecoder(codec, 0);
  private final InterestSet interest = new InterestSet();
  private final SnapshotHeader header = new SnapshotHeader();
  private final SnapshotHeader received = new SnapshotHeader();
  private final byte[] bytes = new byte[1200];
  private final List<Numbered> happened = new ArrayList<>();
  private final List<Numbered> told = new ArrayList<>();
  private int tick = -1;
  private int changes;

  /** One more tick, with so many events. */
  private void step(int events) {
    tick++;
    EntityFrame frame = frames.begin(tick);
    for (int slot = 0; slot < SLOTS; slot++) {
      frame.put(slot, 0, 0);
      frame.setQuantized(slot, 0, slot < changes ? tick & MAX_NUMBER : slot);
    }
    for (int i = 0; i < events; i++) {
      int number = happened.size() & MAX_NUMBER;
      happened.add(new Numbered(tick, number));
      frame.events().add(number & 1);
      frame.events().setQuantized(0, number);
    }
    frames.commit(tick);
  }

  private byte[] encode(int roomBytes) {
    interest.setAll(frames.newest(), encoder);
    int length = encoder.encode(frames, header, interest, bytes, 0, roomBytes);
    assertTrue(length > 0);
    return Arrays.copyOf(bytes, length);
  }

  private SnapshotDecoder.Outcome decode(byte[] datagram) {
    BitReader in = new BitReader().wrap(datagram, 0, datagram.length);
    received.read(in, tick);
    return decoder.decode(received, in, this::told);
  }

  private void told(int ofTick, EventList events) {
    assertTrue(events.count() > 0);
    for (int i = 0; i < events.count(); i++) {
      int number = events.quantized(i, 0);
      assertEquals(number & 1, events.type(i));
      told.add(new Numbered(ofTick, number));
    }
  }

  private void deliver(byte[] datagram) {
    if (decode(datagram) == SnapshotDecoder.Outcome.TAKEN) {
      encoder.acknowledge(received.tick);
    }
  }

  /** Names the first difference: the lists are long. */
  private void assertTold(List<Numbered> expected, String where) {
    for (int i = 0; i < Math.min(expected.size(), told.size()); i++) {
      assertEquals(expected.get(i), told.get(i), where);
    }
    assertEquals(expected.size(), told.size(), where);
  }

  private List<Numbered> happenedSince(int firstTick) {
    return happened.stream().filter(event -> event.tick() >= firstTick).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyEventIsToldOnceAndInOrder(long seed) {
    Rng rng = new Rng(seed);
    float loss = rng.nextFloat() * 0.6f;
    changes = rng.nextInt(SLOTS);
    int delay = 1 + rng.nextInt(6);
    int ticksPerSnapshot = 1 + rng.nextInt(2);
    List<byte[]> down = new ArrayList<>();
    Deque<Integer> up = new ArrayDeque<>();
    for (int i = 0; i < 4_000; i++) {
      step(rng.nextBoolean(0.2f) ? rng.nextInt(6) : 0);
      if (tick % ticksPerSnapshot == 0) {
        down.add(encode(300 + rng.nextInt(900)));
      }
      // Any of the datagrams under way arrives, is lost, or arrives and stays to arrive again.
      while (down.size() > delay) {
        int which = rng.nextInt(down.size());
        if (!rng.nextBoolean(loss)
            && decode(down.get(which)) == SnapshotDecoder.Outcome.TAKEN
            && !rng.nextBoolean(loss)) {
          up.add(received.tick);
        }
        if (!rng.nextBoolean(0.1f)) {
          down.remove(which);
        }
      }
      while (up.size() > 2) {
        encoder.acknowledge(up.remove());
      }
      if (rng.nextBoolean(0.002f)) {
        decoder.reset();
        encoder.forgetEntities();
        down.clear();
      }
    }
    deliver(encode(1200));
    assertTold(happened, "seed " + seed);
  }

  @Test
  void aNewViewerIsToldOfThePresentTickAndNoEarlierOne() {
    for (int i = 0; i < 20; i++) {
      step(2);
    }
    byte[] lost = encode(1200);
    step(1);
    deliver(encode(1200));
    assertEquals(happenedSince(19), told);
    assertTrue(lost.length > 0);
    told.clear();
    encoder.reset();
    step(3);
    step(3);
    deliver(encode(1200));
    assertEquals(happenedSince(22), told);
  }

  @Test
  void whoHeardNothingForTheWholeHistoryBeginsAgain() {
    step(1);
    deliver(encode(1200));
    told.clear();
    int silentTicks = Limits.FRAME_HISTORY + 30;
    for (int i = 0; i < silentTicks; i++) {
      step(1);
      encode(1200);
    }
    step(1);
    deliver(encode(1200));
    assertEquals(happenedSince(Limits.FRAME_HISTORY), told);
  }

  @Test
  void whatDoesNotFitFollowsInWholeTicks() {
    changes = SLOTS;
    // A third of what the header leaves of 200 bytes holds one such tick, and no second one.
    for (int i = 0; i < 400; i++) {
      step(i % 20 >= 2 && i % 20 < 10 ? 15 : 0);
      if (i % 2 == 1) {
        deliver(encode(200));
      }
      int last = told.isEmpty() ? -1 : told.getLast().tick();
      assertTold(happened.stream().filter(event -> event.tick() <= last).toList(), "tick " + i);
    }
    assertTold(happened, "in the end");
  }

  @Test
  void ofATickThatAloneIsTooMuchTheFirstAreTold() {
    step(0);
    deliver(encode(200));
    step(EventList.CAPACITY);
    step(2);
    deliver(encode(200));
    int kept = told.size();
    int shareBits = (200 * Byte.SIZE - headerBits()) / 3;
    assertTrue(kept > 0 && kept <= shareBits / EVENT_BITS, kept + " events");
    assertEquals(happened.subList(0, kept), told);
    step(0);
    deliver(encode(200));
    assertEquals(happenedSince(2), told.subList(kept, told.size()));
  }

  private int headerBits() {
    BitWriter bare = new BitWriter().wrap(new byte[200], 0, 200);
    header.write(bare);
    return bare.position();
  }

  @Test
  void howeverMuchHappensEntitiesHaveTwoThirds() {
    int quietTicks = ticksToCompletion(0);
    int loudTicks = ticksToCompletion(EventList.CAPACITY);
    assertTrue(quietTicks > 2, "ticks " + quietTicks);
    assertTrue(loudTicks <= 2 * quietTicks + 1, loudTicks + " and " + quietTicks);
  }

  private int ticksToCompletion(int events) {
    encoder.reset();
    decoder.reset();
    int first = tick;
    do {
      step(events);
      deliver(encode(100));
    } while (!received.complete && tick - first < 100);
    return tick - first;
  }

  @Test
  void ofASnapshotThatIsRefusedNothingIsTold() {
    step(3);
    byte[] datagram = encode(1200);
    assertNotEquals(SnapshotDecoder.Outcome.TAKEN, decode(Arrays.copyOf(datagram, 60)));
    assertEquals(List.of(), told);
    deliver(datagram);
    assertEquals(happened, told);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 126})
  void anAgeOfAnyLengthComesThrough(int ticksAgo) {
    step(0);
    deliver(encode(1200));
    step(2);
    for (int i = 0; i < ticksAgo; i++) {
      step(0);
    }
    deliver(encode(1200));
    assertEquals(happened, told);
  }

  @Test
  void listsThatNoSenderWritesAreMalformed() {
    assertRefused("the first cannot be of the tick before", 1, 1);
    assertRefused("before the first tick", 1, 0, 1, 1, 1, 1, 1);
    assertRefused("the list is cut off", 1, 0, 1, 0, 0, 0, 0);
  }

  /** Refuses a section in the snapshot of tick 5. */
  private void assertRefused(String why, int... sectionBits) {
    header.tick = 5;
    BitWriter out = new BitWriter().wrap(bytes, 0, 100);
    header.write(out);
    for (int bit : sectionBits) {
      out.bits(bit, 1);
    }
    byte[] datagram = Arrays.copyOf(bytes, out.lengthBytes());
    assertEquals(SnapshotDecoder.Outcome.MALFORMED, decode(datagram), why);
    assertEquals(List.of(), told);
  }

  @Test
  void laterTicksCannotComeFirst() {
    assertEquals(SnapshotDecoder.Outcome.TAKEN, decodeAges(20, 3, 2, 0));
    assertEquals(3, told.size());
    for (int[] ages : new int[][] {{2, 2}, {0, 1}, {3, 1, 2}}) {
      assertEquals(SnapshotDecoder.Outcome.MALFORMED, decodeAges(30, ages));
    }
    assertEquals(3, told.size());
  }

  /** Decodes a snapshot of nothing but an event of each age. */
  private SnapshotDecoder.Outcome decodeAges(int snapshotTick, int... ages) {
    header.tick = snapshotTick;
    BitWriter out = new BitWriter().wrap(bytes, 0, 100);
    header.write(out);
    EventCodec codec = new EventCodec(SCHEMA.events());
    EventList events = new EventList(SCHEMA.events());
    events.add(0);
    for (int age : ages) {
      out.flag(true);
      out.flag(false);
      codec.writeAge(out, age);
      codec.write(out, events, 0);
    }
    out.flag(false);
    out.flag(true);
    out.flag(false);
    return decode(Arrays.copyOf(bytes, out.lengthBytes()));
  }
}
