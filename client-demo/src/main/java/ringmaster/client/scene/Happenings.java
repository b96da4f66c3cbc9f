package ringmaster.client.scene;

/**
 * Events on their way from the network to the eye, in columns: most wait until the arena is shown
 * as it was when they happened. The oldest go when {@link #CAPACITY} wait.
 */
public final class Happenings {
  static final int CAPACITY = 512;

  /** Stands for the tick of one that has been shown. */
  static final int TAKEN = Integer.MIN_VALUE;

  private static final Happening[] KINDS = Happening.values();

  final int[] tick = new int[CAPACITY];
  private final byte[] kind = new byte[CAPACITY];
  final int[] actor = new int[CAPACITY];
  final int[] victim = new int[CAPACITY];
  final int[] detail = new int[CAPACITY];
  final float[] x = new float[CAPACITY];
  final float[] y = new float[CAPACITY];
  final float[] toX = new float[CAPACITY];
  final float[] toY = new float[CAPACITY];
  final boolean[] foretold = new boolean[CAPACITY];
  private int first;
  private int count;

  /**
   * Adds one.
   *
   * @param actorSeat who did it
   * @param victimSeat whom it befell; the actor where nobody else
   * @param whatOf the game's number of the weapon, the kind of pick-up, or the team
   */
  public void add(
      int atTick,
      Happening what,
      int actorSeat,
      int victimSeat,
      int whatOf,
      float atX,
      float atY,
      float endX,
      float endY) {
    if (count == CAPACITY) {
      first = (first + 1) % CAPACITY;
      count--;
    }
    int i = (first + count) % CAPACITY;
    tick[i] = atTick;
    kind[i] = (byte) what.ordinal();
    actor[i] = actorSeat;
    victim[i] = victimSeat;
    detail[i] = whatOf;
    x[i] = atX;
    y[i] = atY;
    toX[i] = endX;
    toY[i] = endY;
    foretold[i] = false;
    count++;
  }

  /** The one added last is what the player is about to do: the server has not reported it. */
  void foretellLast() {
    foretold[index(count - 1)] = true;
  }

  public void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  /** Where the n-th oldest is in the columns. */
  int index(int n) {
    return (first + n) % CAPACITY;
  }

  Happening kind(int i) {
    return KINDS[kind[i]];
  }

  /** Lets the oldest go that have been shown: their tick is {@link #TAKEN}. */
  void dropTaken() {
    while (count > 0 && tick[first] == TAKEN) {
      first = (first + 1) % CAPACITY;
      count--;
    }
  }

  boolean taken(int i) {
    return tick[i] == TAKEN;
  }
}
