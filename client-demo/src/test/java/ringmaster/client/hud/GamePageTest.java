package ringmaster.client.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.client.hud.HudState.ChatLine;
import ringmaster.client.settings.Action;
import ringmaster.client.settings.NetGraphLevel;
import ringmaster.client.widget.PaperCanvas;
import ringmaster.client.window.Key;
import ringmaster.shared.game.Simulation.Phase;

final class GamePageTest {
  private final Rig rig = Rig.in(Screen.GAME);

  private String text(String id) {
    return rig.widget(id).text();
  }

  private boolean visible(String id) {
    return rig.widget(id).showing();
  }

  private void afterMillis(long millis) {
    rig.state.nowNanos += millis * 1_000_000;
    rig.frame();
  }

  @Test
  void theStateIsWritten() {
    assertEquals("2:34", text("time"));
    assertEquals("12 points  ·  2nd of 8", text("standing"));
    assertEquals("73", text("health-number"));
    assertEquals("73 %", text("health"));
    assertEquals("60 %", text("gauge-boost"));
    assertEquals("100 %", text("gauge-rail"));
    assertEquals("144 fps", text("fps"));
    assertEquals("23 ms", text("ping"));
    assertEquals("Linus | Ünal | Margaret", text("name-tags"));
  }

  @ParameterizedTest
  @CsvSource({"1,1st", "2,2nd", "3,3rd", "4,4th", "11,11th", "12,12th", "21,21st", "113,113th"})
  void ranksAreWrittenAsTheyAreSaid(int rank, String words) {
    assertEquals(words, MatchPanel.ordinal(rank));
  }

  @Test
  void aHitShowsForAMoment() {
    assertEquals("hit", text("aim"));
    rig.state.hitKilled = true;
    assertEquals("kill", text("aim"));
    afterMillis(300);
    assertEquals("", text("aim"));
  }

  @Test
  void linesOfTheFeedGoAfterAWhile() {
    assertTrue(rig.shows("Ken rocket Ünal"));
    assertTrue(rig.shows("crash Dennis"));
    afterMillis(600);
    assertFalse(rig.shows("Ken rocket Ünal"));
    assertTrue(rig.shows("Grace rail Barbara Liskov"));
  }

  @Test
  void theScoreboardIsHeld() {
    assertFalse(visible("scoreboard"));
    assertTrue(rig.ui.key(Key.TAB, true, false));
    rig.frame();
    assertTrue(visible("scoreboard"));
    assertEquals("1 | Ada | 15 | 15 | 3 | 18 ms", text("scoreboard-0"));
    assertEquals("2 | Grace  (you) | 14 | 14 | 4 | 25 ms", text("scoreboard-1"));
    assertEquals("3 | Linus | 13 | 13 | 5 | bot", text("scoreboard-2"));
    assertFalse(rig.ui.wantsPointer());
    rig.ui.key(Key.TAB, false, false);
    rig.frame();
    assertFalse(visible("scoreboard"));
  }

  @Test
  void aLostWindowLetsGoOfTheScoreboard() {
    rig.ui.key(Key.TAB, true, false);
    rig.ui.focused(false);
    rig.frame();
    assertFalse(visible("scoreboard"));
  }

  @Test
  void thePlayerIsOnALongScoreboardToo() {
    Samples.scoreboard(rig.state, 64);
    HudState.ScoreRow last = rig.state.scoreboard.removeLast();
    rig.state.scoreboard.set(1, row(1, "Grace", 14, 1, 1, 9, false));
    rig.state.scoreboard.add(row(last.seat(), "Hopper", -48, 0, 66, 30, true));
    rig.ui.key(Key.TAB, true, false);
    rig.frame();
    assertEquals("64 | Hopper  (you) | -48 | 0 | 66 | 30 ms", text("scoreboard-10"));
    assertEquals("and 53 more", text("score-more"));
  }

  @Test
  void chatIsWrittenAndSent() {
    rig.press(Key.ENTER);
    assertTrue(rig.ui.wantsKeys());
    assertFalse(rig.ui.wantsPointer());
    rig.type("well played 👍");
    assertEquals("16 / 240", text("chat-count"));
    assertTrue(rig.press(Key.W), "it does not drive");
    rig.press(Key.ENTER);
    assertEquals(List.of("say well played 👍"), rig.takeHeard());
    assertFalse(rig.ui.wantsKeys());
    assertFalse(rig.press(Key.W));
  }

