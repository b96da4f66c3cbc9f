package ringmaster.shared.arena;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.state.StateHash;
import ringmaster.shared.state.StateReader;
import ringmaster.shared.state.StateWriter;

/** A match with its commands and its frame, as tests and measurements drive it. */
abstract sealed class ArenaMatch<S extends ArenaSlots> implements TickCommands
    permits ScrumMatch, SkirmishMatch {
  static final GameMaps MAPS = new GameMaps();

  private static final int STATE_BYTES = 1 << 20;

  final Game game;
  final MatchSettings settings;
  final GameMap map;
  final S slots;
  final Simulation simulation;
  final EntityFrame frame;
  final long[] commands;
  final int[] rewinds;
  private final StateHash hash = new StateHash();
  private int tick;

  ArenaMatch(Game game, GameMap map, MatchSettings settings, S slots) {
    this.game = game;
    this.map = map;
    this.settings = settings;
    this.slots = slots;
    simulation = game.newSimulation(settings, map);
    frame = new EntityFrame(game.schema(settings, map));
    commands = new long[settings.maxPlayers()];
    rewinds = new int[settings.maxPlayers()];
  }

  final void joinAll() {
    for (int seat = 0; seat < players(); seat++) {
      simulation.join(seat);
    }
  }

  final int players() {
    return settings.maxPlayers();
  }

  final int tickNumber() {
    return tick;
  }

  @Override
  public final long command(int seat) {
    return commands[seat];
  }

  @Override
  public final int rewindSixteenths(int seat) {
    return rewinds[seat];
  }

  final void set(int seat, long command) {
    commands[seat] = command;
  }

  final void setAll(IntToLongFunction commandOfSeat) {
    Arrays.setAll(commands, commandOfSeat);
  }

  /** Has all seats do what those of another match do. */
  final void setAsIn(ArenaMatch<?> other) {
    System.arraycopy(other.commands, 0, commands, 0, commands.length);
    System.arraycopy(other.rewinds, 0, rewinds, 0, rewinds.length);
  }

  /** Random commands that change now and then. */
  final void setRandom(Rng rng) {
    for (int seat = 0; seat < players(); seat++) {
      if (rng.nextInt(20) == 0) {
        setRandom(rng, seat);
      }
    }
  }

  void setRandom(Rng rng, int seat) {
    commands[seat] = rng.nextLong() & 0xFFFFFFFFFL;
  }

  final void step() {
    step(Workers.ALONE);
  }

  final void step(Workers workers) {
    simulation.tick(this, workers);
    tick++;
  }

  final void step(int ticks) {
    for (int i = 0; i < ticks; i++) {
      step();
    }
  }

  /** Steps until the tick that reports an event of a type, but no further than so many. */
  final boolean stepUntil(int eventType, int mostTicks) {
    for (int i = 0; i < mostTicks; i++) {
      step();
      if (reports(eventType)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the last tick reports an event of a type. */
  final boolean reports(int eventType) {
    EventList events = capture().events();
    for (int event = 0; event < events.count(); event++) {
      if (events.type(event) == eventType) {
        return true;
      }
    }
    return false;
  }

  final EntityFrame capture() {
    frame.clear(tick - 1);
    simulation.capture(frame);
    return frame;
  }

  final Brain brain(String name, long seed) {
    return game.newBrain(name, settings, map, seed);
  }

  final Brain[] brains(String name, long seed) {
    Brain[] brains = new Brain[players()];
    Arrays.setAll(brains, seat -> brain(name, Rng.mix(seed + seat)));
    return brains;
  }

  /** One tick with every seat played by its brain. */
  final void play(Brain[] brains) {
    capture();
    for (int seat = 0; seat < brains.length; seat++) {
      commands[seat] = brains[seat].command(frame, seat, tick);
    }
    step();
  }

  final long hash() {
    simulation.visit(hash.reset());
    return hash.value();
  }

  final byte[] save() {
    ByteBuffer buffer = ByteBuffer.allocate(STATE_BYTES);
    simulation.visit(new StateWriter(buffer));
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  final void restore(byte[] state) {
    StateReader reader = new StateReader(ByteBuffer.wrap(state));
    simulation.visit(reader);
    reader.end();
  }

  /** A field of the match as players see it. */
  final int match(int field) {
    return (int) capture().get(slots.match(), field);
  }

  /** The same by the name that clients find it by. */
  final int match(String field) {
    return match(frame.schema().types().get(ArenaSlots.MATCH).field(field));
  }

  /** Score and so on of a seat as players see it. */
  final int player(int seat, int field) {
    return (int) capture().get(slots.player(seat), field);
  }

  final boolean alive(int seat) {
    return capture().present(slots.tank(seat));
  }

  final float tank(int seat, int field) {
    return capture().get(slots.tank(seat), field);
  }
}
