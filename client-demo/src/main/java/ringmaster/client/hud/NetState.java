package ringmaster.client.hud;

/**
 * What the net graph has to show: how the network is, and what the netcode makes of it. The game
 * refills the figures now and then, and adds a column to the strip with each frame.
 */
public final class NetState {
  /** Frames that the strip shows. */
  public static final int COLUMNS = 160;

  private static final Arrival[] ARRIVALS = Arrival.values();

  /** What a frame brought. */
  public enum Arrival {
    /** No snapshot. */
    NOTHING,
    SNAPSHOT,
    /** A snapshot, and the ones before it were lost. */
    AFTER_LOSS,
    /** A snapshot after which the own body was set right. */
    CORRECTION
  }

  /** What a message to the server and back takes; negative: not known. */
  public float roundTripMillis = -1;

  /** By how much snapshots come apart from when they should. */
  public float jitterMillis;

  public float lossDownPercent;
  public float lossUpPercent;
  public float downBytesPerSecond;
  public float upBytesPerSecond;
  public float snapshotBytes;
  public float snapshotsPerSecond;

  /** How early the server has the commands; negative: late. */
  public float inputMarginMillis;

  /** Ticks for which the server had no command. */
  public float missedInputsPercent;

  /** How far behind the newest snapshot the others are shown. */
  public float interpolationMillis;

  /** Frames for which the next snapshot was not there. */
  public float underrunsPercent;

  /** Between where the own body was foretold to be and where it was, the largest of late. */
  public float predictionErrorMeters;

  /** How far back the server judges the player's shots. */
  public float rewindMillis;

  /** By column: how far ahead of what is shown the newest snapshot is; negative: it ran out. */
  final float[] aheadMillis = new float[COLUMNS];

  private final byte[] arrivals = new byte[COLUMNS];
  private int next;

  /** Adds a frame's column; the oldest goes. */
  public void addFrame(float snapshotAheadMillis, Arrival arrival) {
    aheadMillis[next] = snapshotAheadMillis;
    arrivals[next] = (byte) arrival.ordinal();
    next = (next + 1) % COLUMNS;
  }

  /** Where the n-th column from the left is. */
  int column(int n) {
    return (next + n) % COLUMNS;
  }

  Arrival arrival(int column) {
    return ARRIVALS[arrivals[column]];
  }
}
