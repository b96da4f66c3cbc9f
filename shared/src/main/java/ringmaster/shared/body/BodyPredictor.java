package ringmaster.shared.body;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityPredictor;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.WorldSettings;
import ringmaster.shared.time.TickRate;

/**
 * Foretells a body that coasts, by the damping of its kind: its speeds shrink, and it goes where
 * the world's own steps take it, exactly so as long as the force on it does not change. All other
 * fields stay as they are.
 *
 * <p>For types whose columns are {@link BodyFields#and} or {@link BodyFields#place}. A game that
 * knows what drives a body extends this.
 */
public class BodyPredictor implements EntityPredictor {
  private final List<EntityField> fields;
  private final boolean turns;
  private final Glide glide;
  private final Glide spin;
  private final int[] order;

  /**
   * @param turns whether there are columns for facing and turning
   */
  public BodyPredictor(BodyKind kind, List<EntityField> fields, boolean turns, TickRate rate) {
    this.fields = List.copyOf(fields);
    this.turns = turns;
    int substeps = WorldSettings.fromAbove(rate.stepSeconds(), 1).substeps();
    double tick = 1.0 / rate.hz();
    EntityField x = fields.get(BodyFields.X);
    EntityField velocity = fields.get(BodyFields.VELOCITY_X);
    glide = new Glide(kind.linearDampingPerSecond(), tick, substeps, x, velocity);
    float drag = kind.angularDampingPerSecond();
    spin =
        turns
            ? new Glide(
                drag,
                tick,
                substeps,
                fields.get(BodyFields.FACING),
                fields.get(BodyFields.ANGULAR_VELOCITY))
            : glide;
    int own = turns ? BodyFields.COUNT : BodyFields.VELOCITY_Y + 1;
    Stream<Integer> motion = Stream.of(BodyFields.ANGULAR_VELOCITY, BodyFields.FACING);
    Stream<Integer> place =
        Stream.of(BodyFields.VELOCITY_X, BodyFields.VELOCITY_Y, BodyFields.X, BodyFields.Y);
    order =
        Stream.of(
                IntStream.range(own, fields.size()).boxed(),
                turns ? motion : Stream.<Integer>empty(),
                place)
            .flatMap(part -> part)
            .mapToInt(Integer::intValue)
            .toArray();
  }

  @Override
  public final int[] order() {
    return order.clone();
  }

  @Override
  public int predict(int field, int[] then, int[] now, int ageTicks) {
    return switch (field) {
      case BodyFields.X -> go(field, BodyFields.VELOCITY_X, then, now, ageTicks);
      case BodyFields.Y -> go(field, BodyFields.VELOCITY_Y, then, now, ageTicks);
      case BodyFields.VELOCITY_X, BodyFields.VELOCITY_Y -> glide.coast(then[field], ageTicks);
      case BodyFields.FACING -> turns ? turn(then, now, ageTicks) : then[field];
      case BodyFields.ANGULAR_VELOCITY -> turns ? spin.coast(then[field], ageTicks) : then[field];
      default -> then[field];
    };
  }

  private int go(int field, int velocity, int[] then, int[] now, int ageTicks) {
    return then[field] + glide.way(then[velocity], now[velocity], ageTicks);
  }

  private int turn(int[] then, int[] now, int ageTicks) {
    int speed = BodyFields.ANGULAR_VELOCITY;
    return then[BodyFields.FACING] + spin.way(then[speed], now[speed], ageTicks);
  }

  /** What is left of a velocity that nothing drives, 1 being 65,536. */
  protected final long kept(int ageTicks) {
    return glide.kept(ageTicks);
  }

  /** The step of a velocity that means standing still. */
  protected final int still() {
    return glide.still();
  }

  /** Near the viewer's own body, which has these columns as well, and at rest. */
  @Override
  public int expect(int field, int slot, int[] now, Seen others) {
    boolean place = field == BodyFields.X || field == BodyFields.Y;
    if (place && others.type(others.ownBody()) != EntityFrame.EMPTY) {
      return others.value(others.ownBody(), field);
    }
    return fields.get(field).quantize(0);
  }
}
