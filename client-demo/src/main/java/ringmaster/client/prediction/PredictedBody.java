package ringmaster.client.prediction;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.Launch;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.Surroundings;
import ringmaster.shared.snapshot.OwnerCheck;
import ringmaster.shared.snapshot.SnapshotHeader;

/**
 * The player's own body at the tick of the newest command, with what is near it if that is wanted,
 * and where it was predicted to be in the ticks before.
 *
 * <p>Each snapshot carries the server's exact state after some tick, or a check of it where this
 * client should know it, and shows the others on a grid. If the prediction came to the same, it
 * stands; otherwise it starts again from that state and goes through the later commands. What
 * surrounds the body and was foretold as the snapshot shows it keeps its exact state even then.
 * Where a check differs, the words have to be asked for.
 *
 * <p>Over a long way the body is simulated alone; and for each tick of commands so many steps may
 * be replayed, on average: beyond, a correction waits for a later snapshot. So a slow machine or a
 * long way predicts less well, and does not fall behind.
 */
public final class PredictedBody {
  private static final int MASK = CommandHistory.SIZE - 1;

  /** Of a tick's time, on a slow machine and with all bodies near, a fiftieth. */
  private static final int REPLAYED_STEPS_PER_TICK = 64;

  /** Snapshots come in bursts. */
  private static final int MAX_REPLAYED_STEPS = CommandHistory.SIZE;

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

  /** Null where the own body is all that is simulated. */
  private final @Nullable SurroundedHistory history;

  private final int ownSlot;

  private int presentTick = -1;
  private boolean differs;
  private boolean wantsWords;
  private boolean toldOfContact;
  private int replayStepsLeft = MAX_REPLAYED_STEPS;

  private float shiftX;
  private float shiftY;
  private float shiftRadians;
  private float shiftVelocityX;
  private float shiftVelocityY;
  private int corrections;
  private long correctionsPutOff;
  private long surroundingsLeftOut;

  private PredictedBody(
      Prediction present,
      Prediction received,
      CommandHistory commands,
      @Nullable SurroundedHistory history,
      int ownSlot) {
    this.present = present;
    this.received = received;
    this.commands = commands;
    this.history = history;
    this.ownSlot = ownSlot;
    Arrays.fill(predictedTick, -1);
  }

  /**
   * The body alone.
   *
   * @param present to be run ahead
   * @param received to hold what the server said; another instance
   */
  public PredictedBody(Prediction present, Prediction received, CommandHistory commands) {
    this(present, received, commands, null, -1);
  }

  /**
   * The body and what is near it, as far as the game simulates that.
   *
   * @param ownSlot entity slot of the own body
   */
  public static PredictedBody surrounded(
      Prediction present, Prediction received, CommandHistory commands, int ownSlot) {
    Surroundings around = present.surroundings();
    SurroundedHistory history = around == null ? null : new SurroundedHistory(around);
    return new PredictedBody(present, received, commands, history, ownSlot);
  }

  /**
   * Steps on to the newest command. Where more lie between than are kept, since this machine slept
   * or the server named a tick of its fancy, the next snapshot begins anew: a step for each of them
   * could take minutes.
   */
  public void advance() {
    replayStepsLeft = Math.min(replayStepsLeft + REPLAYED_STEPS_PER_TICK, MAX_REPLAYED_STEPS);
    catchUp();
  }

