package ringmaster.testkit;

import java.util.Arrays;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.snapshot.SnapshotHeader;

/** The law that what is captured fits the schema, and is all there. */
final class Captures {
  private static final int NEVER = -1;

  private final Trial trial;
  private final Run run;

  /** By slot: generation and type of the last occupant. */
  private final int[] lastGeneration;

  private final int[] lastType;
  private final boolean[] wasThere;

  private Captures(Trial trial) {
    this.trial = trial;
    run = trial.newRun();
    lastGeneration = new int[run.schema.capacity()];
    lastType = new int[run.schema.capacity()];
    wasThere = new boolean[run.schema.capacity()];
    Arrays.fill(lastType, NEVER);
  }

  static void fitTheSchema(Trial trial) {
    Captures captures = new Captures(trial);
    captures.checkOwnerWordCount();
    while (captures.run.ticks() < trial.ticks()) {
      trial.recording().step(captures.run, Workers.ALONE);
      captures.check();
    }
  }

  private void checkOwnerWordCount() {
    if (run.simulation.ownerWords() > SnapshotHeader.MAX_OWNER_WORDS) {
      throw trial.breach(
          run.simulation.ownerWords()
              + " owner words are more than "
              + SnapshotHeader.MAX_OWNER_WORDS);
    }
  }

  private void check() {
    EntityFrame frame = run.capture();
    String misfit = SchemaFit.misfit(frame, run.schema.events());
    if (misfit != null) {
      throw new SchemaFit.Misfit(frame.tick(), misfit);
    }
    for (int slot = 0; slot < frame.capacity(); slot++) {
      if (frame.present(slot)) {
        checkGeneration(frame, slot);
      }
      wasThere[slot] = frame.present(slot);
    }
    checkOwnerWords();
  }

  private void checkGeneration(EntityFrame frame, int slot) {
    boolean same =
        lastType[slot] == frame.type(slot) && lastGeneration[slot] == frame.generation(slot);
    if (same && !wasThere[slot]) {
      throw breach(
          run.schema.types().get(frame.type(slot)).name()
              + " is back in slot "
              + slot
              + " with the generation of the one before, "
              + lastGeneration[slot]);
    }
    lastType[slot] = frame.type(slot);
    lastGeneration[slot] = frame.generation(slot);
  }

  /** What is left unwritten there was another player's. */
  private void checkOwnerWords() {
    for (int seat = 0; seat < run.seats(); seat++) {
      int differs = Arrays.mismatch(run.ownerWords(seat, 0), run.ownerWords(seat, -1));
      if (run.isTaken(seat) && differs >= 0) {
        throw breach("captureOwner leaves word " + differs + " of seat " + seat + " as it was");
      }
    }
  }

  private AssertionError breach(String how) {
    return trial.breach("after tick " + (run.ticks() - 1) + " " + how);
  }
}
