package ringmaster.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.TickRate;

class SessionTableTest {
  private static final Seating SEATING = new Seating(new MatchView(1), 0, 0);

  private static @Nullable Session open(SessionTable table) {
    return table.open("Ann", false, 0, SEATING, new TickRate(60), 0);
  }

  @Test
  void aTableHoldsSoManySessionsAndNoMore() {
    SessionTable table = new SessionTable(new Rng(1)::nextLong);
    Set<Long> ids = new HashSet<>();
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < SessionTable.MAX_SESSIONS; i++) {
      Session session = Objects.requireNonNull(open(table));
      sessions.add(session);
      assertTrue(ids.add(session.id()));
      assertEquals(i + 1, session.number());
    }
    assertNull(open(table));
    assertEquals(SessionTable.MAX_SESSIONS, table.size());
    for (Session session : sessions) {
      assertSame(session, table.find(session.id()));
      assertSame(session, table.findByNumber(session.number()));
    }
    sessions.forEach(table::close);
    assertEquals(0, table.size());
    assertNull(table.find(sessions.getFirst().id()));
    assertNull(table.findByNumber(1));
    assertEquals(SessionTable.MAX_SESSIONS + 1, Objects.requireNonNull(open(table)).number());
  }

  @Test
  void randomIdsFindNobody() {
    SessionTable table = new SessionTable(new Rng(2)::nextLong);
    for (int i = 0; i < 1_000; i++) {
      open(table);
    }
    Rng stranger = new Rng(3);
    for (int i = 0; i < 1_000_000; i++) {
      assertNull(table.find(stranger.nextLong()));
    }
  }

  @Test
  void anIdThatSharesItsCellWithAnotherFindsNobody() {
    SessionTable table = new SessionTable(() -> 0x1234_5678_9ABC_DEF0L);
    Session session = Objects.requireNonNull(open(table));
    assertSame(session, table.find(0x1234_5678_9ABC_DEF0L));
    assertNull(table.find(0x1234_5678_9ABD_DEF0L));
    assertNull(table.find(0xDEF0L));
  }

  @Test
  void anIdWhoseCellIsTakenIsDrawnAgain() {
    long[] ids = {5, 5, 5 + (1 << 16), 6};
    int[] drawn = {0};
    SessionTable table = new SessionTable(() -> ids[drawn[0]++]);
    Session first = Objects.requireNonNull(open(table));
    Session second = Objects.requireNonNull(open(table));
    assertEquals(5, first.id());
    assertEquals(6, second.id());
    assertSame(first, table.find(5));
  }

  @Test
  void closingTwiceLeavesTheSuccessorAlone() {
    SessionTable table = new SessionTable(() -> 5);
    Session first = Objects.requireNonNull(open(table));
    table.close(first);
    Session second = Objects.requireNonNull(open(table));
    table.close(first);
    assertSame(second, table.find(5));
    assertEquals(1, table.size());
  }
}
