package ringmaster.client.scene;

/**
 * What there is to hear in one frame, in columns; more than {@link #MAX} of a kind are left out.
 */
public final class SoundCues {
  public static final int MAX = 64;

  private static final Sound[] SOUNDS = Sound.values();

  private final byte[] sounds = new byte[MAX];
  private final float[] x = new float[MAX];
  private final float[] y = new float[MAX];
  private final boolean[] positioned = new boolean[MAX];
  private int count;

  private final int[] engineId = new int[MAX];
  private final float[] engineX = new float[MAX];
  private final float[] engineY = new float[MAX];
  private final float[] engineLoad = new float[MAX];
  private int engines;

  /** Where the listener is, metres, and where it looks: unit vector. */
  public float listenerX;

  public float listenerY;
  public float listenerCos = 1;
  public float listenerSin;

  public void clear() {
    count = 0;
    engines = 0;
  }

  /** A sound somewhere in the arena. */
  public void add(Sound sound, float atX, float atY) {
    add(sound, atX, atY, true);
  }

  /** A sound in the player's head. */
  public void add(Sound sound) {
    add(sound, 0, 0, false);
  }

  private void add(Sound sound, float atX, float atY, boolean inSpace) {
    if (count < MAX) {
      sounds[count] = (byte) sound.ordinal();
      x[count] = atX;
      y[count] = atY;
      positioned[count] = inSpace;
      count++;
    }
  }

  /**
   * An engine runs.
   *
   * @param id tells engines apart from frame to frame
   * @param load 0 idle .. 1 full thrust; above 1 boosting, at most 2
   */
  public void engine(int id, float atX, float atY, float load) {
    if (engines < MAX) {
      engineId[engines] = id;
      engineX[engines] = atX;
      engineY[engines] = atY;
      engineLoad[engines] = load;
      engines++;
    }
  }

  public int count() {
    return count;
  }

  public Sound sound(int i) {
    return SOUNDS[sounds[i]];
  }

  public float x(int i) {
    return x[i];
  }

  public float y(int i) {
    return y[i];
  }

  /** Whether it is somewhere; otherwise it is in the player's head. */
  public boolean positioned(int i) {
    return positioned[i];
  }

  public int engines() {
    return engines;
  }

  public int engineId(int i) {
    return engineId[i];
  }

  public float engineX(int i) {
    return engineX[i];
  }

  public float engineY(int i) {
    return engineY[i];
  }

  public float engineLoad(int i) {
    return engineLoad[i];
  }
}
