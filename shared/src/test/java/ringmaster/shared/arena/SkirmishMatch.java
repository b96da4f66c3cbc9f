package ringmaster.shared.arena;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
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
final class SkirmishMatch implements TickCommands {
  static final GameMaps MAPS = new GameMaps();

  private static final int STATE_BYTES = 1 << 20;

  final Skirmish game = new Skirmish();
  final MatchSettings settings;
  final GameMap map;
  final SkirmishSlots slots;
  final Simulation simulation;
  final EntityFrame frame;
  private final long[] commands;
  private final int[] rewinds;
  private final StateHash hash = new StateHash();
  private int tick;

  /** Without warm-up and overtime. */
  SkirmishMatch(GameMap map, int players, int hz, int seconds, long seed) {
    this(map, settings(map, players, hz, seconds, seed));
  }

  SkirmishMatch(GameMap map, MatchSettings settings) {
    this.map = map;
    this.settings = settings;
    simulation = game.newSimulation(settings, map);
    frame = new EntityFrame(game.schema(settings, map));
    slots = new SkirmishSlots(settings, map);
    commands = new long[settings.maxPlayers()];
    rewinds = new int[settings.maxPlayers()];
  }

  static MatchSettings settings(GameMap map, int players, int hz, int seconds, long seed) {
    return new MatchSettings("skirmish", map.name(), players, new TickRate(hz), seconds, seed)
        .with(MatchTimer.WARM_UP, 0)
        .with(MatchTimer.OVERTIME, 0);
  }

  /** All seats taken, 60 Hz, ten minutes, on the map for so many. */
  static SkirmishMatch full(int players, long seed) {
    GameMap map = map(new Skirmish().mapFor(players));
    SkirmishMatch match = new SkirmishMatch(map, players, 60, 600, seed);
    match.joinAll();
    return match;
  }

  /** A map that ships. */
  static GameMap map(String name) {
    return MAPS.load(new Skirmish(), name);
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
    return rewinds[seat];
  }

  void set(int seat, long command) {
    commands[seat] = command;
  }

  void setRewind(int seat, int sixteenths) {
    rewinds[seat] = sixteenths;
  }

  void setAll(IntToLongFunction commandOfSeat) {
    Arrays.setAll(commands, commandOfSeat);
  }

  /** Random commands and rewinds that change now and then. */
  void setRandom(Rng rng) {
    for (int seat = 0; seat < players(); seat++) {
      if (rng.nextInt(20) == 0) {
        commands[seat] = rng.nextLong() & 0xFFFFFFFFFL;
        rewinds[seat] = rng.nextInt(400);
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

  /** Health, score and so on of a seat as players see it. */
  int player(int seat, int field) {
    return (int) capture().get(slots.player(seat), field);
  }

  boolean alive(int seat) {
    return capture().present(slots.tank(seat));
  }

  int health(int seat) {
    return (int) capture().get(slots.tank(seat), SkirmishSlots.TANK_HEALTH);
  }

  float tank(int seat, int field) {
    return capture().get(slots.tank(seat), field);
  }

  float crate(int crate, int field) {
    return capture().get(slots.crate(crate), field);
  }

  boolean barrel(int barrel) {
    return capture().present(slots.barrel(barrel));
  }

  int match(int field) {
    return (int) capture().get(slots.match(), field);
  }

  int rockets() {
    capture();
    int count = 0;
    for (int i = 0; i < players() * Rockets.PER_TANK; i++) {
      count += frame.present(slots.rocket(i)) ? 1 : 0;
    }
    return count;
  }
}
