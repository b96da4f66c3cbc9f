package ringmaster.shared.game;

/** The prediction of a game that has none: there is never a body to draw ahead of the server. */
final class NoPrediction implements Prediction {
  @Override
  public void load(int[] ownerWords, int offset) {}

  @Override
  public void copyFrom(Prediction other) {}

  @Override
  public void step(long command) {}

  @Override
  public boolean alive() {
    return false;
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