  @Test
  void theKeyThatOpensTheChatIsNotWritten() {
    rig.ui.key(Key.T, true, false);
    rig.ui.typed('t');
    rig.ui.key(Key.T, false, false);
    rig.ui.key(Key.H, true, false);
    rig.ui.typed('h');
    rig.press(Key.ENTER);
    assertEquals(List.of("say h"), rig.takeHeard());
  }

  @Test
  void escapeThrowsTheLineAway() {
    rig.press(Key.ENTER);
    rig.type("never mind");
    rig.press(Key.ESCAPE);
    assertEquals(Screen.GAME, rig.ui.screen());
    rig.press(Key.ENTER);
    assertEquals("", text("chat-field"));
    rig.press(Key.ENTER);
    assertEquals(List.of(), rig.takeHeard(), "an empty line is not sent");
  }

  @Test
  void aLineHoldsSoManyBytes() {
    rig.press(Key.ENTER);
    rig.type("€".repeat(100));
    assertEquals("240 / 240", text("chat-count"));
    assertEquals("€".repeat(80), text("chat-field"));
  }

  @Test
  void theGameMaySayAgainThatItIsOn() {
    rig.press(Key.ENTER);
    rig.type("half a li");
    rig.ui.show(Screen.GAME);
    rig.type("ne");
    assertEquals("half a line", text("chat-field"));
  }

  @Test
  void oldChatShowsOnlyWhenOpen() {
    assertFalse(text("chat-log").contains("Grace joined"));
    assertTrue(text("chat-log").contains("Linus: good luck everybody"));
    rig.press(Key.ENTER);
    assertTrue(text("chat-log").contains("Grace joined"));
  }

  @Test
  void chatOfTheMutedIsHidden() {
    rig.settings.muted.add("Linus");
    rig.frame();
    assertFalse(text("chat-log").contains("good luck"));
    assertFalse(((PaperCanvas) rig.canvas).words.contains("good luck everybody"));
  }

  @Test
  void chatIsScrolledBack() {
    rig.state.chat.clear();
    for (int i = 0; i < 100; i++) {
      rig.state.chat.add(new ChatLine("", 0, "line " + i, rig.state.nowNanos));
    }
    rig.press(Key.ENTER);
    PaperCanvas paper = (PaperCanvas) rig.canvas;
    assertTrue(paper.words.contains("line 99"));
    rig.press(Key.PAGE_UP, Key.UP);
    assertFalse(paper.words.contains("line 99"));
    rig.ui.scrolled(1_000);
    rig.frame();
    assertTrue(paper.words.contains("line 0"));
    rig.press(Key.ESCAPE);
    assertTrue(paper.words.contains("line 99"), "closed, it shows the newest");
  }

  @Test
  void aClickDoesNotEndTheLine() {
    rig.state.phase = Phase.RESULTS;
    rig.press(Key.ENTER);
    rig.click("results");
    rig.type("gg");
    rig.press(Key.ENTER);
    assertEquals(List.of("say gg"), rig.takeHeard());
  }

  @Test
  void aSpectatorSeesWhomAndHow() {
    rig.state.alive = false;
    rig.state.spectating = true;
    rig.frame();
    assertEquals("Free camera", text("watched"));
    rig.state.watched = "Ada";
    rig.keys(Action.NEXT_PLAYER).set(0, Key.N);
    rig.frame();
    assertEquals("Watching Ada", text("watched"));
    assertEquals("Q previous   ·   N next   ·   F free camera", text("watch-keys"));
    assertFalse(visible("vitals"));
    assertFalse(visible("standing"));
    assertFalse(visible("respawning"));
  }

  @Test
  void theDestroyedWaitForARespawn() {
    rig.state.alive = false;
    rig.frame();
    assertFalse(visible("respawning"), "who just came was not destroyed");
    rig.state.destroyed = true;
    rig.frame();
    assertTrue(visible("respawning"));
    assertFalse(visible("vitals"));
  }

