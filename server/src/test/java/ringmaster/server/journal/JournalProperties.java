package ringmaster.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

/** Random traffic on a disk with random faults; each run is a function of its printed seed. */
class JournalProperties {
  private static final int TURNS = 5_000;

  private final FaultyDisk disk = new FaultyDisk();
  private final List<String> published = new ArrayList<>();
  private final List<Long> sequences = new ArrayList<>();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void whatIsReadBackIsWhatWasPublishedExceptForTheGaps(long seed) throws IOException {
    Rng rng = new Rng(seed);
    JournalRig rig = run(rng);
    calm();
    rig.turns(2_000);
    rig.close();
    assertEquals(published.size(), rig.state.records() + rig.state.lostRecords());
    assertMatches(published.size());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void whatWasSyncedSurvivesAPowerCut(long seed) throws IOException {
    Rng rng = new Rng(seed);
    JournalRig rig = run(rng);
    disk.crash(rng);
    long lastSequence = assertMatches(0);
    assertTrue(lastSequence >= rig.state.syncedSequence());
  }

  private JournalRig run(Rng rng) throws IOException {
    JournalRig rig = new JournalRig(disk, 20_000);
    for (int turn = 0; turn < TURNS; turn++) {
      for (int i = rng.nextInt(4); i > 0; i--) {
        publish(rig, rng);
      }
      arm(rng);
      rig.turn();
      assertEquals(rig.ring.capacity(), rig.ring.remainingCapacity());
    }
    return rig;
  }

  private void publish(JournalRig rig, Rng rng) {
    int serverTick = published.size();
    long sequence =
        rng.nextInt(4) == 0
            ? rig.publishHashes(serverTick, rng.nextInt(60))
            : rig.publishTick(serverTick);
    sequences.add(sequence);
    published.add(
        sequence
            + " "
            + rig.record.kind()
            + " "
            + rig.record.serverTick()
            + " "
            + rig.record.length());
  }

  /** No failing syncs: what they leave is damage, not a fault to be survived. */
  private void arm(Rng rng) {
    switch (rng.nextInt(400)) {
      case 0 -> disk.stall(rng.nextInt(1_500));
      case 1 -> disk.failAppends(rng.nextInt(4));
      case 2 -> disk.failCreates(rng.nextInt(4));
      case 3 -> disk.shorten(1 + rng.nextInt(200));
      case 4 -> disk.fullAfter(rng.nextInt(5_000));
      case 5, 6, 7, 8, 9, 10 -> calm();
      default -> {}
    }
  }

  private void calm() {
    disk.stall(0)
        .failAppends(0)
        .failCreates(0)
        .shorten(Integer.MAX_VALUE)
        .fullAfter(Long.MAX_VALUE);
  }

  /** Compares the journal with what was published, and returns its last sequence. */
  private long assertMatches(int minRecords) throws IOException {
    List<String> expected = new ArrayList<>();
    int next = 0;
    List<String> story = JournalRig.story(disk);
    for (String line : story) {
      if (line.startsWith("gap ")) {
        expected.add(line);
        next = afterGap(line, next);
      } else {
        expected.add(published.get(next++));
      }
    }
    assertEquals(expected, story);
    assertTrue(next >= minRecords);
    return next == 0 ? JournalState.NONE : sequences.get(next - 1);
  }

  private int afterGap(String line, int next) {
    String[] words = line.split("[ .]+");
    assertEquals(sequences.get(next), Long.parseLong(words[1]));
    int after = next + Integer.parseInt(words[4]);
    assertEquals(sequences.get(after - 1), Long.parseLong(words[2]));
    return after;
  }
}
