package ringmaster.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.physics.Workers;

/**
 * The law that a player alone is predicted to the bit, body and gauges, unless something has
 * touched the body, it is another one, or a phase begins. Of results it says nothing: a prediction
 * is not told that it is over. But of whatever tick the game says that its words were foreseen, the
 * prediction has to come to them.
 */
final class Foresight {
  private static final int SEAT = 0;

  /** For how many ticks a copy is followed. */
  private static final int COPY_TICKS = 10;

  private final Trial trial;
  private final Run run;
  private final Prediction predicted;
  private final Prediction told;
  private final Prediction copy;

  /** Goes by what the game says is foreseen. */
  private final Prediction trusting;

  private Foresight(Trial trial) {
    this.trial = trial;
    run = trial.newLongRun();
    predicted = newPrediction();
    told = newPrediction();
    copy = newPrediction();
    trusting = newPrediction();
  }

  private Prediction newPrediction() {
    Watch.entering("Game.newPrediction");
    return run.game.newPrediction(run.settings.withoutSeed(), run.map);
  }

  static void isExactAlone(Trial trial) {
    new Foresight(trial).check();
  }

  private void check() {
    RandomCommands commands = new RandomCommands(run.seats(), trial.seed());
    run.join(SEAT);
    int compared = 0;
    int foreseeable = 0;
    boolean played = false;
    while (run.ticks() < trial.ticks()) {
      Simulation.Phase before = run.phase();
      commands.change();
      run.step(commands, Workers.ALONE);
      Watch.entering("Prediction.step", run.ticks() - 1);
      predicted.step(commands.command(SEAT));
      copy.step(commands.command(SEAT));
      int[] words = run.ownerWords(SEAT, 0);
      Watch.entering("Prediction.load", run.ticks() - 1);
      told.load(words, 0);
      trust(words, commands.command(SEAT));
      requireSame("the prediction and its copy by copyFrom", predicted, copy);
      boolean sameBody = told.life() == predicted.life() && run.phase() == before;
      boolean alone = told.alive() && !told.inContact() && sameBody;
      played |= before == Simulation.Phase.PLAYING;
      foreseeable += alone ? 1 : 0;
      if (alone && predicted.alive()) {
        requireSame("the server and the prediction", told, predicted);
        compared++;
      } else {
        predicted.copyFrom(told);
        copy.copyFrom(told);
      }
      if (run.ticks() % COPY_TICKS == 0) {
        copy.copyFrom(predicted);
      }
    }
    if (!played) {
      throw trial.breach("a player alone never came to play, so there was nothing to compare");
    }
    if (compared < foreseeable / 2) {
      throw trial.breach(
          "it is alive in " + compared + " of " + foreseeable + " ticks in which the body is");
    }
  }

  private void trust(int[] words, long command) {
    trusting.step(command);
    if (!run.ownerForeseen(SEAT)) {
      trusting.load(words, 0);
      return;
    }
    int[] foretold = new int[words.length];
    Watch.entering("Prediction.write", run.ticks() - 1);
    trusting.write(foretold, 0);
    int differs = Arrays.mismatch(words, foretold);
    if (differs >= 0) {
      throw trial.breach(
          "after tick "
              + (run.ticks() - 1)
              + " ownerForeseen is true, and word "
              + differs
              + " is "
              + words[differs]
              + " where the prediction writes "
              + foretold[differs]);
    }
  }

  private void requireSame(String who, Prediction one, Prediction two) {
    String difference =
        one.alive() == two.alive() ? difference(one, two) : "one is alive, the other is not";
    if (difference != null) {
      throw trial.breach("after tick " + (run.ticks() - 1) + ", " + who + ": " + difference);
    }
  }

  private @Nullable String difference(Prediction one, Prediction two) {
    if (!one.alive()) {
      return null;
    }
    List<String> names =
        new ArrayList<>(List.of("x", "y", "facingCos", "facingSin", "velocityX", "velocityY"));
    names.addAll(run.game.gauges());
    float[] ones = values(one);
    float[] twos = values(two);
    for (int i = 0; i < ones.length; i++) {
      if (Float.floatToRawIntBits(ones[i]) != Float.floatToRawIntBits(twos[i])) {
        return names.get(i) + " " + ones[i] + " and " + twos[i];
      }
    }
    return null;
  }

  private float[] values(Prediction prediction) {
    int gauges = run.game.gauges().size();
    float[] values = new float[6 + gauges];
    values[0] = prediction.x();
    values[1] = prediction.y();
    values[2] = prediction.facingCos();
    values[3] = prediction.facingSin();
    values[4] = prediction.velocityX();
    values[5] = prediction.velocityY();
    for (int i = 0; i < gauges; i++) {
      values[6 + i] = prediction.gauge(i);
    }
    return values;
  }
}
