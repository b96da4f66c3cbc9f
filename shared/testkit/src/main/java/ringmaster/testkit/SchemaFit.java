package ringmaster.testkit;

import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EventType;

/**
 * Says which value of a frame is outside its schema. {@link EntityFrame#set} keeps to the range by
 * itself; a step number, a type or an event's field may be anything.
 */
final class SchemaFit {
  /** The law of it, as a sentence goes on after "the law that". */
  static final String LAW = "what is captured fits the schema";

  /** A frame that its schema does not allow: nothing made of it can be looked at. */
  static final class Misfit extends AssertionError {
    private static final long serialVersionUID = 1L;

    Misfit(int tick, String misfit) {
      super("after tick " + tick + " " + misfit);
    }
  }

  private SchemaFit() {}

  /** The first thing that does not fit; null if all does. */
  static @Nullable String misfit(EntityFrame frame, List<EventType> events) {
    String misfit = null;
    for (int slot = 0; slot < frame.capacity() && misfit == null; slot++) {
      misfit = frame.type(slot) == EntityFrame.EMPTY ? null : ofEntity(frame, slot);
    }
    for (int event = 0; event < frame.events().count() && misfit == null; event++) {
      misfit = ofEvent(frame, event, events);
    }
    return misfit;
  }

  private static @Nullable String ofEntity(EntityFrame frame, int slot) {
    List<EntityType> types = frame.schema().types();
    int index = frame.type(slot);
    if (index < 0 || index >= types.size()) {
      return "slot " + slot + " has type " + index + " of " + types.size();
    }
    EntityType type = types.get(index);
    String entity = "the " + type.name() + " in slot " + slot;
    return ofFields(entity, type.fields(), field -> frame.quantized(slot, field));
  }

  private static @Nullable String ofEvent(EntityFrame frame, int event, List<EventType> types) {
    int index = frame.events().type(event);
    if (index < 0 || index >= types.size()) {
      return "an event has type " + index + " of " + types.size();
    }
    EventType type = types.get(index);
    return ofFields(
        "an event " + type.name(), type.fields(), field -> frame.events().quantized(event, field));
  }

  private static @Nullable String ofFields(
      String what, List<EntityField> fields, IntUnaryOperator step) {
    for (int i = 0; i < fields.size(); i++) {
      EntityField field = fields.get(i);
      int value = step.applyAsInt(i);
      if (value < 0 || value > field.steps()) {
        return String.format(
            Locale.ROOT,
            "%s has %s %s, outside %s to %s (step %d, of 0 to %d)",
            what,
            field.name(),
            text(field.value(value)),
            text(field.value(0)),
            text(field.value(field.steps())),
            value,
            field.steps());
      }
    }
    return null;
  }

  /** A count without a fraction. */
  private static String text(float value) {
    return value == (long) value ? Long.toString((long) value) : Float.toString(value);
  }
}
