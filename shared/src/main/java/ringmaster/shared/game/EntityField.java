package ringmaster.shared.game;

/**
 * One column of an entity type as it crosses the wire: a value in [min, max] in steps of quantum.
 *
 * @param name lower camel case, for example {@code velocityX}
 * @param unit {@code m}, {@code m/s}, {@code rad}, {@code ticks}, or empty for a count or flag
 * @param min smallest value
 * @param max largest value; clamped beyond
 * @param quantum step between representable values
 * @param visibility who is sent the field; all others are sent {@code min}
 */
public record EntityField(
    String name, String unit, float min, float max, float quantum, Visibility visibility) {
  /**
   * Who may know a field, from most to fewest: see {@link EntityFrame#own} and {@link
   * EntityFrame#team}.
   */
  public enum Visibility {
    EVERYONE,
    /** The owner and the seats of its team. */
    TEAM,
    /** The seat that owns the entity; nobody where none does. */
    OWNER
  }

  public EntityField {
    if (!(quantum > 0) || !(max > min) || (max - (double) min) / quantum > 0xFFFFFF) {
      throw new IllegalArgumentException(
          "field " + name + ": range " + min + ".." + max + " in steps of " + quantum);
    }
  }

  /** A field that everybody may see. */
  public EntityField(String name, String unit, float min, float max, float quantum) {
    this(name, unit, min, max, quantum, Visibility.EVERYONE);
  }

  /** The same field for fewer eyes. */
  public EntityField visibleTo(Visibility whom) {
    return new EntityField(name, unit, min, max, quantum, whom);
  }

  /** A whole number in [min, max]. */
  public static EntityField count(String name, int min, int max) {
    return new EntityField(name, "", min, max, 1);
  }

  /** Number of steps from min to max. */
  public int steps() {
    return (int) Math.floor((max - (double) min) / quantum + 0.5);
  }

  /** Bits that hold any quantised value. */
  public int bits() {
    return 32 - Integer.numberOfLeadingZeros(steps());
  }

  /** Whether it is an angle whose steps go round: the one after the last is the first. */
  public boolean wraps() {
    double turn = max - (double) min + quantum;
    return unit.equals("rad") && Math.abs(turn - 2 * Math.PI) < quantum / 2;
  }

  /** The nearest step, 0..steps(); NaN becomes 0. */
  public int quantize(float value) {
    float step = (value - min) / quantum + 0.5f;
    return Math.clamp((int) step, 0, steps());
  }

  public float value(int quantized) {
    return min + quantized * quantum;
  }
}
