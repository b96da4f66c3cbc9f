package ringmaster.shared.game;

import java.util.Arrays;

/**
 * Something that a player's command sends off, and that goes straight on by itself: what a client
 * needs to show it until the server does. Its entity's columns for place and speed are found by the
 * names {@code x}, {@code y}, {@code velocityX} and {@code velocityY}.
 */
public final class Launch {
  private final float[] values;
  private boolean any;
  private int type;
  private int firstSlot;
  private int slots;
  private float flightSeconds;

  public Launch(EntitySchema schema) {
    values = new float[schema.maxFields()];
  }

  /** Nothing is sent off. */
  public void clear() {
    any = false;
  }

  /**
   * Something is, in place of what was said before: an entity whose fields, all 0 now, are then set
   * one by one, as they are where it starts out at the beginning of the command's tick.
   *
   * @param type index in the schema
   * @param firstSlot of those in one of which the server will show it
   * @param slots how many those are
   * @param flightSeconds until it meets something, as far as the player sees
   */
  public void begin(int type, int firstSlot, int slots, float flightSeconds) {
    any = true;
    this.type = type;
    this.firstSlot = firstSlot;
    this.slots = slots;
    this.flightSeconds = flightSeconds;
    Arrays.fill(values, 0);
  }

  /** Sets a field in its unit. */
  public void set(int field, float value) {
    values[field] = value;
  }

  public void copyFrom(Launch other) {
    any = other.any;
    type = other.type;
    firstSlot = other.firstSlot;
    slots = other.slots;
    flightSeconds = other.flightSeconds;
    System.arraycopy(other.values, 0, values, 0, values.length);
  }

  /** Whether something is sent off; all below means something if so. */
  public boolean any() {
    return any;
  }

  public int type() {
    return type;
  }

  public int firstSlot() {
    return firstSlot;
  }

  public int slots() {
    return slots;
  }

  public float flightSeconds() {
    return flightSeconds;
  }

  /** A field's value in its unit. */
  public float get(int field) {
    return values[field];
  }
}
