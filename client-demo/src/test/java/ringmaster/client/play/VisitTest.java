package ringmaster.client.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringmaster.client.bot.Level;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.NetcodeSwitches;
import ringmaster.client.hud.HudState;
import ringmaster.client.hud.Screen;
import ringmaster.client.hud.Ui;
import ringmaster.client.input.Controls;
import ringmaster.client.practice.PracticeServer;
import ringmaster.client.settings.Settings;
import ringmaster.client.widget.PaperCanvas;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.time.SystemClock;

/** From asking for a seat to leaving it, on a real server. */
final class VisitTest {
  private static final int ATTEMPTS = 1_000;

  private final Games games = Games.installed();
  private final Settings settings = new Settings();
  private final HudState hud = new HudState();
  private final Ui ui =
      new Ui(
          settings,
          List::of,
          games,
          new PaperCanvas(),
          new NoClipboard(),
          NetworkProfile.NONE,
          new NetcodeSwitches(),
          new DeafUiListener());
  private final Visit visit =
      new Visit(
          new Visit.Outfit(
              ui,
              hud,
              new Controls(settings, Map.of(), action -> {}),
              settings,
              new GameCatalog(games, new GameMaps()::load),
              new SystemClock(),
              new NetcodeSwitches(),
              () -> 16),
          (order, level) -> new PracticeServer(games, order, "", Instant.EPOCH),
          "Ada",
          NetworkProfile.NONE);
  private PracticeServer server;

  @BeforeEach
  void serve() throws IOException {
    server = new PracticeServer(games, new MatchOrder(new Skirmish(), null, 2), "", Instant.EPOCH);
  }

  @AfterEach
  void stop() {
    visit.close();
    server.close();
  }

  private void awaitMatch() throws InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS && visit.match() == null; attempt++) {
      visit.follow();
      Thread.sleep(10);
    }
    assertEquals("", visit.failure());
    assertEquals(Screen.GAME, ui.screen());
  }

  @Test
  void onlyAServerThatLetThePlayerInIsRemembered() throws InterruptedException {
    visit.join(server.address(), "", 0, false);
    assertFalse(visit.joinedRemote(), "it only asks as yet");
    awaitMatch();
    assertTrue(visit.joinedRemote());
    visit.end();
    visit.join("no address at all", "", 0, false);
    assertFalse(visit.joinedRemote(), "this is another one");
    assertEquals(Screen.BROWSER, ui.screen());
  }

  @Test
  void aPracticeServerIsNotRemembered() throws InterruptedException {
    visit.practice(new MatchOrder(new Skirmish(), null, 2), Level.EASY);
    awaitMatch();
    assertFalse(visit.joinedRemote());
  }
}
