package ringmaster.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.state.StateVisitor;

/** One of each thing that a game must not do, to be built into {@link Pebbles}. */
final class Flaws {
  /** Some matches break only when they have begun. */
  private static final int LATER_TICK = 50;

  private Flaws() {}

  /** The keys have no order but that of where they lie in memory. */
  static final class HashOrder implements Flaw {
    private static final int KEYS = 64;

    private final Map<Object, Integer> places = new HashMap<>();

    HashOrder() {
      for (int i = 0; i < KEYS; i++) {
        places.put(new Object(), i);
      }
    }

    @Override
    public void tick(PebblesSimulation game, Workers workers) {
      for (int place : places.values()) {
        game.score[2] = (game.score[2] * 31 + place) % Pebbles.MAX_SCORE;
      }
    }
  }

  /** Shows on another machine only. */
  static final class Sine implements Flaw {
    @Override
    public void tick(PebblesSimulation game, Workers workers) {
      game.x[0] = (float) Math.sin(game.timer.tick());
    }
  }

  static final class WallClock implements Flaw {
    @Override
    public void tick(PebblesSimulation game, Workers workers) {
      game.purse[1] = (int) (System.nanoTime() % Pebbles.MAX_SCORE);
    }
  }

  static final class Shared implements Flaw {
    private static int ticksOfAll;

    @Override
    public void tick(PebblesSimulation game, Workers workers) {
      game.score[2] = ticksOfAll++ % Pebbles.MAX_SCORE;
    }
  }

  static final class SharedArray implements Flaw {
    private static final int[] TICKS_OF_ALL = new int[1];

    @Override
    public void tick(PebblesSimulation game, Workers workers) {
      game.score[2] = TICKS_OF_ALL[0]++ % Pebbles.MAX_SCORE;
    }
  }

  /** Computed once per tick, by whichever match comes first: matches in step hide it. */
  static final class SharedMemo implements Flaw {
    private static int memo;
    private static int memoTick = -1;

    @Override
    public void tick(PebblesSimulation game, Workers workers) {
      if (game.timer.tick() != memoTick) {
        memoTick = game.timer.tick();
        memo = (int) (game.x[0] * 10 + 500);
      }
      game.purse[2] = memo;
    }
  }

  static final class Chance implements Flaw {
    private final Random random = new Random();

    @Override
    public void tick(PebblesSimulation game, Workers workers) {
      game.purse[0] = random.nextInt(Pebbles.MAX_SCORE);
    }
  }

  static final class Unvisited implements Flaw {
    private int sinceGift;

    @Override
    public void tick(PebblesSimulation game, Workers workers) {
      if (++sinceGift == 97) {
        sinceGift = 0;
        game.point(1);
      }
    }
  }

  /** Of no consequence for the state, but seen. */
  static final class UnvisitedButSeen implements Flaw {
    private int shown;

    @Override
    public void tick(PebblesSimulation game, Workers workers) {
      shown = (shown + 1) % Pebbles.MAX_SCORE;
    }

    @Override
    public void capture(PebblesSimulation game, EntityFrame frame) {
      if (frame.present(0)) {
        frame.setQuantized(0, Pebbles.SCORE, shown);
      }
    }
  }

  /** What it reads back is thrown away. */
  static final class ReadAndForgotten implements Flaw {
    @Override
    public void visit(PebblesSimulation game, StateVisitor visitor) {
      visitor.int32(7);
    }
  }

  /** An index that is believed, whatever the bytes say. */
  static final class BelievedIndex implements Flaw {
    private int leader;

    @Override
    public void visit(PebblesSimulation game, StateVisitor visitor) {
      leader = visitor.int32(leader);
      visitor.int32(game.score[leader]);
    }
  }

  /** Sums in the order in which the blocks are done. */
  static final class BlocksInOrder implements Flaw {
    private static final int BLOCKS = 9;

    private float sum;

    @Override
    public void tick(PebblesSimulation game, Workers workers) {
      sum = 0;
      workers.run(this::add, BLOCKS);
      game.x[1] = sum;
    }

