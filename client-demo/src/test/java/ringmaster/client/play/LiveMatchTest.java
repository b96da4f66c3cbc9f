package ringmaster.client.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.Invite;
import ringmaster.client.connection.NetcodeSwitches;
import ringmaster.client.hud.HudState;
import ringmaster.client.input.Controls;
import ringmaster.client.practice.PracticeServer;
import ringmaster.client.scene.SceneFrame;
import ringmaster.client.scene.SoundCues;
import ringmaster.client.settings.Settings;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.time.Clock;
import ringmaster.shared.time.SystemClock;

/** The first second of a match on a real server, frame by frame. */
final class LiveMatchTest {
  private static final long ALIVE_NANOS = 300_000_000;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Clock clock = new SystemClock();
  private final HudState hud = new HudState();
  private final Settings settings = new Settings();
  private final Controls controls = new Controls(settings, Map.of(), action -> {});
  private final SceneFrame frame = new SceneFrame();
  private @Nullable LiveMatch match;
  private int framesBeforeTheBody;
  private long aliveNanos;

  @Test
  void itBeginsWithoutAWarningOrAWound() throws Exception {
    NetworkProfile far = NetworkProfile.parse("latency=150ms");
    try (PracticeServer server =
            new PracticeServer(
                Games.installed(), new MatchOrder(new Skirmish(), null, 2), "", Instant.EPOCH);
        PlaySession session =
            new PlaySession(
                new PlaySession.Target(Invite.parse(server.address()), "Ada", "", false, far),
                controls::takeCommand,
                new GameCatalog(Games.installed(), new GameMaps()::load),
                clock)) {
      long startNanos = clock.nanoTime();
      long now = startNanos;
      while (aliveNanos == 0 || now - aliveNanos < ALIVE_NANOS) {
        Thread.sleep(2);
        now = clock.nanoTime();
        assertTrue(now - startNanos < PATIENCE_NANOS, "a body comes");
        synchronized (session) {
          look(session, now);
        }
      }
      assertTrue(framesBeforeTheBody > 0, "it has been looked at before the first snapshot");
    }
  }

  private void look(PlaySession session, long now) {
    GameClient client = session.client();
    if (client == null || client.play() == null) {
      return;
    }
    if (match == null) {
      match =
          new LiveMatch(session, client.play(), hud, controls, settings, new NetcodeSwitches(), 64);
    }
    match.build(now, 0.002f, frame, new SoundCues());
    assertEquals("", hud.networkWarning);
    assertFalse(hud.destroyed);
    if (hud.alive) {
      aliveNanos = aliveNanos == 0 ? now : aliveNanos;
      assertEquals(1, hud.health, "a new tank is whole");
    } else {
      framesBeforeTheBody++;
    }
  }
}
