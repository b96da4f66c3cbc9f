package ringmaster.server.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ringmaster.server.match.Match;
import ringmaster.server.session.MatchView;
import ringmaster.server.session.Seating;
import ringmaster.server.session.Session;
import ringmaster.server.session.SessionTable;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.time.TickRate;

/** A player is never sent more than its budget, whatever it acknowledges. */
class ViewerProperties {
  /** How a player acknowledges. */
  enum Acks {
    HONEST,
    NEVER,
    FUTURE,
    RANDOM,
    ANCIENT,
    ANOTHER_VIEW_EACH_TIME,
    HONEST_AND_ALWAYS_WANTING_WORDS,
    /** Honest, but two in five snapshots do not arrive. */
    LOSSY,
    /** Each of the others for a while. */
    CHANGING
  }

  private static final int CHANGING_KINDS = Acks.values().length - 1;
  private static final int TICKS = 600;
  private static final int PLAYERS = 16;
  private static final int SEEDS = 3;

  private final SnapshotScratch scratch = new SnapshotScratch();
  private Rng rng = new Rng(3);

  /** What arrived lately, as the mask of acks has it. */
  private long arrived;

  private void acknowledge(Acks acks, Session session, int tick) {
    switch (acks) {
      case HONEST -> session.acknowledge(0, tick, -1);
      case NEVER -> {}
      case FUTURE -> session.acknowledge(0, tick + 1 + rng.nextInt(1_000), -1);
      case RANDOM -> session.acknowledge(0, tick - rng.nextInt(300) + 2, (int) rng.nextLong());
      case ANCIENT -> session.acknowledge(0, Math.max(-1, tick - 200), -1);
      case ANOTHER_VIEW_EACH_TIME -> {
        session.view(tick % 16);
        session.acknowledge(0, tick, -1);
      }
      case HONEST_AND_ALWAYS_WANTING_WORDS -> {
        session.wordsWanted(true);
        session.acknowledge(0, tick, -1);
      }
      case LOSSY -> acknowledgeSome(session, tick);
      case CHANGING -> acknowledge(Acks.values()[tick / 80 % CHANGING_KINDS], session, tick);
    }
  }

  private void acknowledgeSome(Session session, int tick) {
    boolean arrives = rng.nextBoolean(0.6f);
    arrived = arrived << 1 | (arrives ? 1 : 0);
    if (arrives) {
      session.acknowledge(0, tick, (int) (arrived >>> 1));
    }
  }

  /** Bytes sent in each tick. */
  private int[] play(Acks acks, int bytesPerSecond, int snapshotHz) {
    Game game = Objects.requireNonNull(Games.installed().find("skirmish"));
    TickRate rate = new TickRate(60);
    MatchSettings settings = new MatchSettings("skirmish", "quarry", PLAYERS, rate, 600, 1);
    Match match = new Match(1, game, settings, new GameMaps().load(game, "quarry"));
    MatchView view = new MatchView(1);
    view.run(0);
    HostedMatch hosted =
        new HostedMatch(
            match, view, 0, new ReplicationSettings(rate, snapshotHz, bytesPerSecond), null);
    SessionTable sessions = new SessionTable(rng::nextLong);
    for (int seat = 0; seat < PLAYERS; seat++) {
      match.join(seat);
    }
    Session session =
        Objects.requireNonNull(
            sessions.open("Ann", false, 0, new Seating(view, 0, 0), new TickRate(60), 0));
    session.heard(new InetSocketAddress(1), 0, 0);
    hosted.attach(session.seating(), session);
    int[] sent = new int[TICKS];
    for (int tick = 0; tick < TICKS; tick++) {
      for (int seat = 0; seat < PLAYERS; seat++) {
        match.accept(seat, tick, 0, rng.nextLong() & 0xF_FFFF_FFFFL);
      }
      match.step(Workers.ALONE);
      hosted.capture();
      Viewer viewer = Objects.requireNonNull(hosted.viewer(0));
      if (viewer.comesDue()) {
        sent[tick] = viewer.seal(viewer.draft(scratch));
        viewer.adaptRate();
      }
      acknowledge(acks, session, tick);
    }
    return sent;
  }

  private static void assertWithin(int[] sent, int bytesPerSecond) {
    for (int first = 0; first < sent.length; first++) {
      long sum = 0;
      for (int last = first; last < sent.length; last++) {
        assertTrue(sent[last] <= Limits.MAX_DATAGRAM_BYTES);
        sum += sent[last];
        // What the stretch earned, and a quarter second's saving from before.
        long budget = (long) bytesPerSecond * (last - first + 1) / 60 + bytesPerSecond / 4;
        assertTrue(sum <= budget, sum + " bytes in ticks " + first + ".." + last);
      }
    }
  }

  private static long count(int[] sent) {
    long count = 0;
    for (int bytes : sent) {
      count += bytes > 0 ? 1 : 0;
    }
    return count;
  }

  @ParameterizedTest
  @EnumSource(Acks.class)
  void noAcknowledgementBuysMoreThanTheBudget(Acks acks) {
    for (int bytesPerSecond : new int[] {12_000, 20_000, 64_000}) {
      for (int seed = 1; seed <= SEEDS; seed++) {
        rng = new Rng(seed);
        int[] sent = play(acks, bytesPerSecond, 60);
        assertWithin(sent, bytesPerSecond);
        assertTrue(count(sent) > TICKS / 8, count(sent) + " snapshots, seed " + seed);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"60, 600", "30, 300", "20, 200", "10, 100"})
  void whoAcknowledgesGetsItsRate(int snapshotHz, int expected) {
    assertEquals(expected, count(play(Acks.HONEST, 32_000, snapshotHz)));
  }

  @ParameterizedTest
  @CsvSource({"NEVER", "FUTURE"})
  void whoAcknowledgesNothingGetsASixthAfterASecond(Acks acks) {
    int[] sent = play(acks, 64_000, 60);
    assertEquals(60 + (TICKS - 60) / 6, count(sent), 2);
  }

  @Test
  void whoLosesMuchIsSentFewer() {
    long sent = count(play(Acks.LOSSY, 64_000, 60));
    assertTrue(sent < TICKS / 2, sent + " snapshots");
    assertTrue(sent > TICKS / 8, sent + " snapshots");
  }

  @Test
  void theLeastBudgetStillCarriesTheHeader() {
    int least = ReplicationSettings.MIN_BYTES_PER_SNAPSHOT * 60;
    int[] sent = play(Acks.HONEST, least, 60);
    assertTrue(count(sent) > TICKS / 8, count(sent) + " snapshots");
    assertWithin(sent, least);
  }
}
