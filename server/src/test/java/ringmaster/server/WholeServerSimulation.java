package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringmaster.server.ingress.MatchSummary;
import ringmaster.server.journal.FileDisk;
import ringmaster.server.recovery.JournalReplay;

/** Whole servers under one seed: live, replayed, replayed on other worker counts. */
class WholeServerSimulation {
  private static JournalReplay.Result replay(Path directory, int workers) throws IOException {
    return WholeServer.replay(new FileDisk(directory), WholeServer.GAMES, workers);
  }

  private static JournalReplay.Result play(Path directory, int workers, long seed)
      throws IOException {
    try (WholeServer server = new WholeServer(2, 9, 20, workers, new FileDisk(directory), seed)) {
      server.fill(8, seed + 1);
      server.run(45);
      assertEquals(16, server.core.sessions().size());
      List<MatchSummary> matches = server.core.control().directory().summaries();
      for (MatchSummary match : matches) {
        assertEquals(8, match.bots());
      }
      // Not all must have ended: one that is undecided goes into overtime.
      assertTrue(matches.stream().anyMatch(match -> match.id() > 2), "none has a successor");
    }
    return replay(directory, 0);
  }

  @Test
  void aReplayHasTheHashesOfTheLiveServerForEveryWorkerCount(@TempDir Path directory)
      throws IOException {
    JournalReplay.Result first = play(directory, 0, 7);
    assertNull(first.firstDifference());
    assertTrue(first.hashesCompared() > 5_000, first.toString());
    for (int workers : new int[] {1, 2, 4}) {
      assertEquals(first, replay(directory, workers));
    }
  }

  @Test
  void oneSeedGivesOneServer(@TempDir Path one, @TempDir Path two, @TempDir Path other)
      throws IOException {
    JournalReplay.Result first = play(one, 0, 11);
    assertEquals(first, play(two, 2, 11));
    assertTrue(first.digest() != play(other, 0, 12).digest());
  }
}
