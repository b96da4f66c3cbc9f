package ringmaster.testkit;

import ringmaster.shared.command.Command;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Prediction;

/** A pebble ahead of its server. */
final class PebblesPrediction implements Prediction {
  static final int WORDS = 3;

  private final float pace;
  private final Flaw flaw;
  private boolean alive;
  private float x;
  private float y;

  PebblesPrediction(MatchSettings settings, Flaw flaw) {
    pace = PebblesSimulation.pace(settings);
    this.flaw = flaw;
  }

  @Override
  public void load(int[] ownerWords, int offset) {
    alive = ownerWords[offset] != 0;
    x = Float.intBitsToFloat(ownerWords[offset + 1]);
    y = Float.intBitsToFloat(ownerWords[offset + 2]);
  }

  @Override
  public void copyFrom(Prediction other) {
    PebblesPrediction from = (PebblesPrediction) other;
    alive = from.alive;
    x = from.x;
    y = from.y;
  }

  @Override
  public void step(long command) {
    flaw.predict();
    x = PebblesSimulation.moved(x, Command.turn(command), pace) + flaw.predictionError();
    y = PebblesSimulation.moved(y, Command.thrust(command), pace);
  }

  @Override
  public boolean alive() {
    return alive;
  }

  @Override
  public boolean inContact() {
    return false;
  }

  @Override
  public float x() {
    return x;
  }

  @Override
  public float y() {
    return y;
  }

  @Override
  public float facingCos() {
    return 1;
  }

  @Override
  public float facingSin() {
    return 0;
  }

  @Override
  public float velocityX() {
    return 0;
  }

  @Override
  public float velocityY() {
    return 0;
  }
}
