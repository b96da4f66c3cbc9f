package ringmaster.shared.game;

import java.util.Arrays;

/**
 * What there is to see after one tick, quantised: a table of entity slots in columns.
 *
 * <p>A slot is empty or holds an entity of some type; the generation tells a slot's present
 * occupant from its earlier ones. Beside them stands what happened in that tick. Games fill a
 * frame, viewers read one.
 */
public final class EntityFrame implements EntityView {
  /** Type of an empty slot. */
  public static final int EMPTY = -1;

  /** Owner of what is nobody's. */
  public static final int NOBODY = -1;

  /** Values of {@link #access}. */
  public static final int ACCESS_LEVELS = EntityField.Visibility.values().length;

  /** Generations are taken modulo this. */
  public static final int GENERATIONS = 256;

  private static final float TURN = (float) (2 * Math.PI);

  private final EntitySchema schema;
  private final EntityField[][] fields;

  /** By type and field: the least access that may see it. */
  private final byte[][] levels;

  private final int stride;
  private final byte[] types;
  private final byte[] generations;
  private final int[] values;

  /** Seat that owns a slot's entity. */
  private final byte[] owners;

  /** By seat. */
  private final byte[] teams = new byte[MatchSettings.MAX_PLAYERS];

  private final EventList events;
  private int tick = -1;

  public EntityFrame(EntitySchema schema) {
    this.schema = schema;
    fields =
        schema.types().stream()
            .map(type -> type.fields().toArray(EntityField[]::new))
            .toArray(EntityField[][]::new);
    levels = new byte[fields.length][];
    for (int type = 0; type < fields.length; type++) {
      levels[type] = new byte[fields[type].length];
      for (int field = 0; field < fields[type].length; field++) {
        levels[type][field] = (byte) fields[type][field].visibility().ordinal();
      }
    }
    stride = schema.maxFields();
    types = new byte[schema.capacity()];
    generations = new byte[schema.capacity()];
    values = new int[schema.capacity() * stride];
    owners = new byte[schema.capacity()];
    events = new EventList(schema.events());
    clear(-1);
  }

  private EntityFrame(EntityFrame like) {
    schema = like.schema;
    fields = like.fields;
    levels = like.levels;
    stride = like.stride;
    types = new byte[like.types.length];
    generations = new byte[like.generations.length];
    values = new int[like.values.length];
    owners = new byte[like.owners.length];
    events = new EventList(schema.events());
    clear(-1);
  }

  /** An empty frame of the same schema, which shares what never changes: for a history of many. */
  public EntityFrame another() {
    return new EntityFrame(this);
  }

  public EntitySchema schema() {
    return schema;
  }

  /** The match tick this frame shows the end of; -1 before the first. */
  public int tick() {
    return tick;
  }

  /** Makes this the frame of another tick, its entities unchanged. */
  public void stamp(int newTick) {
    tick = newTick;
  }

  @Override
  public int capacity() {
    return types.length;
  }

  /** What happened in the tick. */
  public EventList events() {
    return events;
  }

  /** Empties all slots, and nothing has happened. */
  public void clear(int newTick) {
    tick = newTick;
    Arrays.fill(types, (byte) EMPTY);
    Arrays.fill(teams, (byte) 0);
    events.clear();
  }

  public void copyFrom(EntityFrame other) {
    tick = other.tick;
    System.arraycopy(other.types, 0, types, 0, types.length);
    System.arraycopy(other.generations, 0, generations, 0, generations.length);
    System.arraycopy(other.values, 0, values, 0, values.length);
    System.arraycopy(other.owners, 0, owners, 0, owners.length);
    System.arraycopy(other.teams, 0, teams, 0, teams.length);
    events.copyFrom(other.events);
  }

  /**
   * Shows what any view does, on the grid: for who reads frames only. Nobody owns anything in it.
   */
  public void copyFrom(EntityView view, int newTick) {
    clear(newTick);
    for (int slot = 0; slot < types.length; slot++) {
      if (view.present(slot)) {
        put(slot, view.type(slot), view.generation(slot));
        for (int field = 0; field < fields[types[slot]].length; field++) {
          setNearest(slot, field, view.get(slot, field));
        }
      }
    }
  }

  /** What lies between two angles, the short way, may be up to half a turn beyond their range. */
  private void setNearest(int slot, int field, float value) {
    EntityField column = fields[types[slot]][field];
    boolean beyond = column.wraps() && (value < column.min() || value > column.max());
    float turn = !beyond ? 0 : value < column.min() ? TURN : -TURN;
    setQuantized(slot, field, column.quantize(value + turn));
  }

  /** Puts an entity into a slot; its fields are then set one by one. */
  public void put(int slot, int type, int generation) {
    if (type < 0 || type >= fields.length) {
      throw new IllegalArgumentException(
          "entity type " + type + " is none of the schema's " + fields.length);
    }
    types[slot] = (byte) type;
    generations[slot] = (byte) generation;
    owners[slot] = NOBODY;
  }

  /** Puts another frame's entity into the same slot. */
  public void copyEntity(EntityFrame other, int slot) {
    types[slot] = other.types[slot];
    generations[slot] = other.generations[slot];
    System.arraycopy(other.values, slot * stride, values, slot * stride, stride);
  }

