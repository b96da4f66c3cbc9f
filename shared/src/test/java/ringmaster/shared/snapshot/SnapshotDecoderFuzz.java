package ringmaster.shared.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityPredictor;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.snapshot.SnapshotDecoder.Outcome;
import ringmaster.shared.time.TickRate;
import ringmaster.shared.wire.BitReader;

/**
 * Spoiled snapshots of real matches, to a decoder that holds what a real viewer does. Seeds are in
 * the names.
 */
class SnapshotDecoderFuzz {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int PLAYERS = 10;
  private static final int VIEWER_SEAT = 0;

  /** Until they have met. */
  private static final int FIRST_TICK = 600;

  private static final int VOLLEYS = 150;

  /** Snapshots that a viewer takes before the spoiled ones come. */
  private static final int SOUND = 12;

  private static final int SPOILED = 40;
  private static final int ACK_TICKS = 3;
  private static final int ROUNDS = 5;

  /** What is in these bytes of a snapshot is mostly header. */
  private static final int HEADER_BYTES = 14;

  /** Foretells as another does, and counts how often it is asked. */
  private static final class Counted implements EntityPredictor {
    private final EntityPredictor rest;
    private final int[] asked;

    Counted(EntityPredictor rest, int[] asked) {
      this.rest = rest;
      this.asked = asked;
    }

    @Override
    public int[] order() {
      return rest.order();
    }

    @Override
    public int predict(int field, int[] then, int[] now, int ageTicks) {
      asked[0]++;
      return rest.predict(field, then, now, ageTicks);
    }

    @Override
    public int expect(int field, int slot, int[] now, Seen others) {
      asked[0]++;
      return rest.expect(field, slot, now, others);
    }
  }

  /**
   * Snapshots to a viewer that has nothing, some sound ones and then spoiled ones.
   *
   * @param shown what the last sound one shows
   */
  private record Volley(EntityFrame shown, byte[][] sound, byte[][] spoiled) {}

  /** A match that brains play on what there is. */
  private static final class Play implements TickCommands {
    private final Simulation simulation;
    private final Brain[] brains;
    private final long[] commands = new long[PLAYERS];
    final SnapshotCodec codec;
    final FrameRing frames;
    private int tick;

    Play(String mode, long seed) {
      Game game = Objects.requireNonNull(Games.installed().find(mode));
      GameMap map = new GameMaps().load(game, game.mapFor(PLAYERS));
      MatchSettings settings =
          new MatchSettings(mode, map.name(), PLAYERS, new TickRate(60), 600, seed);
      simulation = game.newSimulation(settings, map);
      codec = SnapshotCodec.of(game, settings, map);
      assertFalse(codec.isGeneral(), "the model that ships does not fit");
      frames = new FrameRing(codec.schema());
      brains = new Brain[PLAYERS];
      String brain = game.brains().getFirst();
      Arrays.setAll(brains, seat -> game.newBrain(brain, settings, map, Rng.mix(seed + seat)));
      for (int seat = 0; seat < PLAYERS; seat++) {
        simulation.join(seat);
      }
    }

    @Override
    public long command(int seat) {
      return commands[seat];
    }

    @Override
    public int rewindSixteenths(int seat) {
      return 0;
    }

    void step() {
      simulation.tick(this, Workers.ALONE);
      EntityFrame frame = frames.begin(tick);
      simulation.capture(frame);
      frames.commit(tick);
      tick++;
      Arrays.setAll(commands, seat -> brains[seat].command(frame, seat, tick));
    }
  }

  private final Rng rng = new Rng(0);

  /** How often predictors were asked since the last snapshot. */
  private final int[] asked = new int[1];

  /** No slot is read more than twice, as known and as new. */
  private int mostAsked;

  private final int[] outcomes = new int[Outcome.values().length];
  private final BitReader in = new BitReader();
  private final SnapshotHeader header = new SnapshotHeader();

  /** The same codec, whose predictors count. */
  private SnapshotCodec counted(SnapshotCodec codec) {
    List<EntityType> types = codec.schema().types();
    List<EntityType> counted =
        IntStream.range(0, types.size())
            .mapToObj(type -> types.get(type).with(new Counted(codec.predictors[type], asked)))
            .toList();
    EntitySchema schema =
        new EntitySchema(counted, codec.schema().capacity(), codec.schema().events());
    return new SnapshotCodec(schema, new TickRate(60), codec::ownBody, codec.layout, codec.model);
  }

