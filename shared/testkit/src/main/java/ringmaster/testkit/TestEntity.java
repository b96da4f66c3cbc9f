package ringmaster.testkit;

import java.util.SequencedMap;

/**
 * An entity as it was when it was asked for.
 *
 * @param type its type's name
 * @param slot where it stood in the frame
 * @param generation tells it from earlier occupants of the slot
 * @param fields values in their units, by name, in wire order
 */
public record TestEntity(
    String type, int slot, int generation, SequencedMap<String, Float> fields) {
  /**
   * A field's value in its unit.
   *
   * @throws IllegalArgumentException if entities of the type have no such field
   */
  public float get(String field) {
    return Fields.get(type, fields, field);
  }
}
