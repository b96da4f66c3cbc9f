package ringmaster.client.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.Invite;
import ringmaster.client.practice.PracticeServer;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.time.Clock;
import ringmaster.shared.time.SystemClock;

/** A stay on a real server. */
final class PlaySessionTest {
  private static final int ATTEMPTS = 1_000;
  private static final int POLL_MILLIS = 10;

  private final Games games = Games.installed();
  private final GameCatalog catalog = new GameCatalog(games, new GameMaps()::load);
  private final Clock clock = new SystemClock();
  private PracticeServer server;

  @BeforeEach
  void serve() throws IOException {
    server = new PracticeServer(games, new MatchOrder(new Skirmish(), null, 2), "", Instant.EPOCH);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PlaySession join(PlaySession.CommandSource commands) throws IOException {
    Invite invite = Invite.parse(server.address());
    return new PlaySession(
        new PlaySession.Target(invite, "Ada", "", false, NetworkProfile.NONE),
        commands,
        catalog,
        clock);
  }

  private static void await(PlaySession session, Predicate<PlaySession> condition)
      throws InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      synchronized (session) {
        if (condition.test(session)) {
          return;
        }
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new AssertionError("it did not come to that");
  }

  private static boolean plays(PlaySession session) {
    GameClient client = session.client();
    return client != null && client.state() == GameClient.State.PLAYING;
  }

  @Test
  void anErrorOfItsThreadEndsItAndIsTold() throws Exception {
    try (PlaySession session =
        join(() -> {
          throw new IllegalStateException("a broken hand");
        })) {
      await(session, it -> !it.fault().isEmpty());
      assertTrue(session.fault().contains("a broken hand"), session.fault());
      await(session, it -> state(it) == GameClient.State.CLOSED);
    }
  }

  private static GameClient.State state(PlaySession session) {
    return Objects.requireNonNull(session.client()).state();
  }

  @Test
  void aMatchThatJustBeganIsNotSilent() throws Exception {
    long before = clock.nanoTime();
    try (PlaySession session = join(() -> Command.NEUTRAL)) {
      await(session, PlaySessionTest::plays);
      synchronized (session) {
        long now = clock.nanoTime();
        double silentSeconds =
            Objects.requireNonNull(session.client()).figures().silentSeconds(now);
        assertTrue(silentSeconds < (now - before) / 1e9, "since the match began");
      }
    }
  }

  @Test
  void closingLeaves() throws Exception {
    PlaySession session = join(() -> Command.NEUTRAL);
    await(session, PlaySessionTest::plays);
    session.close();
    assertEquals(GameClient.State.CLOSED, state(session));
    assertEquals("", session.fault());
  }
}
