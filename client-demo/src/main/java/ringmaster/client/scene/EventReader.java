package ringmaster.client.scene;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.EventType;
import ringmaster.shared.game.MatchSettings;

/** Reads a game's events as {@link Happening}s, by the names of types and fields. */
public final class EventReader {
  /** Columns of one event type; {@link #NONE} where it has no such field. */
  private record Reading(
      Happening kind, int actor, int victim, int detail, int x, int y, int toX, int toY) {}

  private static final int NONE = -1;

  /** By type index; null for what this client has nothing to show for. */
  private final @Nullable Reading[] readings;

  public EventReader(List<EventType> types) {
    readings = types.stream().map(EventReader::reading).toArray(Reading[]::new);
  }

  private static @Nullable Reading reading(EventType type) {
    for (Happening kind : Happening.values()) {
      if (kind.eventName().equals(type.name())) {
        return new Reading(
            kind,
            field(type, "seat", "attacker", "killer"),
            field(type, "victim"),
            field(type, "weapon", "kind", "team"),
            field(type, "x", "fromX"),
            field(type, "y", "fromY"),
            field(type, "toX"),
            field(type, "toY"));
      }
    }
    return null;
  }

  private static int field(EventType type, String... names) {
    List<EntityField> fields = type.fields();
    for (int i = 0; i < fields.size(); i++) {
      if (List.of(names).contains(fields.get(i).name())) {
        return i;
      }
    }
    return NONE;
  }

  /** Appends a tick's events as the player's commands will make them; none is reported yet. */
  public void readForetold(int tick, EventList events, Happenings into) {
    read(tick, events, true, into);
  }

  /** Appends a tick's events. */
  public void read(int tick, EventList events, Happenings into) {
    read(tick, events, false, into);
  }

  private void read(int tick, EventList events, boolean foretold, Happenings into) {
    for (int i = 0; i < events.count(); i++) {
      Reading reading = readings[events.type(i)];
      if (reading != null) {
        int actor = seat(get(events, i, reading.actor, ArenaScene.NO_SEAT));
        into.add(
            tick,
            reading.kind,
            actor,
            (int) get(events, i, reading.victim, actor),
            (int) get(events, i, reading.detail, 0),
            get(events, i, reading.x, 0),
            get(events, i, reading.y, 0),
            get(events, i, reading.toX, 0),
            get(events, i, reading.toY, 0));
        if (foretold) {
          into.foretellLast();
        }
      }
    }
  }

  /** Where nobody did it a game may name one seat more than there can be. */
  private static int seat(float value) {
    return value < MatchSettings.MAX_PLAYERS ? (int) value : ArenaScene.NO_SEAT;
  }

  private static float get(EventList events, int event, int field, float absent) {
    return field == NONE ? absent : events.get(event, field);
  }
}
