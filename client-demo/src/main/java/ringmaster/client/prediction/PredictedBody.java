package ringmaster.client.prediction;

import java.util.Arrays;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.snapshot.OwnerCheck;
import ringmaster.shared.snapshot.SnapshotHeader;

/**
 * The player's own body at the tick of the newest command, and where it was predicted to be in the
 * ticks before.
 *
 * <p>Each snapshot carries the server's exact state after some tick, or a check of it where this
 * client should know it. If the prediction came to the same, it stands; otherwise it starts again
 * from that state and goes through the later commands. Where a check differs, the words have to be
 * asked for.
 */
public final class PredictedBody {
  private static final int MASK = CommandHistory.SIZE - 1;

  private final Prediction present;
  private final Prediction received;
  private final CommandHistory commands;

  /** What was predicted, by tick; {@link #predictedTick} says of which. */
  private final float[] x = new float[CommandHistory.SIZE];

  private final float[] y = new float[CommandHistory.SIZE];
  private final int[] predictedTick = new int[CommandHistory.SIZE];
  private final boolean[] alive = new boolean[CommandHistory.SIZE];
  private final boolean[] inContact = new boolean[CommandHistory.SIZE];
  private final int[] check = new int[CommandHistory.SIZE];
  private final int[] life = new int[CommandHistory.SIZE];
  private final int[] words = new int[SnapshotHeader.MAX_OWNER_WORDS];

  /** How many words the server sends. */
  private int wordCount;

  private int presentTick = -1;
  private boolean wantsWords;
  private boolean toldOfContact;

  private float shiftX;
  private float shiftY;
  private float shiftRadians;

  /**
   * @param present to be run ahead
   * @param received to hold what the server said; another instance
   */
  public PredictedBody(Prediction present, Prediction received, CommandHistory commands) {
    this.present = present;
    this.received = received;
    this.commands = commands;
    Arrays.fill(predictedTick, -1);
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

  /**
   * What the command of the next tick will do that others see as well; nothing where there is no
   * body, or it is not known up to there.
   */
  public void foretell(int seat, int tick, long command, EntityView seen, EventList happened) {
    if (presentTick == tick - 1) {
      present.foretell(seat, command, seen, happened);
    }
  }

  private void remember() {
    int at = presentTick & MASK;
    predictedTick[at] = presentTick;
    alive[at] = present.alive();
    inContact[at] = present.inContact();
    present.write(words, 0);
    check[at] = OwnerCheck.of(words, wordCount);
    life[at] = present.life();
    x[at] = present.x();
    y[at] = present.y();
  }

  /**
   * Takes the server's word from a snapshot newer than all before.
   *
   * @return distance in metres between where the body was predicted and where it was, NaN if it was
   *     not predicted for that tick, is another one, or is not there
   */
  public float reconcile(SnapshotHeader header) {
    if (!header.withWords) {
      return confirm(header.tick, header.ownerCheck);
    }
    wantsWords = false;
    if (header.ownerWordCount == 0) {
      presentTick = -1;
      return Float.NaN;
    }
    wordCount = header.ownerWordCount;
    received.load(header.ownerWords, 0);
    toldOfContact = received.inContact();
    float errorMeters = errorMeters(header.tick);
    boolean asToldAlive = alive[header.tick & MASK] == received.alive();
    int serverCheck = OwnerCheck.of(header.ownerWords, wordCount);
    if (!asToldAlive || !foretold(header.tick, serverCheck)) {
      correct(header);
    }
    return errorMeters;
  }

  /** Compares what was predicted with the server's check; how far it was off only words can say. */
  private float confirm(int tick, int serverCheck) {
    if (!foretold(tick, serverCheck)) {
      wantsWords = true;
      return Float.NaN;
    }
    toldOfContact = inContact[tick & MASK];
    return alive[tick & MASK] ? 0 : Float.NaN;
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
    boolean predictedAlive = predicted(tick) && alive[tick & MASK];
    if (!predictedAlive || !received.alive() || received.life() != life[tick & MASK]) {
      return Float.NaN;
    }
    double dx = (double) received.x() - x[tick & MASK];
    double dy = (double) received.y() - y[tick & MASK];
    return (float) Math.sqrt(dx * dx + dy * dy);
  }

  private boolean foretold(int tick, int serverCheck) {
    return predicted(tick) && check[tick & MASK] == serverCheck;
  }

  private boolean predicted(int tick) {
    return presentTick >= tick && predictedTick[tick & MASK] == tick;
  }

  /** Whether the server is to send its words: its check differed from what was predicted. */
  public boolean wantsWords() {
    return wantsWords;
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
    return presentTick >= 0 && toldOfContact;
  }
}
