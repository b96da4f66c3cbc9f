package ringmaster.testkit;

import ringmaster.shared.game.Simulation;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Workers;

/** The law that nothing players may do makes a game throw, from warm-up until after the end. */
final class Crowding {
  /** Of a seat, in a tick. */
  private static final float COMING_OR_GOING = 0.01f;

  /** How often all leave at once, and a match goes on without anybody. */
  private static final float ALL_GONE = 0.001f;

  private Crowding() {}

  static void isHarmless(Trial trial) {
    Run run = trial.newRun();
    Rng rng = new Rng(Rng.mix(trial.seed()));
    RandomCommands commands = new RandomCommands(run.seats(), trial.seed());
    Simulation.Phase phase = run.phase();
    int moves = 0;
    while (run.ticks() < 2 * trial.ticks()) {
      try {
        moves += comeAndGo(run, rng);
        commands.change();
        run.step(commands, Workers.ALONE);
        run.hash();
        run.capture();
      } catch (Throwable t) {
        throw trial.breach(
            "in tick "
                + run.ticks()
                + ", after "
                + moves
                + " players came or went, it throws "
                + t
                + trial.at(t),
            t);
      }
      if (run.phase().compareTo(phase) < 0) {
        throw trial.breach(
            "after tick "
                + (run.ticks() - 1)
                + " the phase goes back from "
                + phase
                + " to "
                + run.phase());
      }
      phase = run.phase();
    }
  }

  private static int comeAndGo(Run run, Rng rng) {
    boolean allGo = rng.nextBoolean(ALL_GONE);
    int moves = 0;
    for (int seat = 0; seat < run.seats(); seat++) {
      if (run.isTaken(seat)
          ? allGo || rng.nextBoolean(COMING_OR_GOING)
          : rng.nextBoolean(COMING_OR_GOING)) {
        move(run, seat);
        moves++;
      }
    }
    return moves;
  }

  private static void move(Run run, int seat) {
    if (run.isTaken(seat)) {
      run.leave(seat);
    } else {
      run.join(seat);
    }
  }
}
