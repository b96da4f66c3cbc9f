package ringmaster.testkit;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameChecks;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.state.StateHash;
import ringmaster.shared.state.StateReader;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.state.StateWriter;

/** A simulation that runs, with what is asked of it after a tick. */
final class Run {
  private static final int FIRST_STATE_BYTES = 1 << 16;

  final Game game;
  final MatchSettings settings;
  final GameMap map;
  final EntitySchema schema;
  final SnapshotCodec codec;
  final Simulation simulation;
  private final boolean[] taken;
  private final EntityFrame frame;
  private final StateHash hasher = new StateHash();
  private int ticks;

  Run(Game game, MatchSettings settings, GameMap map) {
    this.game = game;
    this.settings = settings;
    this.map = map;
    Watch.entering("Game.schema");
    schema = GameChecks.check(game, settings, map);
    codec = SnapshotCodec.of(game, settings, map);
    Watch.entering("Game.newSimulation");
    simulation = game.newSimulation(settings, map);
    taken = new boolean[settings.maxPlayers()];
    frame = new EntityFrame(schema);
  }

  /** Another one of the same game, settings and map, in its state before tick 0. */
  Run another() {
    return new Run(game, settings, map);
  }

  /** Ticks stepped so far, which is the number of the next one. */
  int ticks() {
    return ticks;
  }

  int seats() {
    return taken.length;
  }

  boolean isTaken(int seat) {
    return taken[seat];
  }

  void join(int seat) {
    taken[seat] = true;
    Watch.entering("Simulation.join", ticks);
    simulation.join(seat);
  }

  void leave(int seat) {
    taken[seat] = false;
    Watch.entering("Simulation.leave", ticks);
    simulation.leave(seat);
  }

  void joinAll() {
    for (int seat = 0; seat < taken.length; seat++) {
      join(seat);
    }
  }

  void step(TickCommands commands, Workers workers) {
    Watch.entering("Simulation.tick", ticks);
    simulation.tick(commands, workers);
    ticks++;
  }

  /** What stage the match has reached. */
  Simulation.Phase phase() {
    Watch.entering("Simulation.phase", ticks - 1);
    return simulation.phase();
  }

  void visit(StateVisitor visitor) {
    Watch.entering("Simulation.visit", ticks - 1);
    simulation.visit(visitor);
  }

  long hash() {
    visit(hasher.reset());
    return hasher.value();
  }

  /** What there is to see after the newest tick; the frame is the same one each time. */
  EntityFrame capture() {
    frame.clear(ticks - 1);
    Watch.entering("Simulation.capture", ticks - 1);
    simulation.capture(frame);
    return frame;
  }

  /**
   * The owner words of a seat.
   *
   * @param before what stands where they are written
   */
  int[] ownerWords(int seat, int before) {
    int[] words = new int[simulation.ownerWords()];
    Arrays.fill(words, before);
    captureOwner(seat, words);
    return words;
  }

  void captureOwner(int seat, int[] words) {
    Watch.entering("Simulation.captureOwner", ticks - 1);
    simulation.captureOwner(seat, words, 0);
  }

  boolean ownerForeseen(int seat) {
    Watch.entering("Simulation.ownerForeseen", ticks - 1);
    return simulation.ownerForeseen(seat);
  }

  byte[] save() {
    for (int bytes = FIRST_STATE_BYTES; ; bytes *= 2) {
      ByteBuffer buffer = ByteBuffer.allocate(bytes);
      try {
        visit(new StateWriter(buffer));
        return Arrays.copyOf(buffer.array(), buffer.position());
      } catch (BufferOverflowException e) {
        // a state is as large as it is
      }
    }
  }

  /** Another run that takes over this one's state by its bytes. */
  Run restored() {
    Run other = another();
    other.restore(save());
    System.arraycopy(taken, 0, other.taken, 0, taken.length);
    other.ticks = ticks;
    return other;
  }

  /** Reads a saved state; bytes that are left over are refused. */
  void restore(byte[] state) {
    StateReader reader = new StateReader(ByteBuffer.wrap(state));
    visit(reader);
    reader.end();
  }
}
