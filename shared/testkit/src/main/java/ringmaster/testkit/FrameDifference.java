package ringmaster.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityType;

/** Says in what two frames of one schema differ. */
final class FrameDifference {
  private FrameDifference() {}

  /** The first difference in what there is to see, and for whom; null if there is none. */
  static @Nullable String ofEntities(EntityFrame one, EntityFrame two) {
    for (int slot = 0; slot < one.capacity(); slot++) {
      if (!one.sameEntity(two, slot)) {
        return inSlot(slot, one, two);
      }
      if (one.present(slot) && !(one.sameTeams(two) && one.sameOwner(two, slot))) {
        return "who may know what is private of " + entity(one, slot) + " in slot " + slot;
      }
    }
    return null;
  }

  /** The difference in what happened; null if there is none. */
  static @Nullable String ofEvents(EntityFrame one, EntityFrame two) {
    List<TestEvent> happened = events(one);
    List<TestEvent> otherwise = events(two);
    return happened.equals(otherwise) ? null : "the events: " + happened + " and " + otherwise;
  }

  private static List<TestEvent> events(EntityFrame frame) {
    EventLog log = new EventLog(frame.schema());
    log.happened(frame.tick(), frame.events());
    return log.all();
  }

  /** One field is easier to read than all of two entities. */
  private static String inSlot(int slot, EntityFrame one, EntityFrame two) {
    String ones = entity(one, slot);
    String twos = entity(two, slot);
    if (!ones.equals(twos) || !one.present(slot)) {
      return "slot " + slot + " holds " + ones + " and " + twos;
    }
    List<EntityField> fields = one.schema().types().get(one.type(slot)).fields();
    for (int field = 0; field < fields.size(); field++) {
      if (one.quantized(slot, field) != two.quantized(slot, field)) {
        return fields.get(field).name()
            + " of the "
            + ones
            + " in slot "
            + slot
            + " is shown as "
            + one.get(slot, field)
            + " and "
            + two.get(slot, field);
      }
    }
    return "the " + ones + " in slot " + slot + " differs";
  }

  private static String entity(EntityFrame frame, int slot) {
    if (!frame.present(slot)) {
      return "nothing";
    }
    EntityType type = frame.schema().types().get(frame.type(slot));
    return type.name() + " of generation " + frame.generation(slot);
  }
}
