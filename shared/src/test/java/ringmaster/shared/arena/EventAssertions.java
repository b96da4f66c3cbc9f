package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import ringmaster.shared.game.EventList;

/** What a tick is expected to report. */
final class EventAssertions {
  static final float STEP_METERS = 1f / 16;

  private EventAssertions() {}

  /** All that was reported, in this order. */
  static void assertTypes(EventList events, int... types) {
    int[] actual = new int[events.count()];
    Arrays.setAll(actual, events::type);
    assertEquals(Arrays.toString(types), Arrays.toString(actual));
  }

  /** The first fields of one event. */
  static void assertFields(EventList events, int event, float... values) {
    for (int field = 0; field < values.length; field++) {
      assertEquals(values[field], events.get(event, field), STEP_METERS, "field " + field);
    }
  }
}
