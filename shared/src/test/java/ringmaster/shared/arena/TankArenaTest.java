package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.game.EntityField.Visibility;
import ringmaster.shared.game.EntityFrame;

/** What both games of tanks have in common. */
final class TankArenaTest {
  @Test
  void aPlayersTankAndTalliesAreThatPlayersOwn() {
    for (ArenaMatch<?> match : List.of(SkirmishMatch.full(4, 1), ScrumMatch.full(4, 1))) {
      match.step();
      EntityFrame frame = match.capture();
      for (int seat = 0; seat < 4; seat++) {
        int owner = Visibility.OWNER.ordinal();
        assertEquals(owner, frame.access(match.slots.player(seat), seat));
        assertEquals(owner, frame.access(match.slots.tank(seat), seat));
        assertEquals(0, frame.access(match.slots.tank(seat), (seat + 1) % 4));
      }
    }
  }
}
