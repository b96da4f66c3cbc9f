package ringmaster.client.prediction;

import java.util.Arrays;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.snapshot.SnapshotHeader;

/**
 * The player's own body at the tick of the newest command, and where it was predicted to be in the
 * ticks before.
 *
 * <p>Each snapshot carries the server's exact state after some tick. If the prediction stood just
 * there, with the same gauges, it stands; otherwise it starts again from that state and goes
 * through the later commands. A velocity that differs under the same pose shows one tick later, in
 * the pose.
 */
public final class PredictedBody {
  private static final int MASK = CommandHistory.SIZE - 1;

  private final Prediction present;
  private final Prediction received;
  private final CommandHistory commands;

  /** Predicted poses by tick; {@link #poseTick} says whose they are. */
  private final float[] x = new float[CommandHistory.SIZE];

  private final float[] y = new float[CommandHistory.SIZE];
  private final float[] facingCos = new float[CommandHistory.SIZE];
  private final float[] facingSin = new float[CommandHistory.SIZE];
  private final int[] poseTick = new int[CommandHistory.SIZE];
  private final int[] life = new int[CommandHistory.SIZE];
  private final int gaugeCount;
  private final float[] gauges;
  private int presentTick = -1;

  private float shiftX;
  private float shiftY;
  private float shiftRadians;

  /**
   * @param present to be run ahead
   * @param received to hold what the server said; another instance
   * @param gaugeCount how many gauges the game has
   */
  public PredictedBody(
      Prediction present, Prediction received, int gaugeCount, CommandHistory commands) {
    this.present = present;
    this.received = received;
    this.gaugeCount = gaugeCount;
    gauges = new float[CommandHistory.SIZE * gaugeCount];
    this.commands = commands;
    Arrays.fill(poseTick, -1);
  }

  /**
   * Steps on to the newest command. Where more lie between than are kept, since this machine slept
   * or the server named a tick of its fancy, the next snapshot begins anew: a step for each of them
   * could take minutes.
   */
  public void advance() {
    if (presentTick < 0) {
      return;
    }
    if (commands.newestTick() - presentTick > CommandHistory.SIZE) {
      restart();
      return;
    }
    while (presentTick < commands.newestTick()) {
      presentTick++;
      present.step(commands.command(presentTick));
      remember();
    }
  }

  /** Forgets what was predicted; the next snapshot begins anew. */
  public void restart() {
    presentTick = -1;
  }

  private void remember() {
    int at = presentTick & MASK;
    poseTick[at] = present.alive() ? presentTick : -1;
    life[at] = present.life();
    x[at] = present.x();
    y[at] = present.y();
    facingCos[at] = present.facingCos();
    facingSin[at] = present.facingSin();
    for (int i = 0; i < gaugeCount; i++) {
      gauges[at * gaugeCount + i] = present.gauge(i);
    }
  }

  /**
   * Takes the server's word from a snapshot newer than all before.
   *
   * @return distance in metres between where the body was predicted and where it was, NaN if it was
   *     not predicted for that tick, is another one, or is not there
   */
  public float reconcile(SnapshotHeader header) {
    if (header.ownerWordCount == 0) {
      presentTick = -1;
      return Float.NaN;
    }
    received.load(header.ownerWords, 0);
    float errorMeters = errorMeters(header.tick);
    if (!predictedExactly(header.tick)) {
      correct(header);
    }
    return errorMeters;
  }

  private void correct(SnapshotHeader header) {
    boolean wasAlive = alive();
    int lifeBefore = present.life();
    float fromX = present.x();
    float fromY = present.y();
    float fromCos = present.facingCos();
    float fromSin = present.facingSin();
    present.load(header.ownerWords, 0);
    presentTick = header.tick;
    advance();
    if (wasAlive && present.alive() && present.life() == lifeBefore) {
      shiftX += present.x() - fromX;
      shiftY += present.y() - fromY;
      float sine = fromCos * present.facingSin() - fromSin * present.facingCos();
      float cosine = fromCos * present.facingCos() + fromSin * present.facingSin();
      shiftRadians += (float) Math.atan2(sine, cosine);
    }
  }

  private float errorMeters(int tick) {
    if (!predicted(tick) || !received.alive() || received.life() != life[tick & MASK]) {
      return Float.NaN;
    }
    double dx = (double) received.x() - x[tick & MASK];
    double dy = (double) received.y() - y[tick & MASK];
    return (float) Math.sqrt(dx * dx + dy * dy);
  }

  private boolean predictedExactly(int tick) {
    int at = tick & MASK;
    return predicted(tick)
        && received.alive()
        && received.life() == life[at]
        && received.x() == x[at]
        && received.y() == y[at]
        && received.facingCos() == facingCos[at]
        && received.facingSin() == facingSin[at]
        && sameGauges(at);
  }

  private boolean sameGauges(int at) {
    for (int i = 0; i < gaugeCount; i++) {
      if (received.gauge(i) != gauges[at * gaugeCount + i]) {
        return false;
      }
    }
    return true;
  }

  private boolean predicted(int tick) {
    return presentTick >= tick && poseTick[tick & MASK] == tick;
  }

  /** Whether there is a body, at the tick of the newest command. */
  public boolean alive() {
    return presentTick >= 0 && present.alive();
  }

  /** The body at the tick of the newest command; means something while {@link #alive}. */
  public Prediction present() {
    return present;
  }

  /** How far all corrections together have moved the living body, metres; it only means change. */
  public float shiftX() {
    return shiftX;
  }

  /** As {@link #shiftX}. */
  public float shiftY() {
    return shiftY;
  }

  /** How far all corrections together have turned the living body, counter-clockwise. */
  public float shiftRadians() {
    return shiftRadians;
  }

  /** By the newest snapshot: whether something that is not predicted touched the body lately. */
  public boolean inContact() {
    return presentTick >= 0 && received.inContact();
  }
}
