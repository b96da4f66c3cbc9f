package ringmaster.client.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EntityType.Shape;

final class PlayerTallyTest {
  private static final int SLOT = 2;

  private final EntityFrame frame =
      new EntityFrame(
          new EntitySchema(
              List.of(
                  new EntityType(
                      "player",
                      List.of(
                          EntityField.count("shots", 0, 100), EntityField.count("deaths", 0, 100)),
                      Shape.NONE,
                      0,
                      0)),
              4));
  private final PlayerTally tally = new PlayerTally();

  @Test
  void countsWhatWasAddedWhileCounting() {
    look(10, 1, false);
    look(14, 1, true);
    look(20, 2, true);
    look(30, 9, false);
    look(31, 9, true);
    assertEquals(11, tally.shots());
    assertEquals(1, tally.deaths());
  }

  @Test
  void anotherMatchStartsAgainFromNothing() {
    look(10, 5, true);
    look(3, 0, true);
    assertEquals(13, tally.shots());
    assertEquals(5, tally.deaths());
  }

  @Test
  void whatAGameDoesNotCountStaysNothing() {
    look(10, 5, true);
    tally.look(frame, -1, true);
    tally.look(frame, 0, true);
    assertEquals(0, tally.hits());
    assertEquals(10, tally.shots());
  }

  private void look(int shots, int deaths, boolean counting) {
    frame.put(SLOT, 0, 0);
    frame.set(SLOT, 0, shots);
    frame.set(SLOT, 1, deaths);
    tally.look(frame, SLOT, counting);
  }
}
