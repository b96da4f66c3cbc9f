package ringmaster.client.prediction;

import java.util.Arrays;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Launch;

/** What the player sent off lately, as it was foretold. */
public final class Launches {
  /** Kept; of older ones the server has reported, or never will. */
  static final int SIZE = 8;

  private final Launch[] launches = new Launch[SIZE];
  private final int[] ticks = new int[SIZE];
  private int count;

  public Launches(EntitySchema schema) {
    Arrays.setAll(launches, i -> new Launch(schema));
  }

  /**
   * Adds one.
   *
   * @param tick of the command
   */
  public void add(int tick, Launch launch) {
    launches[count % SIZE].copyFrom(launch);
    ticks[count % SIZE] = tick;
    count++;
  }

  /** How many there have ever been. */
  int count() {
    return count;
  }

  /** One of the last {@link #SIZE}. */
  Launch get(int number) {
    return launches[number % SIZE];
  }

  /** Tick of its command. */
  int tick(int number) {
    return ticks[number % SIZE];
  }
}
