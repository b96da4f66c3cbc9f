package ringmaster.client.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.WaitingCommands;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.snapshot.EventSink;
import ringmaster.shared.snapshot.FrameRing;
import ringmaster.shared.snapshot.InterestSet;
import ringmaster.shared.snapshot.SnapshotAcks;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.snapshot.SnapshotDecoder;
import ringmaster.shared.snapshot.SnapshotEncoder;
import ringmaster.shared.snapshot.SnapshotHeader;
import ringmaster.shared.time.TickRate;
import ringmaster.shared.wire.BitReader;

/**
 * A tank among others, over a network that loses a fifth of all datagrams each way: with every
 * snapshot its player takes, whether with words or without, its body is what the server's state and
 * its own later commands make. So whatever befell it, the first snapshot to arrive sets it right.
 */
final class PredictedBodyProperties {
  private static final int TICKS = 6_000;
  private static final int PLAYERS = 8;
  private static final int OWN = 0;
  private static final int ONE_WAY_TICKS = 3;
  private static final float LOSS = 0.2f;

  /** A command is sent so often; a fifth to the power of this is lost. */
  private static final int SENT_AGAIN = 2;

  private final Skirmish game = new Skirmish();
  private final GameMap map = new GameMaps().load(game, "yard");
  private final MatchSettings settings =
      new MatchSettings("skirmish", "yard", PLAYERS, new TickRate(60), 600, 1);
  private final SnapshotCodec codec = SnapshotCodec.of(game, settings, map);
  private final SnapshotHeader header = new SnapshotHeader();

  // The server's side.
  private final Simulation simulation = game.newSimulation(settings, map);
  private final WaitingCommands waiting = new WaitingCommands(PLAYERS, 60);
  private final FrameRing frames = new FrameRing(codec.schema());
  private final SnapshotEncoder encoder = new SnapshotEncoder(codec, OWN);
  private final InterestSet interest = new InterestSet();
  private final int[][] wordsOfTick = new int[TICKS][];
  private int surpriseTick;
  private int missed;

  // Under way.
  private record Down(int arrivalTick, byte[] bytes) {}

  private record Up(int arrivalTick, int newestTick, int ackTick, int ackMask, boolean wanted) {}

  private final Queue<Down> down = new ArrayDeque<>();
  private final Queue<Up> up = new ArrayDeque<>();
  private boolean wordsWanted;

  // The player's side.
  private final CommandHistory commands = new CommandHistory();
  private final PredictedBody body = new PredictedBody(prediction(), prediction(), commands);
  private final Prediction expected = prediction();
  private final SnapshotDecoder decoder = new SnapshotDecoder(codec, OWN);
  private final SnapshotAcks acks = new SnapshotAcks();

  // What was seen.
  private int withWords;
  private int withoutWords;
  private int afterLoss;

  private Prediction prediction() {
    return game.newPrediction(settings, map);
  }

  private void command(Rng rng, int tick) {
    int newest = tick + ONE_WAY_TICKS;
    long before = commands.command(newest - 1);
    commands.add(newest, rng.nextInt(20) == 0 ? rng.nextLong() & 0xF_FFFF_FFFFL : before, 0);
    body.advance();
    if (!rng.nextBoolean(LOSS)) {
      up.add(new Up(newest, newest, acks.newestTick(), acks.mask(), body.wantsWords()));
    }
  }

  private void hear(int tick) {
    for (Up from = up.peek(); from != null && from.arrivalTick <= tick; from = up.peek()) {
      up.remove();
      wordsWanted = from.wanted;
      for (int t = Math.max(tick, from.newestTick - SENT_AGAIN); t <= from.newestTick; t++) {
        waiting.offer(OWN, t, 0, commands.command(t));
      }
      encoder.acknowledge(from.ackTick);
      for (int mask = from.ackMask; mask != 0; mask &= mask - 1) {
        encoder.acknowledge(from.ackTick - 1 - Integer.numberOfTrailingZeros(mask));
      }
    }
  }

  private void step(Rng rng, int tick) {
    for (int seat = 1; seat < PLAYERS; seat++) {
      boolean changes = rng.nextInt(20) == 0;
      waiting.offer(
          seat, tick, 0, changes ? rng.nextLong() & 0xF_FFFF_FFFFL : waiting.command(seat));
    }
    waiting.take(tick);
    simulation.tick(waiting, Workers.ALONE);
    if (waiting.missed(OWN) != missed || !simulation.ownerForeseen(OWN)) {
      surpriseTick = tick;
    }
    missed = waiting.missed(OWN);
    simulation.capture(frames.begin(tick));
    frames.commit(tick);
    header.ownerWordCount = simulation.ownerWords();
    simulation.captureOwner(OWN, header.ownerWords, 0);
    wordsOfTick[tick] = Arrays.copyOf(header.ownerWords, header.ownerWordCount);
  }

  private void send(Rng rng, int tick) {
    header.withWords = encoder.ownerWordsDue(surpriseTick, wordsWanted);
    header.newestCommandTick = -1;
    interest.setAll(frames.newest(), encoder);
    byte[] bytes = new byte[1200];
    int length = encoder.encode(frames, header, interest, bytes, 0, bytes.length);
    assertTrue(length > 0);
    if (!rng.nextBoolean(LOSS)) {
      down.add(new Down(tick + ONE_WAY_TICKS, Arrays.copyOf(bytes, length)));
    }
  }

  private void receive(int tick, String where) {
    for (Down from = down.peek(); from != null && from.arrivalTick <= tick; from = down.peek()) {
      down.remove();
      BitReader in = new BitReader().wrap(from.bytes, 0, from.bytes.length);
      SnapshotHeader received = new SnapshotHeader();
      received.read(in, tick);
      boolean taken = decoder.decode(received, in, EventSink.NONE) == SnapshotDecoder.Outcome.TAKEN;
      assertTrue(taken, where);
      afterLoss += received.tick > acks.newestTick() + 1 ? 1 : 0;
      acks.take(received.tick);
      body.reconcile(received);
      withWords += received.withWords ? 1 : 0;
      withoutWords += received.withWords ? 0 : 1;
      assertFalse(body.wantsWords(), where);
      assertExact(received.tick, where);
    }
  }

  private void assertExact(int tick, String where) {
    int[] words = wordsOfTick[tick];
    expected.load(words, 0);
    for (int t = tick + 1; t <= commands.newestTick(); t++) {
      expected.step(commands.command(t));
    }
    int[] should = new int[words.length];
    int[] is = new int[words.length];
    expected.write(should, 0);
    body.present().write(is, 0);
    assertArrayEquals(should, is, where);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatArrivesLeavesTheBodyExact(long seed) {
    Rng rng = new Rng(seed);
    for (int seat = 0; seat < PLAYERS; seat++) {
      simulation.join(seat);
    }
    for (int tick = 0; tick < TICKS; tick++) {
      String where = "seed " + seed + ", tick " + tick;
      receive(tick, where);
      command(rng, tick);
      hear(tick);
      step(rng, tick);
      send(rng, tick);
    }
    assertTrue(afterLoss > TICKS / 10, "after loss " + afterLoss);
    assertTrue(withWords > TICKS / 20, "with words " + withWords);
    assertTrue(withoutWords > TICKS / 10, "without words " + withoutWords);
  }
}
