package ringmaster.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringmaster.server.ingress.Record;

class JournalTest {
  private final FaultyDisk disk = new FaultyDisk();

  @Test
  void whatEntersTheRingIsReadBack() throws IOException {
    JournalRig rig = new JournalRig(disk);
    rig.publishTick(1);
    rig.publish(rig.record.command(7, 3, 100, 1600, 42));
    rig.publishTick(2);
    rig.turn();
    assertEquals(2, rig.state.writtenSequence());
    Record seen = new Record();
    JournalReader.read(
        disk,
        new JournalReader.Handler() {
          @Override
          public void onRecord(Record record, long sequence) {
            if (sequence == 1) {
              System.arraycopy(record.bytes(), 0, seen.bytes(), 0, record.length());
            }
          }

          @Override
          public void onGap(long firstSequence, long lastSequence, long lostRecords) {}
        });
    assertEquals(7, seen.matchId());
    assertEquals(3, seen.seat());
    assertEquals(100, seen.commandTick());
    assertEquals(42, seen.command());
    JournalReader.Summary summary = JournalRig.summary(disk);
    assertEquals(
        new JournalReader.Summary(1, "test build", JournalState.NONE, 2, 3, 0, 0, 0), summary);
  }

  @Test
  void aRecordOfSeveralSlotsIsReadBackWhole() throws IOException {
    JournalRig rig = new JournalRig(disk);
    rig.publishHashes(5, Record.MAX_HASHES);
    rig.publishTick(6);
    rig.turn();
    assertEquals(List.of("15 HASHES 5 1024", "16 TICK 6 16"), JournalRig.story(disk));
  }

  @Test
  void segmentsFollowEachOther() throws IOException {
    JournalRig rig = new JournalRig(disk, 1024);
    for (int tick = 0; tick < 200; tick++) {
      rig.publishTick(tick);
      rig.turn();
    }
    rig.close();
    JournalReader.Summary summary = JournalRig.summary(disk);
    assertEquals(200, summary.records());
    assertEquals(disk.files().size(), summary.segments());
    assertTrue(summary.segments() > 5);
  }

  @Test
  void theMemoryWrapsWithoutLosingARecord() throws IOException {
    JournalRig rig = new JournalRig(disk);
    long records = 0;
    for (int round = 0; round < 2_000; round++) {
      rig.publishHashes(round, round % Record.MAX_HASHES);
      rig.publishTick(round);
      records += 2;
      if (round % 7 == 0) {
        rig.turn();
      } else {
        rig.agent.doWork(rig.nowNanos);
      }
    }
    rig.close();
    assertEquals(records, JournalRig.summary(disk).records());
    assertEquals(records, rig.state.records());
    assertEquals(0, rig.state.gaps());
  }

  @Test
  void shortWritesAreCompleted() throws IOException {
    JournalRig rig = new JournalRig(disk.shorten(7));
    rig.publishTick(1);
    rig.publishTick(2);
    rig.turn();
    assertEquals(JournalState.NONE, rig.state.writtenSequence());
    rig.turns(100);
    assertEquals(1, rig.state.writtenSequence());
    assertEquals(2, JournalRig.summary(disk).records());
  }

  @Test
  void aSyncFollowsOneIntervalAfterTheFirstWrite() throws IOException {
    JournalRig rig = new JournalRig(disk);
    rig.publishTick(1);
    rig.turns(100);
    assertEquals(0, disk.syncs());
    assertEquals(JournalState.NONE, rig.state.syncedSequence());
    rig.turn();
    assertEquals(1, disk.syncs());
    assertEquals(0, rig.state.syncedSequence());
    rig.turns(500);
    assertEquals(1, disk.syncs());
  }

  @Test
  void aBusyWriterSyncsAfterTwoIntervals() throws IOException {
    JournalRig rig = new JournalRig(disk);
    for (int tick = 0; tick < 202; tick++) {
      rig.publishTick(tick);
      rig.turn();
    }
    assertEquals(1, disk.syncs());
  }

  @Test
  void closingWritesAndSyncsTheRest() throws IOException {
    JournalRig rig = new JournalRig(disk);
    rig.publishTick(1);
    rig.close();
    assertEquals(0, rig.state.syncedSequence());
    assertEquals(1, JournalRig.summary(disk).records());
  }

  @Test
  void aJournalIsNotWrittenOverAnother() throws IOException {
    JournalRig rig = new JournalRig(disk);
    rig.publishTick(1);
    rig.close();
    assertThrows(IOException.class, () -> new JournalRig(disk));
  }

  @Test
  void anEmptyJournalIsReadAsEmpty() throws IOException {
    assertEquals(
        new JournalReader.Summary(0, "", JournalState.NONE, JournalState.NONE, 0, 0, 0, 0),
        JournalRig.summary(disk));
  }

  @Test
  void turnsAllocateNothing() throws IOException {
    disk.reserve(JournalRig.FIRST, 64 * 1024 * 1024);
    assertAllocatesNothing(disk);
  }

  @Test
  void turnsOnARealDiskAllocateNothing(@TempDir Path directory) throws IOException {
    assertAllocatesNothing(new FileDisk(directory));
  }

  private static void assertAllocatesNothing(Disk disk) throws IOException {
    JournalRig rig = new JournalRig(disk);
    drive(rig, 10_000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    drive(rig, 10_000);
    long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocatedBytes < 1_000, "allocated " + allocatedBytes + " bytes");
    assertTrue(rig.state.syncs() > 10);
  }

  private static void drive(JournalRig rig, int ticks) {
    for (int tick = 0; tick < ticks; tick++) {
      rig.publishTick(tick);
      rig.publishHashes(tick, 10);
      rig.turn();
    }
  }

  @Test
  void aRealDirectoryIsReadBackWithoutAClose(@TempDir Path directory) throws IOException {
    JournalRig rig = new JournalRig(new FileDisk(directory), 4096);
    for (int tick = 0; tick < 500; tick++) {
      rig.publishTick(tick);
      rig.turn();
    }
    // As after kill -9: nothing was closed, and other eyes see what is in the page cache.
    JournalReader.Summary summary = JournalRig.summary(new FileDisk(directory));
    assertEquals(500, summary.records());
    assertEquals(0, summary.cutBytes());
    assertTrue(summary.segments() > 3);
  }

  @Test
  void barriersReportWhatTheyFound() throws IOException {
    JournalRig rig = new JournalRig(disk);
    JournalBarrier barrier = rig.journal.drivingBarrier(() -> rig.nowNanos);
    long sequence = rig.publishTick(1);
    assertTrue(barrier.await(sequence, 0));
    assertEquals(JournalState.Durability.DURABLE, rig.state.durability());

    disk.stall(3);
    sequence = rig.publishTick(2);
    assertFalse(barrier.await(sequence, 0));
    assertEquals(JournalState.Durability.BEHIND, rig.state.durability());

    rig.turns(5);
    assertTrue(barrier.await(sequence, 0));
    assertEquals(JournalState.Durability.DURABLE, rig.state.durability());
  }

  @Test
  void withoutAJournalThereIsNothingToWaitFor() {
    assertTrue(JournalBarrier.OFF.await(Long.MAX_VALUE, 0));
  }
}
