package ringmaster.client.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.game.EntityFrame;

/** Scenes that look the same each time. */
final class StagedMatchTest {
  private static StagedMatch playedFor(String name, int ticks) {
    StagedMatch match = StagedMatch.named(name);
    while (match.ticks() < ticks) {
      match.advance();
    }
    return match;
  }

  @ParameterizedTest
  @ValueSource(strings = {"fight", "crowd"})
  void theSameTicksShowTheSame(String name) {
    int first = playedFor(name, 150).frame().hash16();
    assertEquals(first, playedFor(name, 150).frame().hash16());
    assertNotEquals(first, playedFor(name, 151).frame().hash16());
  }

  @Test
  void theCrowdIsOneOf64TanksAnd200Crates() {
    EntityFrame frame = playedFor("crowd", 2).frame();
    assertEquals(64, count(frame, "tank"));
    assertEquals(200, count(frame, "crate"));
  }

  @Test
  void inTheFightSomebodyIsHit() {
    StagedMatch match = StagedMatch.named("fight");
    int events = 0;
    while (match.ticks() < 1_200) {
      match.advance();
      events += match.frame().events().count();
    }
    assertNotEquals(0, events);
  }

  @Test
  void anUnknownSceneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> StagedMatch.named("nowhere"));
  }

  private static int count(EntityFrame frame, String type) {
    int count = 0;
    for (int slot = 0; slot < frame.capacity(); slot++) {
      if (frame.present(slot) && frame.schema().types().get(frame.type(slot)).name().equals(type)) {
        count++;
      }
    }
    return count;
  }
}
