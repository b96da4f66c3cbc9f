package ringmaster.shared.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityPredictor;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.SteadyPredictor;
import ringmaster.shared.time.TickRate;

/**
 * What both sides of a match know of its snapshots before the first one: the schema, what is
 * foretold of each type, and how often each symbol is expected. Immutable, shared by all viewers.
 *
 * <p>A snapshot's entities follow its header and events from the next whole byte on, as symbols of
 * a {@link ringmaster.shared.wire.RangeEncoder}:
 *
 * <pre>
 * for each slot of the {@link KnownSet}, ascending, from the value it has there
 *   status    SAME, FORETOLD, CHANGED, OMITTED, LEFT or REPLACED
 *             CHANGED:  a residual for each field, in the predictor's order
 *             REPLACED: entity
 * then entries, first those GONE, then the others, of each the slots ascending
 *   entry     END, FRESH or GONE
 *   gap       slots between it and the one before
 *             FRESH:    entity
 *
 * entity      type, generation as a magnitude, a residual for each field
 * residual    magnitude (see {@link Residuals}), then sign and low bits where there are any
 * </pre>
 *
 * SAME is as it was; OMITTED stays as it is with the viewer and comes another time; LEFT and GONE
 * are to be forgotten.
 */
public final class SnapshotCodec {
  static final int SAME = 0;
  static final int FORETOLD = 1;
  static final int CHANGED = 2;
  static final int OMITTED = 3;
  static final int LEFT = 4;
  static final int REPLACED = 5;
  static final int STATUSES = 6;

  static final int END = 0;
  static final int FRESH = 1;
  static final int GONE = 2;
  static final int ENTRIES = 3;

  static final int AGE_BITS = 7;

  /** Slot of a body that a viewer does not have. */
  static final int NO_BODY = -1;

  /** Slower is slow. */
  private static final float SLOW_METERS_PER_SECOND = 2;

  final EntitySchema schema;
  private final IntUnaryOperator bodySlots;
  final ModelLayout layout;
  final CodecModel model;
  final EntityPredictor[] predictors;
  final int[][] order;
  final int[][] steps;

  /** Steps of a full turn of a field that goes round; 0 of others. */
  final int[][] period;

  private final int[][] speedFields;
  private final int[][] stillStep;
  private final int[][] slowSteps;

  SnapshotCodec(
      EntitySchema schema,
      TickRate rate,
      IntUnaryOperator bodySlots,
      ModelLayout layout,
      CodecModel model) {
    this.schema = schema;
    this.bodySlots = bodySlots;
    this.layout = layout;
    this.model = model;
    int types = schema.types().size();
    predictors = new EntityPredictor[types];
    order = new int[types][];
    steps = new int[types][];
    period = new int[types][];
    speedFields = new int[types][];
    stillStep = new int[types][];
    slowSteps = new int[types][];
    for (int type = 0; type < types; type++) {
      addType(type, schema.types().get(type), rate);
    }
  }

  private void addType(int type, EntityType entityType, TickRate rate) {
    List<EntityField> fields = entityType.fields();
    EntityPredictor own = entityType.predictor();
    predictors[type] = own == null ? new SteadyPredictor(fields, rate) : own;
    order[type] = checked(entityType, predictors[type].order());
    steps[type] = fields.stream().mapToInt(EntityField::steps).toArray();
    period[type] = fields.stream().mapToInt(f -> f.wraps() ? f.steps() + 1 : 0).toArray();
    int[] speeds =
        IntStream.range(0, fields.size())
            .filter(field -> fields.get(field).unit().equals("m/s"))
            .toArray();
    speedFields[type] = speeds;
    stillStep[type] = Arrays.stream(speeds).map(field -> fields.get(field).quantize(0)).toArray();
    slowSteps[type] =
        Arrays.stream(speeds)
            .map(field -> (int) (SLOW_METERS_PER_SECOND / fields.get(field).quantum()))
            .toArray();
  }

  /** A field that is not sent, or twice, would be another with each side. */
  private static int[] checked(EntityType type, int[] order) {
    int[] all = IntStream.range(0, type.fields().size()).toArray();
    if (!Arrays.equals(Arrays.stream(order).sorted().toArray(), all)) {
      throw new IllegalArgumentException(
          "the predictor of entity type %s has the order %s, not each of its %d fields once"
              .formatted(type.name(), Arrays.toString(order), all.length));
    }
    return order.clone();
  }

  /** What both sides of a match of a game code its snapshots with. */
  public static SnapshotCodec of(Game game, MatchSettings settings, GameMap map) {
    return CodecModels.codec(game, settings, map);
  }

  /** A codec that knows nothing of a game but its schema. */
  public static SnapshotCodec general(EntitySchema schema, TickRate rate) {
    return CodecModels.general(schema, rate);
  }

  /** Differs where schema or model do: both sides of a match must have the same. */
  public int hash() {
    return 31 * schema.hash() + model.name();
  }

  /** Whether the game has no model of its own that fits, so that the general one serves. */
  public boolean isGeneral() {
    return layout.isGeneral();
  }

  /** Slot of the body of a viewer; {@link #NO_BODY} of whoever has no seat. */
  int ownBody(int viewerSeat) {
    boolean seated = viewerSeat >= 0 && viewerSeat < MatchSettings.MAX_PLAYERS;
    return seated ? bodySlots.applyAsInt(viewerSeat) : NO_BODY;
  }

  public EntitySchema schema() {
    return schema;
  }

  /** How an entity moves as a viewer of some access sees it: 0 not at all, 1 slowly, 2 fast. */
  int activity(EntityFrame frame, int slot, int access) {
    int activity = 0;
    int type = frame.type(slot);
    int[] speeds = speedFields[type];
    for (int i = 0; i < speeds.length; i++) {
      int speed = Math.abs(frame.seen(slot, speeds[i], access) - stillStep[type][i]);
      if (speed > slowSteps[type][i]) {
        return 2;
      }
      if (speed != 0) {
        activity = 1;
      }
    }
    return activity;
  }

  /** Context of a field: how the entity moved, and how far off the field before it was. */
  static int fieldContext(int activity, int magnitudeBefore) {
    int off = magnitudeBefore == 0 ? 0 : magnitudeBefore <= 2 ? 1 : magnitudeBefore <= 8 ? 2 : 3;
    return activity * 4 + off;
  }

  static int statusContext(int activity, boolean changedBefore) {
    return activity * 2 + (changedBefore ? 1 : 0);
  }

  /** What is foretold, brought into range. */
  int inRange(int type, int field, int foretold) {
    int turn = period[type][field];
    if (turn == 0) {
      return Math.clamp(foretold, 0, steps[type][field]);
    }
    return foretold >= 0 && foretold < turn ? foretold : Math.floorMod(foretold, turn);
  }

  /** From what was foretold to the value, the short way round where there are two. */
  int residual(int type, int field, int value, int foretold) {
    int difference = value - foretold;
    int turn = period[type][field];
    if (turn != 0) {
      if (2 * difference > turn) {
        return difference - turn;
      }
      if (2 * difference <= -turn) {
        return difference + turn;
      }
    }
    return difference;
  }
}