  private Volley[] volleys(Play play) {
    SnapshotEncoder encoder = new SnapshotEncoder(play.codec, VIEWER_SEAT);
    for (int tick = 0; tick < FIRST_TICK; tick++) {
      play.step();
    }
    Volley[] volleys = new Volley[VOLLEYS];
    for (int i = 0; i < VOLLEYS; i++) {
      encoder.forgetEntities();
      byte[][] sound = new byte[SOUND][];
      for (int k = 0; k < SOUND; k++) {
        encoder.acknowledge(play.frames.newestTick() - ACK_TICKS);
        sound[k] = encode(play, encoder, k < SOUND - 1 ? 200 + rng.nextInt(1_000) : 1_200);
      }
      EntityFrame shown = play.frames.newest().another();
      shown.copyFrom(play.frames.newest());
      byte[][] spoiled = new byte[SPOILED][];
      for (int k = 0; k < SPOILED; k++) {
        spoiled[k] = spoil(encode(play, encoder, 200 + rng.nextInt(1_000)));
      }
      volleys[i] = new Volley(shown, sound, spoiled);
    }
    return volleys;
  }

  private byte[] encode(Play play, SnapshotEncoder encoder, int roomBytes) {
    play.step();
    InterestSet interest = new InterestSet();
    interest.setAll(play.frames.newest(), encoder);
    byte[] bytes = new byte[roomBytes];
    int length = encoder.encode(play.frames, header, interest, bytes, 0, roomBytes);
    assertTrue(length > 0);
    return Arrays.copyOf(bytes, length);
  }

  /** A bit flipped, cut short, or random: all of it, or what follows the header. */
  private byte[] spoil(byte[] bytes) {
    if (rng.nextBoolean(0.4f)) {
      bytes[rng.nextInt(bytes.length)] ^= (byte) (1 << rng.nextInt(Byte.SIZE));
      return bytes;
    }
    if (rng.nextBoolean(0.3f)) {
      return Arrays.copyOf(bytes, rng.nextInt(bytes.length));
    }
    int from = rng.nextBoolean(0.1f) ? 0 : Math.min(HEADER_BYTES, bytes.length);
    for (int i = from; i < bytes.length; i++) {
      bytes[i] = (byte) rng.nextLong();
    }
    return bytes;
  }

  private Outcome decode(SnapshotDecoder decoder, byte[] datagram, int nearTick) {
    header.read(in.wrap(datagram, 0, datagram.length), nearTick);
    return decoder.decode(header, in, EventSink.NONE);
  }

  /** The viewer loses track after each volley, and has all anew with the next. */
  private void take(SnapshotDecoder decoder, Volley[] volleys) {
    for (Volley volley : volleys) {
      decoder.reset();
      for (byte[] datagram : volley.sound()) {
        assertEquals(Outcome.TAKEN, decode(decoder, datagram, volley.shown().tick()));
      }
      checkHeld(decoder, volley.shown());
      for (byte[] datagram : volley.spoiled()) {
        asked[0] = 0;
        outcomes[decode(decoder, datagram, volley.shown().tick()).ordinal()]++;
        checkBounds(decoder);
      }
    }
  }

  private static void checkHeld(SnapshotDecoder decoder, EntityFrame shown) {
    EntityFrame held = decoder.newest();
    assertEquals(shown.tick(), held.tick());
    for (int slot = 0; slot < shown.capacity(); slot++) {
      assertEquals(shown.type(slot), held.type(slot));
      if (shown.present(slot)) {
        checkFields(shown, held, slot);
      }
    }
  }

  private static void checkFields(EntityFrame shown, EntityFrame held, int slot) {
    assertEquals(shown.generation(slot), held.generation(slot));
    int access = shown.access(slot, VIEWER_SEAT);
    for (int i = shown.schema().types().get(shown.type(slot)).fields().size() - 1; i >= 0; i--) {
      assertEquals(shown.seen(slot, i, access), held.quantized(slot, i));
    }
  }

  /** So many slots were read and no more, and what is held is of the schema. */
  private void checkBounds(SnapshotDecoder decoder) {
    EntityFrame held = decoder.newest();
    EntitySchema schema = held.schema();
    assertTrue(asked[0] <= mostAsked);
    for (int slot = 0; slot < held.capacity(); slot++) {
      EntityType type = held.present(slot) ? schema.types().get(held.type(slot)) : null;
      for (int field = 0; type != null && field < type.fields().size(); field++) {
        int step = held.quantized(slot, field);
        assertTrue(step >= 0 && step <= type.fields().get(field).steps());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"skirmish, 1", "skirmish, 2", "scrum, 3"})
  void spoiledSnapshotsAreBoundedAllocateNothingAndLeaveNoTrace(String mode, long seed) {
    Play play = new Play(mode, seed);
    rng.restore(seed);
    Volley[] volleys = volleys(play);
    mostAsked = 2 * play.codec.schema().capacity() * play.codec.schema().maxFields();
    SnapshotDecoder decoder = new SnapshotDecoder(counted(play.codec), VIEWER_SEAT);
    long leastBytes = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      take(decoder, volleys);
      leastBytes = Math.min(leastBytes, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    for (Outcome outcome : Outcome.values()) {
      assertTrue(outcomes[outcome.ordinal()] > 0, "no snapshot was " + outcome);
    }
    assertEquals(0, leastBytes, "bytes allocated");
  }
}
