package ringmaster.shared.game;

import java.util.function.IntPredicate;

/**
 * The bodies around the player's own that its {@link Prediction} simulates along with it, so that
 * what it pushes moves at once: none until {@link #see} has shown it some. Their state is beside
 * the owner words and changes with each {@link Prediction#step}; {@link Prediction#copyFrom} copies
 * it.
 */
public interface Surroundings {
  /** Bodies at most: a step's cost grows with them, and a replay is of many steps. */
  int MAX_BODIES = 8;

  /**
   * Takes over what a snapshot shows around the living own body: which bodies are near, and where
   * they are. Whatever was predicted so that the snapshot would show the same stays as it is, to
   * the bit. To be called while the prediction is at the snapshot's tick, straight after {@link
   * Prediction#load}, whose words say more exactly how the touched ones are.
   *
   * @param upToDate by slot: whether the frame shows the slot as of the snapshot's tick
   * @param ownSlot of the player's own body
   * @return whether anything has become other than it was predicted
   */
  boolean see(EntityFrame frame, IntPredicate upToDate, int ownSlot);

  /** Simulates none. */
  void clear();

  /** How many ints {@link #write} writes; fixed. */
  int words();

  /** Writes all bodies, bit for bit but for what they lean on. */
  void write(int[] words, int offset);

  /**
   * Becomes what was written; to be followed by {@link Prediction#load} with the owner words of the
   * same tick.
   */
  void load(int[] words, int offset);

  /** How many are simulated. */
  int count();

  /** Entity slot of one. */
  int slot(int index);

  /** 0..255, as a frame has it. */
  int generation(int index);

  /**
   * Whether it goes where the prediction has it: nobody drives it, or it was touched lately. What
   * another player drives is simulated so that it can be run into, not to be shown.
   */
  boolean foreseeable(int index);

  /** Metres. */
  float x(int index);

  /** Metres. */
  float y(int index);

  /** Facing, unit vector's x. */
  float facingCos(int index);

  /** Facing, unit vector's y. */
  float facingSin(int index);

  /** Metres per second. */
  float velocityX(int index);

  /** Metres per second. */
  float velocityY(int index);

  /** Radians per second, counter-clockwise. */
  float spin(int index);
}
