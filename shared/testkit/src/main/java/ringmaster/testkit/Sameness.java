package ringmaster.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.physics.Workers;

/** Laws by which matches are the same: run side by side, so that they can be compared at once. */
final class Sameness {
  private static final int[] THREADS = {1, 2, 4};

  private static final int RESTORES_PER_SECOND = 2;

  /** For how long a restored match is compared. */
  private static final int FOLLOWED_SECONDS = 4;

  /**
   * A match that goes on from another one's bytes.
   *
   * @param sentence what to say of it when it goes another way
   */
  private record Restored(Run run, int sinceTicks, String sentence) {}

  private Sameness() {}

  /**
   * Plays the trial's match, a second one like it, and a replay of the first. Players leave and
   * come back meanwhile.
   */
  static void ofPlayAndReplay(Trial trial) {
    TestMatch match = trial.played();
    TestMatch second = trial.newMatch();
    Run replay = trial.newRun();
    while (match.ticks() < trial.ticks()) {
      comeAndGo(trial, match);
      comeAndGo(trial, second);
      match.tick();
      second.tick();
      trial.recording().step(replay, Workers.ALONE);
      requireInnocentCapture(trial, replay);
      requireSame(trial, "a replay of its commands", match.simulated(), replay);
      int seat = match.recording().seatThatDiffers(second.recording());
      if (seat >= 0) {
        throw trial.breach(
            "the brain of seat "
                + seat
                + " decided otherwise for tick "
                + (match.ticks() - 1)
                + " than one that saw the same");
      }
      requireSame(
          trial, "a second match of the same commands", match.simulated(), second.simulated());
    }
  }

  /** Else a match that is watched would differ from one that is not. */
  private static void requireInnocentCapture(Trial trial, Run run) {
    long before = run.hash();
    run.capture();
    if (run.hash() != before) {
      StateTrace once = StateTrace.of(run);
      run.capture();
      throw trial.breach(
          "after tick "
              + (run.ticks() - 1)
              + " capture changes the state that it only shows: "
              + once.difference(StateTrace.of(run)));
    }
  }

  private static void comeAndGo(Trial trial, TestMatch match) {
    int last = match.settings().maxPlayers() - 1;
    if (match.ticks() == trial.ticks() / 4) {
      match.leave(last);
    } else if (match.ticks() == trial.ticks() / 3) {
      match.join(last);
    }
  }

  /** One match, and others that share their steps with 1, 2 and 4 threads. */
  static void forAnyWorkers(Trial trial) {
    Run alone = trial.newRun();
    List<SpreadWorkers> workers = new ArrayList<>();
    List<Run> shared = new ArrayList<>();
    try {
      for (int threads : THREADS) {
        workers.add(new SpreadWorkers(threads));
        shared.add(trial.newRun());
      }
      while (alone.ticks() < trial.ticks()) {
        trial.recording().step(alone, Workers.ALONE);
        for (int i = 0; i < THREADS.length; i++) {
          trial.recording().step(shared.get(i), workers.get(i));
          requireSame(trial, "one with " + THREADS[i] + " more threads", alone, shared.get(i));
        }
      }
    } finally {
      workers.forEach(SpreadWorkers::close);
    }
  }

  /** A match alone, and then the same one with a match of other commands before each step. */
  static void besideAnotherMatch(Trial trial) {
    long[] alone = hashesAlone(trial);
    Run match = trial.newRun();
    Run other = trial.newRun();
    RandomCommands commands = new RandomCommands(other.seats(), trial.seed());
    other.joinAll();
    while (match.ticks() < trial.ticks()) {
      commands.change();
      other.step(commands, Workers.ALONE);
      trial.recording().step(match, Workers.ALONE);
      if (match.hash() != alone[match.ticks() - 1]) {
        throw trial.breach(
            sentence(match, differenceFromAlone(trial, match), "one beside it (static state)"));
      }
    }
  }

  private static long[] hashesAlone(Trial trial) {
    Run run = trial.newRun();
    long[] hashes = new long[trial.ticks()];
    while (run.ticks() < hashes.length) {
      trial.recording().step(run, Workers.ALONE);
      hashes[run.ticks() - 1] = run.hash();
    }
    return hashes;
  }

  private static String differenceFromAlone(Trial trial, Run match) {
    Run again = trial.newRun();
    trial.recording().play(again, match.ticks());
    String difference = difference(again, match);
    return difference == null ? "the state was another one" : difference;
  }

  /**
   * A match, and others that were restored from its bytes again and again: what {@code visit}
   * forgot may matter for a moment only, such as the time that something is frozen.
   */
  static void afterRestoring(Trial trial) {
    Run match = trial.newRun();
    List<Restored> restored = new ArrayList<>();
    int hz = match.settings.rate().hz();
    while (match.ticks() < trial.ticks()) {
      trial.recording().step(match, Workers.ALONE);
      for (Restored other : restored) {
        trial.recording().step(other.run(), Workers.ALONE);
        requireSame(trial, other.sentence(), match, other.run());
      }
      restored.removeIf(other -> match.ticks() > other.sinceTicks() + FOLLOWED_SECONDS * hz);
      if (match.ticks() % (hz / RESTORES_PER_SECOND + 1) == 0) {
        restored.add(restored(trial, match));
      }
    }
  }

  private static Restored restored(Trial trial, Run match) {
    Run fresh = match.restored();
    require(trial, "one restored from its bytes", match, difference(match, fresh));
    String sentence =
        "one restored after tick "
            + (match.ticks() - 1)
            + "; what the restore did not bring back is among "
            + Unvisited.between(match.simulation, fresh.simulation, trial.ownCode());
    return new Restored(fresh, match.ticks(), sentence);
  }

  /** After both stepped the same tick. */
  private static void requireSame(Trial trial, String second, Run one, Run two) {
    require(trial, second, one, difference(one, two));
    require(trial, second, one, FrameDifference.ofEvents(one.capture(), two.capture()));
  }

  private static void require(Trial trial, String second, Run run, @Nullable String difference) {
    if (difference != null) {
      throw trial.breach(sentence(run, difference, second));
    }
  }

  private static String sentence(Run run, String difference, String second) {
    return "after tick " + (run.ticks() - 1) + " " + difference + ", in a match and in " + second;
  }

  /** Compares the state, what is made of it to be seen, and what the owners are told. */
  private static @Nullable String difference(Run one, Run two) {
    if (one.hash() != two.hash()) {
      String difference = StateTrace.of(one).difference(StateTrace.of(two));
      return "the state differs: " + difference;
    }
    if (one.phase() != two.phase()) {
      return "the phase differs: " + one.phase() + " and " + two.phase();
    }
    String difference = FrameDifference.ofEntities(one.capture(), two.capture());
    if (difference != null) {
      return difference + ", though the states are equal (capture shows what visit does not name)";
    }
    for (int seat = 0; seat < one.seats(); seat++) {
      if (one.isTaken(seat) && !Arrays.equals(one.ownerWords(seat, 0), two.ownerWords(seat, 0))) {
        return "the owner words of seat "
            + seat
            + " differ, though the states are equal (they tell what visit does not name)";
      }
    }
    return null;
  }
}
