package ringmaster.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.server.journal.JournalState.Durability;

class JournalFaultTest {
  private final FaultyDisk disk = new FaultyDisk();

  /** Publishes ticks until the stalled disk has cost some of them. */
  private static int loseSome(JournalRig rig, int firstTick) {
    int tick = firstTick;
    while (rig.state.lostRecords() < 10) {
      rig.publishTick(tick++);
      rig.turn();
      assertEquals(rig.ring.capacity(), rig.ring.remainingCapacity());
    }
    return tick;
  }

  @Test
  void aStalledDiskCostsRecordsButNeverFillsTheRing() throws IOException {
    JournalRig rig = new JournalRig(disk.stall(Integer.MAX_VALUE));
    int lostFrom = loseSome(rig, 0) - 10;
    assertEquals(Durability.NOT_DURABLE, rig.state.durability());
    assertTrue(rig.state.isLosing());

    disk.stall(0);
    rig.turns(3);
    rig.publishTick(9_999);
    rig.turn();
    assertFalse(rig.state.isLosing());
    assertEquals(1, rig.state.gaps());
    List<String> story = JournalRig.story(disk);
    assertEquals(
        List.of(
            (lostFrom - 1) + " TICK " + (lostFrom - 1) + " 16",
            "gap " + lostFrom + ".." + (lostFrom + 9) + " of 10",
            (lostFrom + 10) + " TICK 9999 16"),
        story.subList(story.size() - 3, story.size()));
    assertEquals(10, JournalRig.summary(disk).lostRecords());
  }

  @Test
  void aGapLastsUntilItIsDeclaredHarmless() throws IOException {
    JournalRig rig = new JournalRig(disk.stall(Integer.MAX_VALUE));
    int nextTick = loseSome(rig, 0);
    disk.stall(0);
    rig.turns(3);
    assertEquals(Durability.NOT_DURABLE, rig.state.durability());
    assertEquals(nextTick - 1, rig.state.gapLastSequence());
    assertFalse(rig.state.declareDurable(rig.state.gapLastSequence() - 1));
    assertEquals(Durability.NOT_DURABLE, rig.state.durability());
    assertTrue(rig.state.declareDurable(rig.state.gapLastSequence()));
    assertEquals(Durability.DURABLE, rig.state.durability());
  }

  @Test
  void aSecondGapNeedsASecondDeclaration() throws IOException {
    JournalRig rig = new JournalRig(disk.stall(Integer.MAX_VALUE));
    loseSome(rig, 0);
    long seenGap = rig.state.gapLastSequence();
    rig.publishTick(5_000);
    rig.turn();
    assertFalse(rig.state.declareDurable(seenGap));
    assertEquals(Durability.NOT_DURABLE, rig.state.durability());
  }

  @Test
  void nobodyWaitsForRecordsThatAreLost() throws IOException {
    JournalRig rig = new JournalRig(disk.stall(Integer.MAX_VALUE));
    loseSome(rig, 0);
    // This clock stands still, so that only the open gap can end the wait.
    JournalBarrier barrier = rig.journal.threadedBarrier(() -> 0, () -> {}, () -> {});
    assertFalse(barrier.await(rig.ring.cursor(), Long.MAX_VALUE));
  }

  @Test
  void aFullDiskThatIsClearedInTimeCostsNothing() throws IOException {
    JournalRig rig = new JournalRig(disk.fullAfter(1_000));
    for (int tick = 0; tick < 500; tick++) {
      rig.publishTick(tick);
      rig.turn();
    }
    assertEquals(Durability.NOT_DURABLE, rig.state.durability());
    assertEquals(
        "cannot write journal-0000000002.rj: No space left on device", rig.state.lastFailure());
    assertTrue(rig.state.failures() > 1);

    disk.fullAfter(Long.MAX_VALUE);
    rig.turns(1_000);
    assertEquals(Durability.DURABLE, rig.state.durability());
    JournalReader.Summary summary = JournalRig.summary(disk);
    assertEquals(500, summary.records());
    assertEquals(0, summary.gaps());
    assertEquals(2, summary.segments());
  }

  @Test
  void aFullDiskIsRetriedWithGrowingPauses() throws IOException {
    JournalRig rig = new JournalRig(disk.fullAfter(0));
    rig.publishTick(1);
    rig.turns(10_000);
    // 10 ms, 20, 40, .. 640, then each second: 7 tries in 1.3 s, 9 in the rest of 10 s.
    assertEquals(16, rig.state.failures());
  }

  @Test
  void halfAFrameInAnAbandonedSegmentDoesNotCount() throws IOException {
    JournalRig rig = new JournalRig(disk);
    rig.publishTick(1);
    rig.turn();
    disk.shorten(20);
    rig.publishTick(2);
    rig.turn();
    disk.failAppends(1).shorten(Integer.MAX_VALUE);
    rig.turns(50);
    assertEquals(List.of("0 TICK 1 16", "1 TICK 2 16"), JournalRig.story(disk));
    assertEquals(
        SegmentHeader.BYTES + 2 * (Frame.HEADER_BYTES + 16) - 12,
        disk.bytesOf(JournalRig.FIRST).length);
    assertEquals(2, disk.files().size());
  }

  @Test
  void aFileThatCannotBeMadeIsRetried() throws IOException {
    JournalRig rig = new JournalRig(disk.failCreates(3));
    rig.publishTick(1);
    rig.turns(200);
    assertEquals(3, rig.state.failures());
    assertEquals(List.of("0 TICK 1 16"), JournalRig.story(disk));
  }

  @Test
  void afterAFailedSyncWhatWasWrittenIsInDoubt() throws IOException {
    JournalRig rig = new JournalRig(disk.failSyncs(1));
    rig.publishTick(1);
    rig.turns(200);
    assertEquals(0, rig.state.gapLastSequence());
    assertEquals(Durability.NOT_DURABLE, rig.state.durability());

    rig.publishTick(2);
    rig.turns(200);
    assertEquals(1, rig.state.syncedSequence());
    assertEquals(Durability.NOT_DURABLE, rig.state.durability());
    assertTrue(rig.state.declareDurable(0));
    assertEquals(Durability.DURABLE, rig.state.durability());
  }

  @Test
  void whatWasWrittenBeforeAnErrorIsSynced() throws IOException {
    JournalRig rig = new JournalRig(disk);
    rig.publishTick(1);
    rig.turn();
    disk.failAppends(1);
    rig.publishTick(2);
    rig.turn();
    assertEquals(1, disk.syncs());
    assertEquals(0, rig.state.syncedSequence());
  }

  @Test
  void timeWithoutDurabilityIsCounted() throws IOException {
    JournalRig rig = new JournalRig(disk.failAppends(1));
    rig.publishTick(1);
    rig.turns(100);
    assertNotNull(rig.state.lastFailure());
    // The error came in turn 1 and the retry after 10 ms, in turn 11.
    assertEquals(10 * JournalRig.MILLI, rig.state.notDurableNanos());
    assertEquals(10 * JournalRig.MILLI, rig.state.stallNanosMax(), 1.0 * JournalRig.MILLI);
  }

  @Test
  void closingOntoADeadDiskEnds() throws IOException {
    JournalRig rig = new JournalRig(disk.stall(Integer.MAX_VALUE));
    rig.publishTick(1);
    rig.close();
    disk.stall(0).failAppends(Integer.MAX_VALUE);
    rig.close();
    assertEquals(0, rig.state.records());
  }
}
