package ringmaster.server.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringmaster.server.session.MatchView;
import ringmaster.server.transport.ControlTransport;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.ControlMessage.Info;
import ringmaster.shared.protocol.ControlMessage.MatchInfo;
import ringmaster.shared.protocol.Limits;

class InfoDeskTest {
  private static final long SECOND = 1_000_000_000L;

  private record Stranger(String remoteAddress) implements ControlTransport.Connection {
    @Override
    public boolean trusted() {
      return false;
    }

    @Override
    public boolean sameProcess() {
      return false;
    }

    @Override
    public boolean send(ControlMessage.FromServer message) {
      return true;
    }

    @Override
    public void close() {}
  }

  private final InfoDesk desk = new InfoDesk(9);

  private static MatchSummary match(int id, int players, MatchView.Stage stage) {
    return new MatchSummary(id, "skirmish", "yard", 8, players, 0, 0, true, stage);
  }

  private static List<Integer> ids(Info info) {
    return info.matches().stream().map(MatchInfo::id).toList();
  }

  @Test
  void openMatchesComeFirstAndTheFullestOfThem() {
    Info info =
        desk.info(
            List.of(
                match(1, 8, MatchView.Stage.RUNNING),
                match(2, 0, MatchView.Stage.RUNNING),
                match(3, 7, MatchView.Stage.RUNNING),
                match(4, 7, MatchView.Stage.BUILDING)));
    assertEquals(List.of(3, 4, 2, 1), ids(info));
  }

  @Test
  void failedMatchesAreNotNamed() {
    Info info =
        desk.info(
            List.of(match(1, 1, MatchView.Stage.FAILED), match(2, 1, MatchView.Stage.RUNNING)));
    assertEquals(List.of(2), ids(info));
    assertEquals(1, info.matchesTotal());
  }

  @Test
  void thereMayBeMoreMatchesThanAreNamed() {
    Info info =
        desk.info(
            IntStream.rangeClosed(1, 100)
                .mapToObj(id -> match(id, 0, MatchView.Stage.RUNNING))
                .toList());
    assertEquals(100, info.matchesTotal());
    assertEquals(Limits.MAX_INFO_MATCHES, info.matches().size());
  }

  @Test
  void theAnswerIsMadeOncePerSummaries() {
    List<MatchSummary> matches = List.of(match(1, 0, MatchView.Stage.RUNNING));
    assertSame(desk.info(matches), desk.info(matches));
  }

  @Test
  void moreAddressesThanAreRememberedHaveToWait() {
    for (int i = 0; i < 4096; i++) {
      assertTrue(desk.admits(new Stranger("s" + i), 0));
    }
    Stranger late = new Stranger("late");
    assertFalse(desk.admits(late, 0));
    assertTrue(desk.admits(new Stranger("s7"), 0));
    assertTrue(desk.admits(late, 5 * SECOND));
  }
}
