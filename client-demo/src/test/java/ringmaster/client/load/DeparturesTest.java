package ringmaster.client.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeparturesTest {
  @Test
  void saysHowManyAndWhy() {
    Departures one = new Departures(Map.of("SERVER_FULL", 3), Map.of(), "server full");
    Departures other =
        new Departures(Map.of("SERVER_FULL", 1), Map.of("TIMEOUT", 1), "nothing was heard");
    Departures sum = Departures.sum(List.of(Departures.NONE, one, other));
    assertEquals(
        "4 players did not join (SERVER_FULL 4), 1 player was disconnected (TIMEOUT 1):"
            + " server full",
        sum.describe());
  }

  @Test
  void nobodyGoneIsEmpty() {
    assertTrue(Departures.sum(List.of(Departures.NONE, Departures.NONE)).isEmpty());
  }
}