  @Test
  void theLastSecondsAreAnnounced() {
    assertFalse(visible("announcement"));
    rig.state.remainingSeconds = 10;
    rig.frame();
    assertEquals("10", text("announcement"));
    assertTrue(visible("announcement"));
    rig.state.remainingSeconds = 0;
    rig.frame();
    assertFalse(visible("announcement"));
  }

  @Test
  void lowHealthAndABadNetworkShow() {
    assertFalse(visible("low-health"));
    assertFalse(visible("network-warning"));
    rig.state.health = 0.2f;
    rig.state.networkWarning = "Nothing heard for 3 s.";
    rig.frame();
    assertTrue(visible("low-health"));
    assertTrue(rig.shows("Nothing heard for 3 s."));
  }

  @Test
  void metersFollowTheSettingAndAreReadable() {
    rig.state.framesPerSecond = 60;
    rig.frame();
    assertEquals("144 fps", text("fps"), "not faster than one can read");
    afterMillis(500);
    assertEquals("60 fps", text("fps"));
    rig.settings.netGraph = NetGraphLevel.OFF;
    rig.frame();
    assertFalse(visible("fps"));
  }

  @Test
  void theNetGraphSaysHowTheNetworkIs() {
    rig.state.net.roundTripMillis = 63.4f;
    rig.state.net.jitterMillis = 4;
    rig.state.net.lossDownPercent = 1.5f;
    rig.state.net.inputMarginMillis = 6.2f;
    rig.frame();
    assertFalse(visible("net-graph"));
    rig.settings.netGraph = NetGraphLevel.FIGURES;
    afterMillis(500);
    assertEquals("63 ms ± 4", text("net-path"));
    assertEquals("1.5 % down, 0.0 % up", text("net-loss"));
    assertEquals("6.2 ms early, 0.0 % missed", text("net-input"));
    assertFalse(visible("lagometer"));
    rig.settings.netGraph = NetGraphLevel.LAGOMETER;
    rig.frame();
    assertTrue(visible("lagometer"));
  }

  @Test
  void whoWatchesHasNoInput() {
    rig.settings.netGraph = NetGraphLevel.FIGURES;
    rig.state.spectating = true;
    afterMillis(500);
    assertFalse(visible("net-input"));
    assertEquals("not known yet", text("net-path"));
  }

  @Test
  void theResultSaysWhoWonAndWhatComes() {
    rig.state.phase = Phase.RESULTS;
    rig.state.remainingSeconds = 8;
    rig.state.verdict = "Ada won";
    rig.frame();
    assertEquals("Ada won", text("results-headline"));
    assertEquals("8 s", text("results-next"));
    assertEquals("2 | Grace  (you) | 14 | 14 | 4 | 25 ms", text("results-rows-1"));
    assertTrue(rig.ui.wantsPointer());
    rig.click("results-leave");
    assertEquals(List.of("leave"), rig.takeHeard());
    assertEquals(Screen.BROWSER, rig.ui.screen());
  }

  @Test
  void theWarmUpSaysWhatItWaitsFor() {
    rig.state.phase = Phase.WARM_UP;
    rig.state.remainingSeconds = 0;
    rig.frame();
    assertEquals("Warm-up: waiting for players", text("phase"));
    assertFalse(visible("time"));
    assertFalse(visible("standing"), "nothing counts yet");
    rig.state.remainingSeconds = 4;
    rig.frame();
    assertEquals("Warm-up: starts in 4 s", text("phase"));
    assertEquals("4", text("announcement"));
    rig.state.phase = Phase.PLAYING;
    rig.frame();
    assertFalse(visible("phase"));
    assertTrue(visible("time"));
  }

  @Test
  void overtimeSaysWhatEndsIt() {
    rig.state.phase = Phase.OVERTIME;
    rig.state.overtime = "Sudden death";
    rig.frame();
    assertEquals("Sudden death", text("phase"));
    assertTrue(visible("time"));
  }

