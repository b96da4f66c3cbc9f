package ringmaster.client.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import ringmaster.client.bot.Level;
import ringmaster.client.widget.Widget;
import ringmaster.client.window.Key;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;

/** Choosing what to practise; the games are made up. */
final class PracticePageTest {
  private static final Game CHESS = new Named("chess", List.of("board"), List.of("random"));
  private static final Game SKIRMISH =
      new Named(
          "skirmish",
          List.of("yard", "quarry"),
          List.of("fighter", "fighter-easy", "fighter-hard"));

  private final Rig rig = new Rig(new Games(List.of(CHESS, SKIRMISH)));

  PracticePageTest() {
    rig.ui.show(Screen.PRACTICE);
    rig.frame();
  }

  private String text(String id) {
    return rig.widget(id).text();
  }

  private void step(String id) {
    Widget choice = rig.widget(id);
    rig.click(choice.right() - 5, choice.centreY());
  }

  @Test
  void itBeginsWithSkirmishOnAMapThatFits() {
    assertEquals("skirmish", text("practice-mode"));
    assertEquals("that fits", text("practice-map"));
    assertEquals("normal", text("practice-level"));
  }

  @Test
  void whatWasChosenIsAskedFor() {
    step("practice-map");
    step("practice-map");
    step("practice-level");
    rig.click("practice-start");
    assertEquals(List.of("practice skirmish quarry hard"), rig.takeHeard());
    assertEquals(Screen.CONNECTING, rig.ui.screen());
  }

  @Test
  void anotherGameHasOtherMapsAndLevels() {
    step("practice-map");
    step("practice-level");
    step("practice-mode");
    assertEquals("chess", text("practice-mode"));
    assertEquals("that fits", text("practice-map"), "there is no yard for it");
    assertEquals("normal", text("practice-level"));
    assertFalse(rig.widget("practice-level").enabled(), "it has no brains for others");
    step("practice-map");
    rig.click("practice-start");
    assertEquals(List.of("practice chess board normal"), rig.takeHeard());
  }

  @Test
  void escapeAndBackGoToTheStartPage() {
    rig.press(Key.ESCAPE);
    assertEquals(Screen.BROWSER, rig.ui.screen());
    rig.ui.show(Screen.PRACTICE);
    rig.frame();
    rig.click("practice-back");
    assertEquals(Screen.BROWSER, rig.ui.screen());
    assertTrue(rig.takeHeard().stream().noneMatch(Predicate.not("settings"::equals)));
  }

  @Test
  void aLevelIsABrainOfThatName() {
    assertEquals("fighter-easy", Level.EASY.brain(SKIRMISH));
    assertEquals("fighter", Level.NORMAL.brain(SKIRMISH));
    assertEquals("random", Level.HARD.brain(CHESS));
    assertEquals(List.of(Level.NORMAL), Level.of(CHESS));
  }

  /** A game to be chosen, not played. */
  private record Named(String mode, List<String> maps, List<String> brains) implements Game {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public EntitySchema schema(MatchSettings settings, GameMap map) {
      throw new UnsupportedOperationException("nobody plays " + mode);
    }

    @Override
    public Simulation newSimulation(MatchSettings settings, GameMap map) {
      throw new UnsupportedOperationException("nobody plays " + mode);
    }
  }
}
