package ringmaster.shared.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ringmaster.shared.time.TickRate;

/**
 * Foretells any entity by its units alone: what has a velocity goes on at the mean of the old and
 * the new one, and all else stays as it is.
 *
 * <p>A field {@code x} in m belongs to a field {@code velocityX} in m/s, likewise any other name;
 * the first angle, in rad, belongs to the first field in rad/s.
 */
public final class SteadyPredictor implements EntityPredictor {
  /** No field. */
  public static final int NONE = -1;

  private static final List<String> LAST_UNITS = List.of("rad/s", "rad", "m/s", "m");
  private static final int SHIFT = 16;

  private final List<EntityField> fields;
  private final int[] order;

  /** By field: whose mean moves it, or {@link #NONE}. */
  private final int[] rateField;

  /** By field: the step number of its rate that means standing still. */
  private final int[] stillStep;

  /** By field: its steps per tick and per step of its rate, times 2 to the {@link #SHIFT}. */
  private final long[] stepsPerTick;

  public SteadyPredictor(List<EntityField> fields, TickRate rate) {
    this.fields = List.copyOf(fields);
    order = order(fields);
    rateField = new int[fields.size()];
    stillStep = new int[fields.size()];
    stepsPerTick = new long[fields.size()];
    for (int i = 0; i < fields.size(); i++) {
      rateField[i] = rateOf(fields, i);
      if (rateField[i] != NONE) {
        EntityField speed = fields.get(rateField[i]);
        stillStep[i] = speed.quantize(0);
        double seconds = 1.0 / rate.hz();
        double steps = speed.quantum() * seconds / fields.get(i).quantum();
        stepsPerTick[i] = Math.round(steps * (1 << SHIFT));
      }
    }
  }

  /** Counts and flags first, then rates before what they move. */
  private static int[] order(List<EntityField> fields) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      if (!LAST_UNITS.contains(fields.get(i).unit())) {
        order.add(i);
      }
    }
    for (String unit : LAST_UNITS) {
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).unit().equals(unit)) {
          order.add(i);
        }
      }
    }
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The field that says how fast another one of the type changes; {@link #NONE} if none does. */
  public static int rateOf(List<EntityField> fields, int field) {
    EntityField moved = fields.get(field);
    for (int i = 0; i < fields.size(); i++) {
      EntityField rate = fields.get(i);
      boolean turns = moved.unit().equals("rad") && rate.unit().equals("rad/s");
      boolean moves =
          moved.unit().equals("m")
              && rate.unit().equals("m/s")
              && rate.name().equals("velocity" + capital(moved.name()));
      if (moves || turns && isFirst(fields, field)) {
        return i;
      }
    }
    return NONE;
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static boolean isFirst(List<EntityField> fields, int field) {
    return fields.subList(0, field).stream()
        .noneMatch(other -> other.unit().equals(fields.get(field).unit()));
  }

  @Override
  public int[] order() {
    return order.clone();
  }

  @Override
  public int predict(int field, int[] then, int[] now, int ageTicks) {
    int by = rateField[field];
    if (by == NONE) {
      return then[field];
    }
    long twice = then[by] + now[by] - 2L * stillStep[field];
    return then[field] + (int) (twice * ageTicks * stepsPerTick[field] + (1 << SHIFT) >> SHIFT + 1);
  }

  /** The middle of a range that has negative values, else the least value. */
  @Override
  public int expect(int field, int slot, int[] now, Seen others) {
    return fields.get(field).quantize(0);
  }
}
