package ringmaster.server.bench.codec;

import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.snapshot.FrameRing;

/** A match whose seats are all played by the game's default brain, without a server. */
final class BrainMatch {
  /** A brain acts on what it saw a tenth of a second ago, as over a network. */
  private static final int VIEW_AGE_TICKS = 6;

  /** How far back shots are judged: the age of the view. */
  private static final int REWIND_SIXTEENTHS = VIEW_AGE_TICKS * 16;

  /** Seats of one match and of the next seed's must not act alike. */
  private static final int SEEDS_PER_MATCH = 1000;

  private final Simulation simulation;
  private final FrameRing frames;
  private final EntityFrame nothing;
  private final Brain[] brains;
  private final long[] commands;
  private final Orders orders = new Orders();
  private int tick;

  BrainMatch(Game game, MatchSettings settings, GameMap map) {
    simulation = game.newSimulation(settings, map);
    frames = new FrameRing(game.schema(settings, map));
    nothing = new EntityFrame(game.schema(settings, map));
    brains = new Brain[settings.maxPlayers()];
    commands = new long[brains.length];
    String brain = game.brains().getFirst();
    for (int seat = 0; seat < brains.length; seat++) {
      simulation.join(seat);
      long seed = settings.seed() * SEEDS_PER_MATCH + seat;
      brains[seat] = game.newBrain(brain, settings, map, seed);
    }
  }

  /** Plays a tick. Returns what there is to see after it; valid until the ring comes round. */
  EntityFrame step() {
    EntityFrame old = frames.find(tick - VIEW_AGE_TICKS);
    EntityFrame view = old == null ? nothing : old;
    for (int seat = 0; seat < brains.length; seat++) {
      commands[seat] = brains[seat].command(view, seat, tick);
    }
    simulation.tick(orders, Workers.ALONE);
    simulation.capture(frames.begin(tick));
    frames.commit(tick);
    tick++;
    return frames.newest();
  }

  private final class Orders implements TickCommands {
    @Override
    public long command(int seat) {
      return commands[seat];
    }

    @Override
    public int rewindSixteenths(int seat) {
      return REWIND_SIXTEENTHS;
    }
  }
}
