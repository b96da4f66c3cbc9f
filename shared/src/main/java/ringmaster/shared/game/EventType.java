package ringmaster.shared.game;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A type of event: something that happened in a tick and is over with it, for clients to show.
 *
 * @param name lower case, for example {@code explosion}
 * @param fields columns in wire order
 * @param reach whom it concerns
 */
public record EventType(String name, List<EntityField> fields, Reach reach) {
  /**
   * Names of columns that name a player by its seat, whom an event then concerns wherever it is.
   */
  private static final List<String> SEATS =
      List.of("seat", "owner", "attacker", "shooter", "killer", "victim");

  public EventType {
    fields = List.copyOf(fields);
    if (reach == Reach.NEAR && Place.of(fields).isEmpty()) {
      throw new IllegalArgumentException(
          "event type " + name + " has no place, x and y in m, that a viewer could be near");
    }
  }

  /** A type that concerns who is near, if it has a place; else everybody. */
  public EventType(String name, List<EntityField> fields) {
    this(name, fields, Reach.of(fields));
  }

  /** The same type for everybody, however far: what a feed or a score shows. */
  public EventType everywhere() {
    return new EventType(name, fields, Reach.EVERYWHERE);
  }

  /**
   * Indexes of the columns that name a player by its seat: {@code seat}, {@code owner}, {@code
   * attacker}, {@code shooter}, {@code killer} and {@code victim}.
   */
  public int[] seatFields() {
    return IntStream.range(0, fields.size())
        .filter(field -> SEATS.contains(fields.get(field).name()))
        .toArray();
  }

  /** Index of a field by name; clients look their columns up once. */
  public int field(String fieldName) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(fieldName)) {
        return i;
      }
    }
    throw new IllegalArgumentException("event type " + name + " has no field " + fieldName);
  }
}
