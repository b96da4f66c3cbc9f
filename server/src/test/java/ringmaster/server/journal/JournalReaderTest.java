package ringmaster.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalReaderTest {
  private static final int SEGMENT_BYTES = 3_000;

  private final FaultyDisk disk = new FaultyDisk();
  private List<String> whole = List.of();
  private String last = "";

  /** Several segments of records of all lengths, with marks between, and no clean end. */
  @BeforeEach
  void writeAJournal() throws IOException {
    JournalRig rig = new JournalRig(disk, SEGMENT_BYTES);
    for (int tick = 0; tick < 33; tick++) {
      rig.publishTick(tick);
      rig.publishHashes(tick, tick);
      rig.turns(40);
    }
    whole = JournalRig.story(disk);
    assertEquals(66, whole.size());
    last = disk.files().getLast();
    assertEquals(3, disk.files().size());
    assertTrue(disk.size(last) > 1_000, last + " has only " + disk.size(last));
  }

  private String refusal() {
    return String.valueOf(
        assertThrows(JournalDamagedException.class, () -> JournalRig.story(disk)).getMessage());
  }

  @Test
  void anEndTornAtAnyByteIsCutToTheLastWholeRecord() throws IOException {
    byte[] original = disk.bytesOf(last);
    for (int length = 1; length < original.length; length++) {
      disk.put(last, Arrays.copyOf(original, length));
      List<String> story = JournalRig.story(disk);
      assertEquals(whole.subList(0, story.size()), story);
      long cutBytes = JournalRig.summary(disk).cutBytes();
      assertTrue(cutBytes < Frame.MAX_BYTES, "cut " + cutBytes + " of " + length);
      disk.put(last, Arrays.copyOf(original, (int) (length - cutBytes)));
      assertEquals(story, cutBytes == length ? story : JournalRig.story(disk));
    }
  }

  @Test
  void anEndOfZerosIsCut() throws IOException {
    byte[] original = disk.bytesOf(last);
    disk.put(last, Arrays.copyOf(original, original.length + 5_000));
    assertEquals(whole, JournalRig.story(disk));
    assertEquals(5_000, JournalRig.summary(disk).cutBytes());
  }

  @Test
  void aFlippedByteAnywhereIsNoticed() throws IOException {
    for (String file : disk.files()) {
      byte[] original = disk.bytesOf(file);
      for (int at = 0; at < original.length; at++) {
        byte[] damaged = original.clone();
        damaged[at] ^= (byte) (1 << at % 8);
        disk.put(file, damaged);
        assertNoticed(file + " at " + at);
      }
      disk.put(file, original);
    }
  }

  private void assertNoticed(String where) throws IOException {
    JournalRig.Story story = new JournalRig.Story();
    try {
      assertTrue(JournalReader.read(disk, story).cutBytes() > 0, where);
    } catch (JournalDamagedException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("journal-"), where);
    }
    assertEquals(whole.subList(0, story.lines.size()), story.lines, where);
  }

  @Test
  void damageToAConfirmedRecordOfTheLastSegmentIsRefused() {
    byte[] bytes = disk.bytesOf(last);
    bytes[SegmentHeader.BYTES + 2 * Frame.HEADER_BYTES + 8] ^= 1;
    disk.put(last, bytes);
    assertEquals(last + " is damaged at byte 144: the checksum of a frame is wrong", refusal());
  }

  @Test
  void damageBeforeTheLastSegmentIsRefusedByFileAndOffset() {
    byte[] bytes = disk.bytesOf(JournalRig.SECOND);
    disk.put(JournalRig.SECOND, Arrays.copyOf(bytes, bytes.length - 1));
    assertEquals(
        "journal-0000000002.rj is damaged at byte "
            + (bytes.length - 1)
            + ": it ends there instead of at byte "
            + bytes.length,
        refusal());
  }

  @Test
  void aMissingSegmentIsRefused() {
    disk.remove(JournalRig.SECOND);
    assertTrue(refusal().endsWith("segment 2 is missing after it"));
  }

  @Test
  void aSegmentUnderAnotherNameIsRefused() {
    byte[] second = disk.bytesOf(JournalRig.SECOND);
    disk.put(JournalRig.SECOND, disk.bytesOf(JournalRig.FIRST)).put(JournalRig.FIRST, second);
    assertEquals("journal-0000000001.rj is damaged at byte 0: it says it is segment 2", refusal());
  }

  @Test
  void wholeFramesOutOfOrderAreRefused() {
    byte[] bytes = disk.bytesOf(JournalRig.FIRST);
    int frameBytes = Frame.HEADER_BYTES + 16;
    byte[] again = Arrays.copyOf(bytes, bytes.length);
    System.arraycopy(
        bytes, SegmentHeader.BYTES, again, SegmentHeader.BYTES + frameBytes, frameBytes);
    disk.put(JournalRig.FIRST, again);
    assertEquals(
        "journal-0000000001.rj is damaged at byte 160: a frame of sequence 0 follows sequence 0",
        refusal());
  }

  @Test
  void anUnknownFormatVersionIsRefused() {
    byte[] bytes = disk.bytesOf(JournalRig.FIRST);
    bytes[8] = SegmentHeader.FORMAT_VERSION + 1;
    disk.put(JournalRig.FIRST, bytes);
    assertEquals(
        "journal-0000000001.rj has journal format 3; this server reads format 2", refusal());
  }

  @Test
  void aFileTooLargeToBeASegmentIsRefusedUnread() {
    Disk huge =
        new Disk() {
          @Override
          public List<String> files() {
            return List.of(JournalRig.FIRST);
          }

          @Override
          public Output create(String file) {
            throw new AssertionError("nobody reads that");
          }

          @Override
          public long size(String file) {
            return 1L << 40;
          }

          @Override
          public void read(String file, ByteBuffer into) {
            throw new AssertionError("nobody reads that");
          }
        };
    assertThrows(JournalDamagedException.class, () -> JournalRig.story(huge));
  }

  @Test
  void aLengthBeyondTheLargestRecordIsDamage() {
    byte[] bytes = disk.bytesOf(JournalRig.FIRST);
    bytes[SegmentHeader.BYTES + 5] = (byte) 0xFF;
    disk.put(JournalRig.FIRST, bytes);
    assertTrue(refusal().startsWith("journal-0000000001.rj is damaged at byte 128: "));
  }

  @Test
  void otherFilesInTheDirectoryAreIgnored() throws IOException {
    disk.put("notes.txt", new byte[] {1, 2, 3});
    assertEquals(whole, JournalRig.story(disk));
  }

  @Test
  void aJournalWithoutItsBeginningSaysWhereItStarts() throws IOException {
    assertEquals(JournalState.NONE, JournalRig.summary(disk).previousSequence());
    disk.remove(JournalRig.FIRST);
    List<String> rest = JournalRig.story(disk);
    int removed = whole.size() - rest.size();
    assertEquals(whole.subList(removed, whole.size()), rest);
    String lastRemoved = whole.get(removed - 1);
    assertEquals(
        Long.parseLong(lastRemoved.split(" ")[0]), JournalRig.summary(disk).previousSequence());
  }
}