  /** Gives the slot's entity to a seat: who may see fields that are not for everyone. */
  public void own(int slot, int seat) {
    owners[slot] = (byte) seat;
  }

  /** Seat that owns the slot's entity; {@link #NOBODY} for what is nobody's. */
  public int owner(int slot) {
    return owners[slot];
  }

  /** Says which team a seat plays for; 0 for none. */
  public void team(int seat, int team) {
    teams[seat] = (byte) team;
  }

  /**
   * What a viewer may know of the slot's entity: the ordinal of a {@link EntityField.Visibility},
   * which includes those below it.
   *
   * @param viewerSeat {@link #NOBODY} for a spectator
   */
  public int access(int slot, int viewerSeat) {
    int owner = owners[slot];
    if (owner == NOBODY || viewerSeat == NOBODY) {
      return 0;
    }
    if (owner == viewerSeat) {
      return ACCESS_LEVELS - 1;
    }
    return teams[owner] != 0 && teams[owner] == teams[viewerSeat] ? 1 : 0;
  }

  public void remove(int slot) {
    types[slot] = EMPTY;
  }

  /** Sets a field of the slot's entity, quantised. */
  public void set(int slot, int field, float value) {
    values[slot * stride + field] = fields[types[slot]][field].quantize(value);
  }

  /** Sets a field to a step number, 0..steps. */
  public void setQuantized(int slot, int field, int quantized) {
    values[slot * stride + field] = quantized;
  }

  @Override
  public boolean present(int slot) {
    return types[slot] != EMPTY;
  }

  /** Type index, or {@link #EMPTY}. */
  @Override
  public int type(int slot) {
    return types[slot];
  }

  /** 0..255. */
  @Override
  public int generation(int slot) {
    return generations[slot] & 0xFF;
  }

  /** A field's value in its unit. */
  @Override
  public float get(int slot, int field) {
    return fields[types[slot]][field].value(values[slot * stride + field]);
  }

  public int quantized(int slot, int field) {
    return values[slot * stride + field];
  }

  /** A field's step number as a viewer of some access sees it: 0 where it may not. */
  public int seen(int slot, int field, int access) {
    return levels[types[slot]][field] <= access ? values[slot * stride + field] : 0;
  }

  /** Copies the step numbers of all fields as a viewer of some access sees them. */
  public void read(int slot, int access, int[] into) {
    byte[] typeLevels = levels[types[slot]];
    int start = slot * stride;
    for (int field = 0; field < typeLevels.length; field++) {
      into[field] = typeLevels[field] <= access ? values[start + field] : 0;
    }
  }

  /** Whether both frames show a viewer of some access the same in a slot, or nothing. */
  public boolean same(EntityFrame other, int slot, int access) {
    if (types[slot] != other.types[slot]) {
      return false;
    }
    if (types[slot] == EMPTY) {
      return true;
    }
    if (generations[slot] != other.generations[slot]) {
      return false;
    }
    byte[] typeLevels = levels[types[slot]];
    int start = slot * stride;
    for (int field = 0; field < typeLevels.length; field++) {
      if (typeLevels[field] <= access && values[start + field] != other.values[start + field]) {
        return false;
      }
    }
    return true;
  }

  /** Whether both frames hold the same entity with the same values in a slot, or nothing. */
  public boolean sameEntity(EntityFrame other, int slot) {
    if (types[slot] != other.types[slot]) {
      return false;
    }
    if (types[slot] == EMPTY) {
      return true;
    }
    int from = slot * stride;
    int to = from + fields[types[slot]].length;
    return generations[slot] == other.generations[slot]
        && Arrays.equals(values, from, to, other.values, from, to);
  }

  /** Whether a slot has the same owner in both frames. */
  public boolean sameOwner(EntityFrame other, int slot) {
    return owners[slot] == other.owners[slot];
  }

  /** Whether every seat plays for the same team in both frames. */
  public boolean sameTeams(EntityFrame other) {
    return Arrays.equals(teams, other.teams);
  }

  /** A 16-bit hash of all that is present, to tell whether two sides see the same. */
  public int hash16() {
    long hash = 0;
    for (int slot = 0; slot < types.length; slot++) {
      if (types[slot] != EMPTY) {
        hash = hash(hash, slot, ACCESS_LEVELS - 1);
      }
    }
    return fold(hash);
  }

  /** Goes on with a hash, 0 at first, with a slot's entity as a viewer of some access sees it. */
  public long hash(long before, int slot, int access) {
    long entity = slot << 16 | types[slot] << 8 | (generations[slot] & 0xFF);
    for (int i = 0; i < fields[types[slot]].length; i++) {
      entity = entity * 0x9E3779B185EBCA87L + seen(slot, i, access);
      entity ^= entity >>> 29;
    }
    long hash = (before + entity) * 0xC2B2AE3D27D4EB4FL;
    return hash ^ hash >>> 31;
  }

  /** The 16 bits of a hash that are sent. */
  public static int fold(long hash) {
    return (int) (hash >>> 48);
  }
}
