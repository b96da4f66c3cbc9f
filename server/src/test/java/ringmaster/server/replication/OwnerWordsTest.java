package ringmaster.server.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import ringmaster.server.match.Match;
import ringmaster.server.session.MatchView;
import ringmaster.server.session.Seating;
import ringmaster.server.session.Session;
import ringmaster.server.session.SessionTable;
import ringmaster.shared.body.BodyWords;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.time.TickRate;

/** A player's own words are in the snapshots that need them, and in few others. */
final class OwnerWordsTest {
  private static final TickRate RATE = new TickRate(60);
  private static final int OWN = 0;

  /** Until an ack is back. */
  private static final int ROUND_TRIP_TICKS = 6;

  private static final long IN_CIRCLES = Command.of(60, 127, 0, 0);

  /** One player of a match, over a network that loses nothing. */
  private static final class Player {
    private final SnapshotScratch scratch = new SnapshotScratch();
    private final Rng rng = new Rng(5);
    private final Match match;
    private final HostedMatch hosted;
    private final Session session;
    private final Viewer viewer;
    private int tick;

    Player(int players, boolean bare) {
      Game game = Objects.requireNonNull(Games.installed().find("skirmish"));
      MatchSettings settings =
          new MatchSettings("skirmish", "yard", players, RATE, 600, 3).with(MatchTimer.WARM_UP, 0);
      GameMap map = new GameMaps().load(game, "yard");
      match = new Match(1, game, settings, bare ? withoutProps(map) : map);
      MatchView view = new MatchView(1);
      view.run(0);
      hosted = new HostedMatch(match, view, 0, new ReplicationSettings(RATE, 60, 64_000), null);
      SessionTable sessions = new SessionTable(rng::nextLong);
      for (int seat = 0; seat < players; seat++) {
        match.join(seat);
      }
      session =
          Objects.requireNonNull(
              sessions.open("Ann", false, 0, new Seating(view, OWN, 0), new TickRate(60), 0));
      session.heard(new InetSocketAddress(1), 0, 0);
      hosted.attach(session.seating(), session);
      viewer = Objects.requireNonNull(hosted.viewer(OWN));
    }

    private static GameMap withoutProps(GameMap map) {
      return new GameMap(
          map.name(),
          map.sizeMeters(),
          map.walls(),
          map.spawns(),
          map.goals(),
          List.of(),
          map.sha256());
    }

    /** A tick with a command of the player's own. Returns whether its snapshot has the words. */
    private boolean play(long command) {
      match.accept(OWN, tick, 0, command);
      return tick();
    }

    private boolean tick() {
      for (int seat = 1; seat < match.settings().maxPlayers(); seat++) {
        match.accept(seat, tick, 0, rng.nextLong() & 0xF_FFFF_FFFFL);
      }
      match.step(Workers.ALONE);
      hosted.capture();
      if (tick >= ROUND_TRIP_TICKS) {
        session.acknowledge(0, tick - ROUND_TRIP_TICKS, -1);
      }
      assertTrue(viewer.comesDue());
      assertTrue(viewer.seal(viewer.draft(scratch)) > 0);
      tick++;
      return scratch.draft.header.withWords;
    }

    private int snapshotsWithWords(int ticks) {
      int count = 0;
      for (int i = 0; i < ticks; i++) {
        count += play(IN_CIRCLES) ? 1 : 0;
      }
      return count;
    }
  }

  @Test
  void theFirstSnapshotsHaveThemUntilOneIsAcknowledged() {
    Player player = new Player(1, true);
    for (int i = 0; i < ROUND_TRIP_TICKS; i++) {
      assertTrue(player.play(IN_CIRCLES), "snapshot " + i);
    }
    assertFalse(player.play(IN_CIRCLES));
  }

  @Test
  void aTankThatOnlyDrivesIsToldThemOnceASecond() {
    Player player = new Player(1, true);
    player.snapshotsWithWords(60);
    assertEquals(10, player.snapshotsWithWords(600));
  }

  @Test
  void aTankThatIsTouchedOrPushedIsToldAtOnce() {
    Player player = new Player(16, false);
    int touched = 0;
    int spared = 0;
    for (int i = 0; i < 6_000; i++) {
      boolean told = player.play(player.rng.nextLong() & 0xF_FFFF_FFFFL);
      int[] words = player.scratch.draft.header.ownerWords;
      if (BodyWords.alive(words, 0) && BodyWords.contactAgeTicks(words, 0) == 0) {
        assertTrue(told, "tick " + i);
        touched++;
      }
      spared += told ? 0 : 1;
    }
    assertTrue(touched > 100, "touched " + touched);
    assertTrue(spared > 1_000, "spared " + spared);
  }

  @Test
  void aTickWithoutItsCommandIsFollowedByThemUntilOneIsAcknowledged() {
    Player player = new Player(1, true);
    player.snapshotsWithWords(100);
    assertFalse(player.play(IN_CIRCLES));
    for (int i = 0; i < ROUND_TRIP_TICKS; i++) {
      assertTrue(i == 0 ? player.tick() : player.play(IN_CIRCLES), "snapshot " + i);
    }
    assertFalse(player.play(IN_CIRCLES));
  }

  @Test
  void whoWantsThemHasThemUntilItDoesNot() {
    Player player = new Player(1, true);
    player.snapshotsWithWords(100);
    assertFalse(player.play(IN_CIRCLES));
    player.session.wordsWanted(true);
    assertEquals(30, player.snapshotsWithWords(30));
    player.session.wordsWanted(false);
    assertFalse(player.play(IN_CIRCLES));
  }

  @Test
  void whoLostTrackIsToldThemAnew() {
    Player player = new Player(1, true);
    player.snapshotsWithWords(100);
    assertFalse(player.play(IN_CIRCLES));
    player.session.view(1);
    assertTrue(player.play(IN_CIRCLES));
  }

  @Test
  void theCheckIsOfWhatTheWordsWouldHaveBeen() {
    Player player = new Player(1, true);
    player.snapshotsWithWords(100);
    assertFalse(player.play(IN_CIRCLES));
    int[] words = new int[player.match.ownerWords()];
    player.match.copyOwnerWords(OWN, words);
    assertTrue(BodyWords.alive(words, 0));
    for (int i = 0; i < words.length; i++) {
      assertEquals(words[i], player.scratch.draft.header.ownerWords[i], "word " + i);
    }
  }
}
