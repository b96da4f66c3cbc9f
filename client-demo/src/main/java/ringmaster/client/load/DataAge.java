package ringmaster.client.load;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Place;

/**
 * How old what a player is shown is when a snapshot has come, by how far it is from the player's
 * body; and how much there is to see. What has no place, such as a score, does not count.
 */
final class DataAge {
  private static final int NO_BODY = -1;

  private final @Nullable Place[] places;

  DataAge(EntitySchema schema) {
    places =
        schema.types().stream()
            .map(type -> {
              List<Place> all = Place.of(type.fields());
              return all.isEmpty() ? null : all.getFirst();
            })
            .toArray(Place[]::new);
  }

  /**
   * Looks at a frame after a snapshot.
   *
   * @param body slot of the player's own; nothing is measured while it is empty
   * @param asOfTick by slot, the tick that an entity is as of
   */
  void look(EntityFrame frame, int body, IntUnaryOperator asOfTick, LoadMeter meter) {
    Place own = body == NO_BODY ? null : place(frame, body);
    if (own == null) {
      return;
    }
    float x = frame.get(body, own.xField());
    float y = frame.get(body, own.yField());
    int visible = 0;
    for (int slot = 0; slot < frame.capacity(); slot++) {
      Place place = place(frame, slot);
      if (place != null) {
        visible++;
        double meters =
            Math.hypot(frame.get(slot, place.xField()) - x, frame.get(slot, place.yField()) - y);
        meter.recordAge(meters, frame.tick() - asOfTick.applyAsInt(slot));
      }
    }
    meter.recordVisible(visible);
  }

  private @Nullable Place place(EntityFrame frame, int slot) {
    return frame.present(slot) ? places[frame.type(slot)] : null;
  }
}
