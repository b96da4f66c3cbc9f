package ringmaster.shared.arena;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.state.StateHash;
import ringmaster.shared.state.StateReader;
import ringmaster.shared.state.StateWriter;
import ringmaster.shared.time.TickRate;

/** A match with its commands and its frame, as tests and measurements drive it. */
final class ScrumMatch implements TickCommands {
  static final GameMaps MAPS = new GameMaps();

  private static final int STATE_BYTES = 1 << 20;

  final Scrum game = new Scrum();
  final MatchSettings settings;
  final GameMap map;
  final ScrumSlots slots;
  final Simulation simulation;
  final EntityFrame frame;
  private final long[] commands;
  private final StateHash hash = new StateHash();
  private int tick;

  ScrumMatch(GameMap map, int players, int hz, int seconds, long seed) {
    this(
        map,
        new MatchSettings("scrum", map.name(), players, new TickRate(hz), seconds, seed)
            .with(MatchTimer.WARM_UP, 0));
  }

  ScrumMatch(GameMap map, MatchSettings settings) {
    this.map = map;
    this.settings = settings;
    int players = settings.maxPlayers();
    simulation = game.newSimulation(settings, map);
    frame = new EntityFrame(game.schema(settings, map));
    slots = new ScrumSlots(players, ArenaBodies.crates(map).size());
    commands = new long[players];
  }

  /** All seats taken, 60 Hz, ten minutes, on the map for so many. */
  static ScrumMatch full(int players, long seed) {
    GameMap map = map(new Scrum().mapFor(players));
    ScrumMatch match = new ScrumMatch(map, players, 60, 600, seed);
    match.joinAll();
    return match;
  }

  /** A map that ships. */
  static GameMap map(String name) {
    return MAPS.load(new Scrum(), name);
  }

  void joinAll() {
    for (int seat = 0; seat < players(); seat++) {
      simulation.join(seat);
    }
  }

  int players() {
    return settings.maxPlayers();
  }

  int tickNumber() {
    return tick;
  }

  @Override
  public long command(int seat) {
    return commands[seat];
  }

  @Override
  public int rewindSixteenths(int seat) {
    return 0;
  }

  void set(int seat, long command) {
    commands[seat] = command;
  }

  void setAll(IntToLongFunction commandOfSeat) {
    Arrays.setAll(commands, commandOfSeat);
  }

  /** Random commands that change now and then. */
  void setRandom(Rng rng) {
    for (int seat = 0; seat < players(); seat++) {
      if (rng.nextInt(20) == 0) {
        commands[seat] = rng.nextLong() & 0xFFFFFFFFFL;
      }
    }
  }

  void step() {
    simulation.tick(this, Workers.ALONE);
    tick++;
  }

  void step(int ticks) {
    for (int i = 0; i < ticks; i++) {
      step();
    }
  }

  EntityFrame capture() {
    frame.clear(tick - 1);
    simulation.capture(frame);
    return frame;
  }

  Brain brain(String name, long seed) {
    return game.newBrain(name, settings, map, seed);
  }

  Brain[] brains(String name, long seed) {
    Brain[] brains = new Brain[players()];
    Arrays.setAll(brains, seat -> brain(name, Rng.mix(seed + seat)));
    return brains;
  }

  /** One tick with every seat played by its brain. */
  void play(Brain[] brains) {
    capture();
    for (int seat = 0; seat < brains.length; seat++) {
      commands[seat] = brains[seat].command(frame, seat, tick);
    }
    step();
  }

  long hash() {
    simulation.visit(hash.reset());
    return hash.value();
  }

  byte[] save() {
    ByteBuffer buffer = ByteBuffer.allocate(STATE_BYTES);
    simulation.visit(new StateWriter(buffer));
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  void restore(byte[] state) {
    StateReader reader = new StateReader(ByteBuffer.wrap(state));
    simulation.visit(reader);
    reader.end();
  }

  /** A field of the match as players see it. */
  int match(int field) {
    return (int) capture().get(slots.match(), field);
  }

  /** Score and so on of a seat. */
  int player(int seat, int field) {
    return (int) capture().get(slots.player(seat), field);
  }

  boolean alive(int seat) {
    return capture().present(slots.tank(seat));
  }

  float tank(int seat, int field) {
    return capture().get(slots.tank(seat), field);
  }

  float ball(int field) {
    return capture().get(slots.ball(), field);
  }

  float crate(int crate, int field) {
    return capture().get(slots.crate(crate), field);
  }

  int goals(int team) {
    return match(ScrumSlots.MATCH_SCORE + team - 1);
  }

  /** Steps until the tick that reports an event of a type, but no further than so many. */
  boolean stepUntil(int eventType, int mostTicks) {
    for (int i = 0; i < mostTicks; i++) {
      step();
      EventList events = capture().events();
      for (int event = 0; event < events.count(); event++) {
        if (events.type(event) == eventType) {
          return true;
        }
      }
    }
    return false;
  }
}
