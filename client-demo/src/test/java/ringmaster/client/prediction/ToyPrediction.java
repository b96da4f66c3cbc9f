package ringmaster.client.prediction;

import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.Surroundings;

/**
 * A body that stands, and beside it one thing, in slot 0, that stands where the owner words say.
 *
 * <pre>
 * words
 * 0     0: there is neither
 * 1     x of the thing, float bits
 * 2     its generation
 * 3     whether it is foreseeable
 * </pre>
 */
final class ToyPrediction implements Prediction {
  static final int WORDS = 4;

  private final int[] state = new int[WORDS];
  private final ToySurroundings surroundings = new ToySurroundings(state);

  @Override
  public void load(int[] ownerWords, int offset) {
    System.arraycopy(ownerWords, offset, state, 0, WORDS);
  }

  @Override
  public void copyFrom(Prediction other) {
    load(((ToyPrediction) other).state, 0);
  }

  @Override
  public void step(long command) {}

  @Override
  public Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public boolean alive() {
    return state[0] != 0;
  }

  @Override
  public boolean inContact() {
    return false;
  }

  @Override
  public float x() {
    return 0;
  }

  @Override
  public float y() {
    return 0;
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
