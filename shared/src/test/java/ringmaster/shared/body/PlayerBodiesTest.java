package ringmaster.shared.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.Shape;
import ringmaster.shared.physics.World;
import ringmaster.shared.time.TickRate;

/** What a player is told of what its body touches. */
final class PlayerBodiesTest {
  private static final BodyKind BALL =
      BodyKind.dynamic().part(Shape.circle(1), new Material(1, 0, 0)).sleepless().build();

  /** From (-10, -5) to (10, -5). */
  private static final GameMap MAP =
      new GameMap(
          "shore",
          32,
          List.of(new GameMap.Polyline(List.of(-10f, -5f, 10f, -5f))),
          List.of(),
          List.of(),
          List.of(),
          "");

  private static final int STRAY_SLOT = 40;

  private final World world = MapWorld.of(MAP, new TickRate(60), 4);
  private final PlayerBodies players = new PlayerBodies(world, BALL, 2, this::slotOf);
  private final int[] words = new int[BodyWords.COUNT];
  private final int[] touched = new int[BodyWords.TOUCHED_COUNT];

  private int slotOf(long body) {
    for (int seat = 0; seat < players.seats(); seat++) {
      if (players.body(seat) == body) {
        return seat;
      }
    }
    return STRAY_SLOT;
  }

  /** Of no player, and nobody has given it a tag. */
  private void stray(float x, float y) {
    world.bodies().create(BALL, x, y);
  }

  private void look(int seat) {
    players.write(seat, words, 0);
    players.writeTouched(seat, touched, 0);
  }

  private void step() {
    world.step();
    players.afterStep();
  }

  private boolean leansOnAWall() {
    return Arrays.stream(words, BodyWords.COUNT - 3, BodyWords.COUNT).anyMatch(word -> word != 0);
  }

  @Test
  void aBodyIsToldOfThoseItTouches() {
    players.spawn(0, 0, -4.01f, 1, 0);
    players.spawn(1, 1.99f, 0, 1, 0);
    stray(3.98f, 0);
    step();
    look(0);
    assertTrue(leansOnAWall());
    assertEquals(0, touched[0]);
    look(1);
    assertEquals(STRAY_SLOT, BodyWords.touchedSlot(touched, 0));
    assertEquals(0, touched[BodyWords.TOUCH_WORDS]);
  }

  @Test
  void whatABodyTouchesThatIsNoPlayersIsNoPlayersAffair() {
    players.spawn(0, -8, 8, 1, 0);
    players.spawn(1, 4, 4, 1, 0);
    stray(0, -4.01f);
    stray(5.99f, 4);
    step();
    look(0);
    assertEquals(0, touched[0], "touches nothing");
    assertTrue(!leansOnAWall());
    look(1);
    assertEquals(STRAY_SLOT, BodyWords.touchedSlot(touched, 0));
  }
}