  @Test
  void whatHappenedStandsThereForAMomentInItsColour() {
    assertFalse(visible("banner"));
    rig.state.banner = new HudState.Banner("GOAL", "Ada for Blue", 0x3D8BE8, rig.state.nowNanos);
    rig.state.remainingSeconds = 8;
    rig.frame();
    assertEquals("GOAL", text("banner-title"));
    assertEquals("Ada for Blue", text("banner-detail"));
    assertTrue(visible("banner"));
    assertFalse(visible("announcement"), "one at a time");
    afterMillis(2_300);
    assertFalse(visible("banner"));
    assertTrue(visible("announcement"));
  }

  @Test
  void aWordAloneGoesSooner() {
    rig.state.banner = new HudState.Banner("Go!", "", 0xFFFFFF, rig.state.nowNanos);
    rig.frame();
    assertTrue(visible("banner-title"));
    assertFalse(visible("banner-detail"));
    afterMillis(1_200);
    assertFalse(visible("banner"));
  }

  @Test
  void teamsStandAtTheTopAndOnTheScoreboardTogether() {
    Rig teams = new Rig(new PaperCanvas(), Samples.teams());
    teams.ui.show(Screen.GAME);
    teams.press(Key.TAB);
    teams.ui.key(Key.TAB, true, false);
    teams.frame();
    assertEquals("Blue  2", teams.widget("team-1").text());
    assertEquals("3  Orange", teams.widget("team-2").text());
    assertEquals("12 points  ·  Blue team", teams.widget("standing").text());
    assertEquals("Orange team | 3", teams.widget("scoreboard-0").text());
    assertEquals("1 | Ada | 15 | 15 | 3 | 18 ms", teams.widget("scoreboard-1").text());
    assertEquals("Blue team | 2", teams.widget("scoreboard-5").text());
    assertEquals("1 | Grace  (you) | 14 | 14 | 4 | 25 ms", teams.widget("scoreboard-6").text());
    teams.state.scoreboard.removeFirst();
    teams.frame();
    assertEquals("1 | Linus | 13 | 13 | 5 | bot", teams.widget("scoreboard-1").text());
  }

  @Test
  void withoutTeamsNoTeamIsWritten() {
    assertFalse(visible("teams"));
  }

  @Test
  void theScoreboardHasTheColumnsThatTheGameCounts() {
    rig.ui.key(Key.TAB, true, false);
    rig.frame();
    assertEquals(" | Player | Score | Kills | Deaths | Ping", text("scoreboard-head"));
    rig.state.countNames = List.of();
    rig.state.scoreboard.clear();
    rig.state.scoreboard.add(new HudState.ScoreRow(0, "Ada", 0, 0, 7, List.of(), 12, false, false));
    rig.frame();
    assertEquals(" | Player | Score | Ping", text("scoreboard-head"));
    assertEquals("1 | Ada | 7 | 12 ms", text("scoreboard-0"));
    assertFalse(visible("scoreboard-1"));
  }

  @Test
  void whatAGameDoesNotHaveIsNotShown() {
    rig.state.hasHealth = false;
    rig.frame();
    assertFalse(visible("health"));
    assertTrue(visible("gauge-boost"));
    rig.state.gauges.clear();
    rig.frame();
    assertFalse(visible("vitals"));
  }

  @Test
  void whoCannotAimHasNoCrosshair() {
    afterMillis(1_000); // the marks of a hit are lines, too
    int lines = ((PaperCanvas) rig.canvas).lines;
    rig.state.aims = false;
    rig.frame();
    assertEquals(lines - 8, ((PaperCanvas) rig.canvas).lines, "four strokes and their shadows");
  }

  @Test
  void aChargedRailIsMarked() {
    assertFalse(visible("charged"));
    rig.state.charged = true;
    rig.frame();
    assertTrue(visible("charged"));
  }

  @Test
  void theVerdictIsTheGames() {
    rig.state.phase = Phase.RESULTS;
    rig.state.verdict = "Draw";
    rig.frame();
    assertEquals("Draw", text("results-headline"));
  }

  private static HudState.ScoreRow row(
      int seat, String name, int score, int kills, int deaths, int pingMillis, boolean self) {
    return new HudState.ScoreRow(
        seat, name, 0, 0, score, List.of(kills, deaths), pingMillis, false, self);
  }
}