  private void catchUp() {
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
  public void foretell(
      int seat, int tick, long command, EntityView seen, EventList happened, Launch launch) {
    if (presentTick == tick - 1) {
      present.foretell(seat, command, seen, happened, launch);
    }
  }

  private void remember() {
    int at = presentTick & MASK;
    predictedTick[at] = presentTick;
    alive[at] = present.alive();
    inContact[at] = present.inContact();
    present.write(words, 0);
    check[at] = OwnerCheck.of(words, words.length);
    life[at] = present.life();
    x[at] = present.x();
    y[at] = present.y();
    if (history != null) {
      history.put(presentTick, present);
    }
  }

  /**
   * Takes the server's word from a snapshot newer than all before.
   *
   * @return distance in metres between where the body was predicted and where it was, NaN if it was
   *     not predicted for that tick, is another one, or is not there
   */
  public float reconcile(SnapshotHeader header) {
    float errorMeters = compare(header);
    if (differs) {
      correct(header.tick);
    }
    return errorMeters;
  }

  /**
   * The same, with what else the snapshot shows.
   *
   * @param seen all that is known after the snapshot
   * @param upToDate by slot: whether that is as of the snapshot's tick
   * @return as {@link #reconcile(SnapshotHeader)}
   */
  public float reconcile(SnapshotHeader header, EntityFrame seen, IntPredicate upToDate) {
    SurroundedHistory kept = history;
    if (kept == null) {
      return reconcile(header);
    }
    if (commands.newestTick() - header.tick >= SurroundedHistory.SIZE) {
      surroundingsLeftOut++;
      kept.leaveOut(present);
      kept.leaveOut(received);
      return reconcile(header);
    }
    float errorMeters = compare(header);
    boolean known = predicted(header.tick) && kept.contains(header.tick);
    if (known || header.withWords && header.ownerWordCount > 0) {
      if (known) {
        kept.get(header.tick, header.withWords ? header.ownerWords : null, received);
      } else {
        kept.leaveOut(received);
      }
      differs |= kept.see(received, seen, upToDate, ownSlot);
    }
    if (differs) {
      correct(header.tick);
    }
    return errorMeters;
  }

  /** Finds out whether the own body differs from what was predicted. */
  private float compare(SnapshotHeader header) {
    differs = false;
    if (!header.withWords) {
      return confirm(header.tick, header.ownerCheck);
    }
    wantsWords = false;
    if (header.ownerWordCount == 0) {
      presentTick = -1;
      return Float.NaN;
    }
    received.load(header.ownerWords, 0);
    toldOfContact = received.inContact();
    boolean asToldAlive = alive[header.tick & MASK] == received.alive();
    int serverCheck = OwnerCheck.of(header.ownerWords, header.ownerWordCount);
    differs = !asToldAlive || !foretold(header.tick, serverCheck);
    return errorMeters(header.tick);
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

  /** Goes on from what was received of a tick. */
  private void correct(int tick) {
    int steps = commands.newestTick() - tick;
    boolean replays = steps <= CommandHistory.SIZE;
    if (replays && steps > replayStepsLeft) {
      correctionsPutOff++;
      wantsWords = true;
      return;
    }
    replayStepsLeft -= replays ? Math.max(steps, 0) : 0;
    startFrom(tick);
  }

  private void startFrom(int tick) {
    boolean wasAlive = alive();
    int lifeBefore = present.life();
    float fromX = present.x();
    float fromY = present.y();
    float fromCos = present.facingCos();
    float fromSin = present.facingSin();
    float fromVelocityX = present.velocityX();
    float fromVelocityY = present.velocityY();
    present.copyFrom(received);
    presentTick = tick;
    corrections++;
    catchUp();
    if (wasAlive && present.alive() && present.life() == lifeBefore) {
      shiftX += present.x() - fromX;
      shiftY += present.y() - fromY;
      shiftVelocityX += present.velocityX() - fromVelocityX;
      shiftVelocityY += present.velocityY() - fromVelocityY;
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

  /** Tick of the newest command; -1 before the first. */
  int commandTick() {
    return commands.newestTick();
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

  /** By how much all corrections together have changed its velocity, metres per second. */
  public float shiftVelocityX() {
    return shiftVelocityX;
  }

  /** As {@link #shiftVelocityX}. */
  public float shiftVelocityY() {
    return shiftVelocityY;
  }

  /** Times that anything was corrected. */
  int corrections() {
    return corrections;
  }

  /** Corrections that had to wait, since too many steps had been replayed. */
  public long correctionsPutOff() {
    return correctionsPutOff;
  }

  /** Snapshots after which the body was simulated alone, since the way was too long. */
  public long surroundingsLeftOut() {
    return surroundingsLeftOut;
  }

  /** By the newest snapshot: whether something that moves touched the body lately. */
  public boolean inContact() {
    return presentTick >= 0 && toldOfContact;
  }
}
