package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
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
      for (MatchSummary match : server.core.control().directory().summaries()) {
        assertEquals(8, match.bots());
        assertTrue(match.id() > 2, "the first matches were followed by others");
      }
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
