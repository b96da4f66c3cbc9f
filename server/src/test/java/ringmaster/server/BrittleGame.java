package ringmaster.server;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.state.StateVisitor;

/**
 * A game that breaks in one place: its first so many matches at their tick 120, or when that place
 * is reached; the later ones are sound. A match is over one second after its time limit. Its ticks
 * are split over the workers.
 */
final class BrittleGame implements Game {
  /** Where it breaks. */
  enum Fault {
    NOWHERE,
    BUILD,
    BUILD_WITH_AN_ERROR,
    TOO_MANY_OWNER_WORDS,
    JOIN,
    LEAVE,
    TICK,
    TICK_WITH_AN_ERROR,
    /** Of those that a tick's work is split into. */
    BLOCK,
    PHASE,
    VISIT,
    CAPTURE,
    FRAME,
    OWNER
  }

  private static final int BREAKING_TICK = 120;

  private static final EntityType PLAYER =
      new EntityType(
          "player", List.of(EntityField.count("ticks", 0, 1023)), EntityType.Shape.NONE, 0, 0);

  private final Fault fault;
  private final int brittleMatches;
  private final Runnable onBuild;
  private final AtomicInteger built = new AtomicInteger();

  BrittleGame(Fault fault, int brittleMatches) {
    this(fault, brittleMatches, () -> {});
  }

  /**
   * Breaks in its first matches.
   *
   * @param onBuild happens while a match is being built
   */
  BrittleGame(Fault fault, int brittleMatches, Runnable onBuild) {
    this.fault = fault;
    this.brittleMatches = brittleMatches;
    this.onBuild = onBuild;
  }

  /** Without the trace that nobody needs to read in a log. */
  private static <T extends Throwable> T quiet(T error) {
    error.setStackTrace(new StackTraceElement[0]);
    return error;
  }

  /** This and skirmish. */
  Games withSkirmish() {
    return new Games(List.of(WholeServer.skirmish(), this));
  }

  @Override
  public String mode() {
    return "brittle";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public int maxPlayers() {
    return MatchSettings.MAX_PLAYERS;
  }

  @Override
  public List<String> maps() {
    return List.of("yard");
  }

  @Override
  public String mapFor(int players) {
    return "yard";
  }

  @Override
  public EntitySchema schema(MatchSettings settings, GameMap map) {
    return new EntitySchema(List.of(PLAYER), settings.maxPlayers());
  }

  @Override
  public Simulation newSimulation(MatchSettings settings, GameMap map) {
    onBuild.run();
    boolean brittle = built.getAndIncrement() < brittleMatches;
    Fault here = brittle ? fault : Fault.NOWHERE;
    if (here == Fault.BUILD) {
      throw quiet(new IllegalStateException("brittle on purpose"));
    }
    if (here == Fault.BUILD_WITH_AN_ERROR) {
      throw quiet(new StackOverflowError("brittle on purpose"));
    }
    return new BrittleSimulation(settings, here);
  }

  @Override
  public Prediction newPrediction(MatchSettings settings, GameMap map) {
    throw new UnsupportedOperationException("nobody predicts it");
  }

  @Override
  public List<String> brains() {
    return List.of();
  }

  @Override
  public Brain newBrain(String name, MatchSettings settings, GameMap map, long seed) {
    throw new UnsupportedOperationException("nobody plays it");
  }

  private static final class BrittleSimulation implements Simulation {
    private final Fault fault;
    private final int playTicks;
    private final int[] taken;
    private final int[] sums = new int[8];
    private final Workers.Stage stage = this::block;
    private int tick;

    BrittleSimulation(MatchSettings settings, Fault fault) {
      this.fault = fault;
      playTicks = settings.timeLimitSeconds() * settings.rate().hz();
      taken = new int[settings.maxPlayers()];
    }

    private void breakAt(Fault place) {
      if (fault == place && (place == Fault.JOIN || tick >= BREAKING_TICK)) {
        throw quiet(new IllegalStateException("brittle on purpose"));
      }
    }

    @Override
    public void join(int seat) {
      breakAt(Fault.JOIN);
      taken[seat] = 1;
    }

    @Override
    public void leave(int seat) {
      breakAt(Fault.LEAVE);
      taken[seat] = 0;
    }

    @Override
    public void tick(TickCommands commands, Workers workers) {
      breakAt(Fault.TICK);
      if (fault == Fault.TICK_WITH_AN_ERROR && tick >= BREAKING_TICK) {
        throw quiet(new StackOverflowError("brittle on purpose"));
      }
      workers.begin();
      workers.run(stage, sums.length);
      workers.end();
      tick++;
    }

    private void block(int block, int lane) {
      sums[block] = 31 * sums[block] + tick;
      if (block == 5) {
        breakAt(Fault.BLOCK);
      }
    }

    @Override
    public Phase phase() {
      breakAt(Fault.PHASE);
      if (tick < playTicks) {
        return Phase.PLAYING;
      }
      return tick < playTicks + 60 ? Phase.RESULTS : Phase.OVER;
    }

    @Override
    public void capture(EntityFrame frame) {
      breakAt(Fault.CAPTURE);
      for (int seat = 0; seat < taken.length; seat++) {
        if (taken[seat] != 0) {
          frame.put(seat, 0, 0);
          frame.setQuantized(seat, 0, tick & 1023);
        }
      }
      if (fault == Fault.FRAME && tick >= BREAKING_TICK) {
        frame.put(0, 7, 0);
      }
    }

    @Override
    public int ownerWords() {
      return fault == Fault.TOO_MANY_OWNER_WORDS ? 40 : 1;
    }

    @Override
    public void captureOwner(int seat, int[] words, int offset) {
      breakAt(Fault.OWNER);
      words[offset] = tick;
    }

    @Override
    public void visit(StateVisitor visitor) {
      breakAt(Fault.VISIT);
      tick = visitor.int32(tick);
      visitor.ints(taken, taken.length);
      visitor.ints(sums, sums.length);
    }
  }
}
