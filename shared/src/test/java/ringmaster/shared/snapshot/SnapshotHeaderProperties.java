package ringmaster.shared.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

final class SnapshotHeaderProperties {
  private final SnapshotHeader written = new SnapshotHeader();
  private final SnapshotHeader read = new SnapshotHeader();
  private final byte[] bytes = new byte[256];

  private int write() {
    BitWriter out = new BitWriter();
    out.wrap(bytes, 0, bytes.length);
    written.write(out);
    assertFalse(out.overflowed());
    return out.lengthBytes();
  }

  private void writeAndRead(int nearTick) {
    BitReader in = new BitReader().wrap(bytes, 0, write());
    read.read(in, nearTick);
    assertFalse(in.overrun());
    assertTrue(in.remainingBits() < Byte.SIZE);
  }

  /** Of a tank that drives about over a network that is well. */
  private void fillUsual() {
    written.epoch = 3;
    written.tick = 100_000;
    written.newestCommandTick = 100_002;
    written.marginQuarterMillis = 21;
    written.missedCommands = 200;
    written.baselineAge = 7;
    written.complete = true;
    written.ownerWordCount = 13;
    Arrays.fill(written.ownerWords, -1);
  }

  private void fillRandom(Rng rng) {
    written.epoch = rng.nextInt(256);
    written.view = rng.nextInt(16);
    written.tick = rng.nextInt(Limits.MAX_TICK + 1);
    int ahead = rng.nextBoolean(0.7f) ? rng.nextInt(20) - 8 : rng.nextInt(65_000) - 32_500;
    written.newestCommandTick = rng.nextBoolean(0.1f) ? -1 : Math.max(-1, written.tick + ahead);
    written.marginQuarterMillis =
        rng.nextInt(rng.nextBoolean(0.5f) ? 300 : 2 * SnapshotHeader.MAX_MARGIN) - 150;
    written.missedCommands = rng.nextInt(100_000);
    written.baselineAge = rng.nextInt(128);
    written.baselineMask = written.baselineAge == 0 ? 0 : rng.nextInt(3) * (int) rng.nextLong();
    written.complete = rng.nextBoolean(0.5f);
    written.hashed = rng.nextBoolean(0.5f);
    written.hash16 = written.hashed ? rng.nextInt(1 << 16) : 0;
    written.datagramsArrived = rng.nextInt(1 << 20);
    written.withWords = rng.nextBoolean(0.5f);
    written.ownerWordCount = rng.nextInt(SnapshotHeader.MAX_OWNER_WORDS + 1);
    for (int i = 0; i < written.ownerWordCount; i++) {
      written.ownerWords[i] = rng.nextInt(3) * (int) rng.nextLong();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsWrittenIsRead(long seed) {
    Rng rng = new Rng(seed);
    for (int i = 0; i < 20_000; i++) {
      fillRandom(rng);
      writeAndRead(Math.clamp(written.tick + rng.nextInt(65_535) - 32_767, 0, Limits.MAX_TICK));
      String where = "seed " + seed + ", header " + i;
      assertTrue(read.isOf(written.epoch, written.view), where);
      assertFalse(read.isOf(written.epoch + 1, written.view), where);
      assertFalse(read.isOf(written.epoch, written.view + 1), where);
      assertEquals(written.tick, read.tick, where);
      assertEquals(written.newestCommandTick, read.newestCommandTick, where);
      assertEquals(
          Math.min(written.marginQuarterMillis, SnapshotHeader.MAX_MARGIN),
          read.marginQuarterMillis,
          where);
      assertEquals(0, read.missedSince(written.missedCommands), where);
      assertEquals(5, read.missedSince(written.missedCommands - 5), where);
      assertEquals(written.baselineAge, read.baselineAge, where);
      assertEquals(written.baselineMask, read.baselineMask, where);
      assertEquals(written.complete, read.complete, where);
      assertEquals(written.hashed, read.hashed, where);
      assertEquals(written.hash16, read.hash16, where);
      int arrived = written.hashed ? written.datagramsArrived & 0xFFFF : 0;
      assertEquals(arrived, read.datagramsArrived, where);
      int missedBits = written.hashed ? 0xFFFF : 0xF;
      assertEquals(written.missedCommands & missedBits, read.missedCommands, where);
      assertOwner(where);
    }
  }

  private void assertOwner(String where) {
    int count = written.ownerWordCount;
    assertEquals(written.withWords, read.withWords, where);
    int expected = written.withWords ? sent(written.ownerWords, count) : 0;
    assertEquals(expected, read.ownerWordCount, where);
    if (written.withWords) {
      int[] words = Arrays.copyOf(written.ownerWords, count);
      assertArrayEquals(words, Arrays.copyOf(read.ownerWords, count), where);
    } else {
      assertEquals(OwnerCheck.of(written.ownerWords, count), read.ownerCheck, where);
    }
  }

  /** Of words that are 0 behind the last other one none is. */
  private static int sent(int[] words, int count) {
    int sent = count;
    while (sent > 1 && words[sent - 1] == 0) {
      sent--;
    }
    return sent;
  }

  @Test
  void theUsualHeaderTakesEightBytesCheckIncluded() {
    fillUsual();
    assertEquals(8, write());
  }

  @Test
  void lateCommandsAndLargeMarginsTakeAsMuchMoreAsTheyNeed() {
    fillUsual();
    written.newestCommandTick = written.tick - 4;
    written.marginQuarterMillis = -127;
    assertEquals(8, write());
    written.newestCommandTick = written.tick - 5;
    assertEquals(10, write());
    written.marginQuarterMillis = -128;
    assertEquals(12, write());
  }

  @Test
  void aMarginBeyondAllBoundsIsTheLargest() {
    fillUsual();
    for (int margin : new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      written.marginQuarterMillis = margin;
      writeAndRead(written.tick);
      assertEquals(Integer.signum(margin) * SnapshotHeader.MAX_MARGIN, read.marginQuarterMillis);
    }
  }

  /** A client takes them as it takes what is cut short. */
  @Test
  void ticksBeforeTheFirstAndAfterTheLastAreNotPlausible() {
    fillUsual();
    written.tick = 65_535;
    writeAndRead(3);
    assertEquals(-1, read.tick);
    assertFalse(read.plausible());
    written.tick = 20_000;
    writeAndRead(Limits.MAX_TICK);
    assertFalse(read.plausible());
    writeAndRead(Limits.MAX_TICK - 40_000);
    assertTrue(read.plausible());
  }

  @Test
  void everyWordAndItsPlaceCountInACheck() {
    int[] words = new int[13];
    int check = OwnerCheck.of(words, words.length);
    for (int i = 0; i < words.length; i++) {
      for (int bit = 0; bit < Integer.SIZE; bit++) {
        words[i] = 1 << bit;
        assertTrue(check != OwnerCheck.of(words, words.length), "bit " + bit + " of word " + i);
      }
      words[i] = 0;
    }
    assertEquals(check, OwnerCheck.of(words, words.length));
    words[2] = 7;
    int one = OwnerCheck.of(words, words.length);
    words[2] = 0;
    words[3] = 7;
    assertTrue(one != OwnerCheck.of(words, words.length));
  }
}
