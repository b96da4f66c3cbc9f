package ringmaster.shared.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;

/**
 * Which tables of frequencies a model has for a schema, and how many symbols each.
 *
 * <p>A specific model has tables of its own for each entity type and field. The general one has
 * some for types that move and for those that do not, and one for each unit: so it fits any schema.
 */
final class ModelLayout {
  /** Sets of tables by the age of the baseline: the older, the less is as foretold. */
  static final int AGE_SETS = 4;

  private static final int[] OLDEST_OF_SET = {4, 8, 18};

  /** By how far the field before it was off (4) and by how the entity moved (3). */
  static final int FIELD_CONTEXTS = 12;

  /** By how the entity moved (3) and by whether the one before of its type changed (2). */
  static final int STATUS_CONTEXTS = 6;

  /** By what the entry before was. */
  static final int ENTRY_CONTEXTS = SnapshotCodec.ENTRIES;

  /** No schema's hash but by chance, and then the number of tables differs. */
  private static final int GENERAL_KEY = 0;

  private static final int MOBILE = 0;
  private static final int STILL = 1;
  private static final List<String> UNITS = List.of("m", "m/s", "rad", "rad/s");
  private static final int FEW_STEPS = 7;

  private final int key;
  private final int[] typeClass;
  private final int[][] fieldClass;
  private final int typeClasses;
  private final int fieldClasses;

  /** By table. */
  private final int[] symbols;

  private final int firstStatus;
  private final int firstResidual;
  private final int firstFresh;
  private final int firstEntry;
  private final int firstType;
  private final int firstGeneration;

  private ModelLayout(int key, int[] typeClass, int[][] fieldClass, int typeClasses, int[] widest) {
    this.key = key;
    this.typeClass = typeClass;
    this.fieldClass = fieldClass;
    this.typeClasses = typeClasses;
    fieldClasses = widest.length;
    List<Integer> sizes = new ArrayList<>();
    firstStatus = 0;
    addAll(sizes, AGE_SETS * typeClasses * STATUS_CONTEXTS, SnapshotCodec.STATUSES);
    firstResidual = sizes.size();
    for (int set = 0; set < AGE_SETS; set++) {
      for (int width : widest) {
        for (int context = 0; context < FIELD_CONTEXTS; context++) {
          sizes.add(width);
          sizes.add(2);
        }
      }
    }
    firstFresh = sizes.size();
    for (int width : widest) {
      sizes.add(width);
      sizes.add(2);
    }
    firstEntry = sizes.size();
    addAll(sizes, ENTRY_CONTEXTS, SnapshotCodec.ENTRIES);
    sizes.add(Residuals.symbol(EntitySchema.MAX_CAPACITY - 1) + 1);
    firstType = sizes.size();
    addAll(sizes, EntitySchema.MAX_TYPES + 1, EntitySchema.MAX_TYPES);
    firstGeneration = sizes.size();
    addAll(sizes, typeClasses, Residuals.symbol(EntityFrame.GENERATIONS - 1) + 1);
    symbols = sizes.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void addAll(List<Integer> sizes, int tables, int symbols) {
    for (int i = 0; i < tables; i++) {
      sizes.add(symbols);
    }
  }

  /** Tables for each type and each field. */
  static ModelLayout specific(EntitySchema schema) {
    int types = schema.types().size();
    int[] typeClass = new int[types];
    int[][] fieldClass = new int[types][];
    List<Integer> widest = new ArrayList<>();
    for (int type = 0; type < types; type++) {
      List<EntityField> fields = schema.types().get(type).fields();
      typeClass[type] = type;
      fieldClass[type] = new int[fields.size()];
      for (int field = 0; field < fields.size(); field++) {
        fieldClass[type][field] = widest.size();
        widest.add(Residuals.symbol(fields.get(field).steps()) + 1);
      }
    }
    int[] widths = widest.stream().mapToInt(Integer::intValue).toArray();
    return new ModelLayout(schema.shapeHash(), typeClass, fieldClass, types, widths);
  }

  /** Tables for each unit. */
  static ModelLayout general(EntitySchema schema) {
    int[] typeClass = new int[schema.types().size()];
    int[][] fieldClass = new int[typeClass.length][];
    for (int type = 0; type < typeClass.length; type++) {
      EntityType entityType = schema.types().get(type);
      boolean moves = entityType.fields().stream().anyMatch(field -> field.unit().equals("m/s"));
      typeClass[type] = moves ? MOBILE : STILL;
      fieldClass[type] = entityType.fields().stream().mapToInt(ModelLayout::unitClass).toArray();
    }
    int[] widest = new int[UNITS.size() + 2];
    Arrays.fill(widest, Residuals.MAX_SYMBOLS);
    return new ModelLayout(GENERAL_KEY, typeClass, fieldClass, 2, widest);
  }

  private static int unitClass(EntityField field) {
    int unit = UNITS.indexOf(field.unit());
    if (unit >= 0) {
      return unit;
    }
    return UNITS.size() + (field.steps() <= FEW_STEPS ? 1 : 0);
  }

  /** Tells which schemas a model of this layout fits. */
  int key() {
    return key;
  }

  boolean isGeneral() {
    return key == GENERAL_KEY;
  }

  int tables() {
    return symbols.length;
  }

  int symbols(int table) {
    return symbols[table];
  }

  static int ageSet(int ageTicks) {
    int set = 0;
    while (set < OLDEST_OF_SET.length && ageTicks > OLDEST_OF_SET[set]) {
      set++;
    }
    return set;
  }

  int status(int set, int type, int context) {
    return firstStatus + (set * typeClasses + typeClass[type]) * STATUS_CONTEXTS + context;
  }

  /** Table of magnitudes; that of signs is the one after it. */
  int residual(int set, int type, int field, int context) {
    int row = (set * fieldClasses + fieldClass[type][field]) * FIELD_CONTEXTS + context;
    return firstResidual + 2 * row;
  }

  /** Table of magnitudes of an entity that was not there; that of signs is the one after it. */
  int fresh(int type, int field) {
    return firstFresh + 2 * fieldClass[type][field];
  }

  int entry(int before) {
    return firstEntry + before;
  }

  int gap() {
    return firstEntry + ENTRY_CONTEXTS;
  }

  /**
   * Types of new entities.
   *
   * @param neighbour type of the nearest slot below in the same snapshot; {@link EntityFrame#EMPTY}
   *     if there is none: those of a type mostly stand together
   */
  int type(int neighbour) {
    return firstType + neighbour + 1;
  }

  /** Generations of new entities of a type. */
  int generation(int type) {
    return firstGeneration + typeClass[type];
  }
}
