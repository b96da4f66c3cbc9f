package ringmaster.testkit;

import java.util.ArrayList;
import java.util.List;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.EventType;
import ringmaster.shared.snapshot.EventSink;

/** Keeps all that happened, or all that one player was told of it. */
final class EventLog implements EventSink {
  private final List<EventType> types;
  private final List<TestEvent> log = new ArrayList<>();

  EventLog(EntitySchema schema) {
    types = schema.events();
  }

  @Override
  public void happened(int tick, EventList events) {
    for (int i = 0; i < events.count(); i++) {
      int event = i;
      EventType type = types.get(events.type(event));
      log.add(
          new TestEvent(
              tick, type.name(), Fields.of(type.fields(), field -> events.get(event, field))));
    }
  }

  /** Oldest first. */
  List<TestEvent> all() {
    return List.copyOf(log);
  }

  /** Those of one type, oldest first. */
  List<TestEvent> of(String type) {
    List<String> names = types.stream().map(EventType::name).toList();
    if (!names.contains(type)) {
      throw new IllegalArgumentException("there are no events " + type + "; there are " + names);
    }
    return log.stream().filter(event -> event.type().equals(type)).toList();
  }
}