    private synchronized void add(int block, int lane) {
      sum = sum / 2 + block;
    }
  }

  static final class OutOfRange implements Flaw {
    @Override
    public void capture(PebblesSimulation game, EntityFrame frame) {
      if (game.timer.tick() > 50) {
        frame.setQuantized(0, Pebbles.SCORE, Pebbles.MAX_SCORE + 1);
      }
    }
  }

  static final class OneGeneration implements Flaw {
    @Override
    public int generation(int ofSeat) {
      return 0;
    }
  }

  static final class LookingCounts implements Flaw {
    @Override
    public void capture(PebblesSimulation game, EntityFrame frame) {
      game.purse[0] = (game.purse[0] + 1) % Pebbles.MAX_SCORE;
    }
  }

  static final class WordsLeftOver implements Flaw {
    @Override
    public boolean writesOwnerWords() {
      return false;
    }
  }

  static final class NobodysPurse implements Flaw {
    @Override
    public boolean ownsPebbles() {
      return false;
    }
  }

  static final class WrongPrediction implements Flaw {
    @Override
    public float predictionError() {
      return 1e-5f;
    }
  }

  static final class UnfoundedForesight implements Flaw {
    @Override
    public boolean ownerForeseen() {
      return true;
    }
  }

  static final class ThrowsAtLeaving implements Flaw {
    @Override
    public void leave(PebblesSimulation game, int seat) {
      if (seat == 0) {
        throw new IllegalStateException("seat 0 must stay");
      }
    }
  }

  static final class PlaysOn implements Flaw {
    @Override
    public Phase phase(Phase sound) {
      return sound == Phase.OVER ? Phase.PLAYING : sound;
    }
  }

  static final class Garbage implements Flaw {
    int[] kept = {};

    @Override
    public void tick(PebblesSimulation game, Workers workers) {
      kept = new int[2];
    }
  }

  static final class GarbageInBrain implements Flaw {
    long[] kept = {};

    @Override
    public Brain brain(Brain sound) {
      return new Brain() {
        @Override
        public boolean observes() {
          return true;
        }

        @Override
        public long command(EntityFrame frame, int seat, int tick) {
          kept = new long[1];
          return Command.NEUTRAL;
        }
      };
    }
  }

  static final class Moody implements Flaw {
    private static final Rng RNG = new Rng(1);

    @Override
    public Brain brain(Brain sound) {
      return new Brain() {
        @Override
        public boolean observes() {
          return false;
        }

        @Override
        public long command(EntityFrame frame, int seat, int tick) {
          return Command.of(RNG.nextInt(200), 0, 0, 0);
        }
      };
    }
  }

  /** Until the thread is left behind, which would else keep a core from the other tests. */
  private static void loop() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  static final class LoopsWhenMade implements Flaw {
    @Override
    public void made() {
      loop();
    }
  }

  static final class LoopsInTick implements Flaw {
    @Override
    public void tick(PebblesSimulation game, Workers workers) {
      if (game.timer.tick() == LATER_TICK) {
        loop();
      }
    }
  }

  static final class LoopsInCapture implements Flaw {
    @Override
    public void capture(PebblesSimulation game, EntityFrame frame) {
      if (frame.tick() == LATER_TICK) {
        loop();
      }
    }
  }

  static final class LoopsInVisit implements Flaw {
    @Override
    public void visit(PebblesSimulation game, StateVisitor visitor) {
      if (game.timer.tick() > LATER_TICK) {
        loop();
      }
    }
  }

  static final class LoopsInBrain implements Flaw {
    @Override
    public Brain brain(Brain sound) {
      return new Brain() {
        @Override
        public boolean observes() {
          return false;
        }

        @Override
        public long command(EntityFrame frame, int seat, int tick) {
          if (tick > LATER_TICK) {
            loop();
          }
          return Command.NEUTRAL;
        }
      };
    }
  }

  static final class LoopsInPrediction implements Flaw {
    @Override
    public void predict() {
      loop();
    }
  }
}
