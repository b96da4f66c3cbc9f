package ringmaster.client.prediction;

import java.util.function.IntPredicate;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Surroundings;

/** One thing, as the words of a {@link ToyPrediction} say. */
final class ToySurroundings implements Surroundings {
  private final int[] state;

  ToySurroundings(int[] state) {
    this.state = state;
  }

  @Override
  public boolean see(EntityFrame frame, IntPredicate upToDate, int ownSlot) {
    return false;
  }

  @Override
  public void clear() {}

  @Override
  public int words() {
    return 0;
  }

  @Override
  public void write(int[] words, int offset) {}

  @Override
  public void load(int[] words, int offset) {}

  @Override
  public int count() {
    return 1;
  }

  @Override
  public int slot(int index) {
    return 0;
  }

  @Override
  public int generation(int index) {
    return state[2];
  }

  @Override
  public boolean foreseeable(int index) {
    return state[3] != 0;
  }

  @Override
  public float x(int index) {
    return Float.intBitsToFloat(state[1]);
  }

  @Override
  public float y(int index) {
    return 0;
  }

  @Override
  public float facingCos(int index) {
    return 1;
  }

  @Override
  public float facingSin(int index) {
    return 0;
  }

  @Override
  public float velocityX(int index) {
    return 0;
  }

  @Override
  public float velocityY(int index) {
    return 0;
  }

  @Override
  public float spin(int index) {
    return 0;
  }
}
