package ringmaster.testkit;

import java.util.SequencedMap;

/**
 * Something that happened.
 *
 * @param tick in which
 * @param type its type's name
 * @param fields values in their units, by name, in wire order
 */
public record TestEvent(int tick, String type, SequencedMap<String, Float> fields) {
  /**
   * A field's value in its unit.
   *
   * @throws IllegalArgumentException if events of the type have no such field
   */
  public float get(String field) {
    return Fields.get(type, fields, field);
  }
}
