package ringmaster.shared.body;

import java.util.ArrayList;
import java.util.List;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Bodies;

/**
 * The columns that show how a body moves, the first six of any entity type that uses them: place,
 * speed, facing and turning. Clients find them by their names.
 */
public final class BodyFields {
  public static final int X = 0;
  public static final int Y = 1;
  public static final int VELOCITY_X = 2;
  public static final int VELOCITY_Y = 3;
  public static final int FACING = 4;
  public static final int ANGULAR_VELOCITY = 5;

  /** Index of the first column that is the game's own. */
  public static final int COUNT = 6;

  /** Angles have the steps of a command's aim. */
  private static final float RADIANS_PER_STEP = (float) (2 * StrictMath.PI / AimTable.ANGLES);

  private BodyFields() {}

  /** The six columns, then the game's own. */
  public static List<EntityField> and(EntityField... own) {
    List<EntityField> fields = new ArrayList<>(place());
    fields.add(angle("facing"));
    fields.add(new EntityField("angularVelocity", "rad/s", -8, 8, 1f / 64));
    fields.addAll(List.of(own));
    return List.copyOf(fields);
  }

  /** Place and speed alone: the columns {@link #X} to {@link #VELOCITY_Y}. */
  public static List<EntityField> place() {
    return List.of(position("x"), position("y"), velocity("velocityX"), velocity("velocityY"));
  }

  private static EntityField position(String name) {
    return new EntityField(name, "m", -264, 264, 1f / 128);
  }

  private static EntityField velocity(String name) {
    return new EntityField(name, "m/s", -64, 64, 1f / 32);
  }

  /** A direction in [0, 2 pi), to be set to a step of {@link AimTable}. */
  public static EntityField angle(String name) {
    return new EntityField(
        name, "rad", 0, (AimTable.ANGLES - 1) * RADIANS_PER_STEP, RADIANS_PER_STEP);
  }

  /** The step numbers of all columns of a body at rest, at the place of a prop of the map. */
  public static int[] atRest(GameMap.Prop prop, List<EntityField> fields) {
    int[] values = new int[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = fields.get(i).quantize(0);
    }
    values[X] = fields.get(X).quantize(prop.x());
    values[Y] = fields.get(Y).quantize(prop.y());
    float cos = (float) StrictMath.cos(prop.angle());
    float sin = (float) StrictMath.sin(prop.angle());
    values[FACING] = AimTable.of(cos, sin);
    return values;
  }

  /** Shows a body in a slot whose entity has these columns. */
  public static void capture(EntityFrame frame, int slot, Bodies bodies, long body) {
    frame.set(slot, X, bodies.x(body));
    frame.set(slot, Y, bodies.y(body));
    frame.set(slot, VELOCITY_X, bodies.velocityX(body));
    frame.set(slot, VELOCITY_Y, bodies.velocityY(body));
    frame.setQuantized(slot, FACING, AimTable.of(bodies.cos(body), bodies.sin(body)));
    frame.set(slot, ANGULAR_VELOCITY, bodies.spin(body));
  }
}
