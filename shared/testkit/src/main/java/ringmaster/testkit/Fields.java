package ringmaster.testkit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.IntToDoubleFunction;
import ringmaster.shared.game.EntityField;

/** Values of an entity or an event by the names of their columns. */
final class Fields {
  private Fields() {}

  /**
   * @param value of a column's index
   */
  static SequencedMap<String, Float> of(List<EntityField> columns, IntToDoubleFunction value) {
    SequencedMap<String, Float> fields = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      fields.put(columns.get(i).name(), (float) value.applyAsDouble(i));
    }
    return Collections.unmodifiableSequencedMap(fields);
  }

  static float get(String type, Map<String, Float> fields, String name) {
    Float value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          type + " has no field " + name + "; it has " + fields.keySet());
    }
    return value;
  }
}
