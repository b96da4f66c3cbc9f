package ringmaster.client.prediction;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.Launch;

/** What the player sent off and another view does not have yet where it is shown. */
final class Flights {
  private final FramePose pose;
  private final Launches launches;
  private final Columns[] columns;
  private final Flight[] flights = new Flight[Launches.SIZE];

  /** By slot. */
  private final @Nullable Flight[] shown;

  private int begun;

  /**
   * @param columns by type
   * @param capacity entity slots
   */
  Flights(FramePose pose, Launches launches, Columns[] columns, int capacity) {
    this.pose = pose;
    this.launches = launches;
    this.columns = columns;
    Arrays.setAll(flights, number -> new Flight(launches.get(number)));
    shown = new Flight[capacity];
    begun = launches.count();
  }

  /**
   * Moves to the frame to be drawn now.
   *
   * @param seenTick of the view
   */
  void moveTo(long nowNanos, EntityView seen, int seenTick) {
    int oldest = Math.max(0, launches.count() - Launches.SIZE);
    begun = Math.max(begun, oldest);
    while (begun < launches.count()) {
      begin(begun++, nowNanos, seenTick);
    }
    Arrays.fill(shown, null);
    for (int number = oldest; number < begun; number++) {
      follow(flights[number % Launches.SIZE], nowNanos, seen, seenTick);
    }
    for (int number = oldest; number < begun; number++) {
      showUnseen(flights[number % Launches.SIZE], seen);
    }
  }

  private void begin(int number, long nowNanos, int seenTick) {
    Launch launch = launches.get(number);
    int before = launches.tick(number) - 1;
    float lagSeconds = pose.secondsSince(before) - pose.secondsBetween(before, seenTick);
    flights[number % Launches.SIZE].begin(columns[launch.type()], before, nowNanos, lagSeconds);
  }

  private void follow(Flight flight, long nowNanos, EntityView seen, int seenTick) {
    if (flight.isOver()) {
      return;
    }
    float seenSeconds = pose.secondsBetween(flight.startTick(), seenTick);
    Launch launch = flight.launch();
    for (int i = 0; i < launch.slots() && flight.slot() == Flight.UNSEEN; i++) {
      int slot = launch.firstSlot() + i;
      if (shown[slot] == null) {
        flight.find(seen, slot, seenSeconds);
      }
    }
    flight.moveTo(seen, nowNanos, pose.secondsSince(flight.startTick()), seenSeconds);
    if (!flight.isOver() && flight.slot() != Flight.UNSEEN) {
      shown[flight.slot()] = flight;
    }
  }

  /** In any slot that is free. */
  private void showUnseen(Flight flight, EntityView seen) {
    if (flight.isOver() || flight.slot() != Flight.UNSEEN) {
      return;
    }
    Launch launch = flight.launch();
    int slot = launch.firstSlot();
    while (slot < launch.firstSlot() + launch.slots()) {
      if (!seen.present(slot) && shown[slot] == null) {
        shown[slot] = flight;
        return;
      }
      slot++;
    }
  }

  /** What is shown in a slot; null: what the other view has. */
  @Nullable Flight in(int slot) {
    return shown[slot];
  }
}
