package ringmaster.shared.game;

import java.util.List;

/**
 * A type of event: something that happened in a tick and is over with it, for clients to show.
 *
 * @param name lower case, for example {@code explosion}
 * @param fields columns in wire order
 */
public record EventType(String name, List<EntityField> fields) {
  public EventType {
    fields = List.copyOf(fields);
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
