package ringmaster.shared.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

/**
 * What is packed comes back, nothing beyond the room is touched, nothing beyond the end is read.
 */
class BitCodingProperties {
  private static long low(long value, int count) {
    return count == Long.SIZE ? value : value & ((1L << count) - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsWrittenIsRead(long seed) {
    Rng rng = new Rng(seed);
    byte[] bytes = new byte[1_000];
    int offset = rng.nextInt(10);
    BitWriter writer = new BitWriter().wrap(bytes, offset, bytes.length - offset);
    int[] counts = new int[200];
    long[] values = new long[counts.length];
    int written = 0;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = rng.nextInt(Long.SIZE + 1);
      values[i] = rng.nextLong();
      writer.bits(values[i], counts[i]);
      if (writer.overflowed()) {
        break;
      }
      written++;
    }
    BitReader reader = new BitReader().wrap(bytes, offset, writer.lengthBytes());
    for (int i = 0; i < written; i++) {
      assertEquals(low(values[i], counts[i]), reader.bits(counts[i]), "seed " + seed);
    }
    assertFalse(reader.overrun());
    assertTrue(reader.remainingBits() < Byte.SIZE);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void whatDoesNotFitChangesNothing(long seed) {
    Rng rng = new Rng(seed);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = new byte[40];
      Arrays.fill(bytes, (byte) 0x5A);
      int offset = rng.nextInt(10);
      int room = rng.nextInt(20);
      BitWriter writer = new BitWriter().wrap(bytes, offset, room);
      while (!writer.overflowed()) {
        int before = writer.position();
        int count = 1 + rng.nextInt(Long.SIZE);
        writer.bits(rng.nextLong(), count);
        assertEquals(writer.overflowed() ? before : before + count, writer.position());
      }
      assertTrue(writer.lengthBytes() <= room);
      for (int i = 0; i < bytes.length; i++) {
        assertTrue(i >= offset && i < offset + room || bytes[i] == 0x5A, "byte " + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void readingPastTheEndGivesZerosForEver(long seed) {
    Rng rng = new Rng(seed);
    byte[] bytes = new byte[64];
    Arrays.fill(bytes, (byte) -1);
    for (int round = 0; round < 200; round++) {
      BitReader reader = new BitReader().wrap(bytes, rng.nextInt(10), rng.nextInt(20));
      while (!reader.overrun()) {
        reader.bits(1 + rng.nextInt(Long.SIZE));
      }
      for (int count = 1; count <= Long.SIZE; count++) {
        assertEquals(0, reader.bits(count));
      }
      assertTrue(reader.overrun());
      assertEquals(0, reader.remainingBits());
    }
  }

  @Test
  void signedFieldsKeepTheirSign() {
    byte[] bytes = new byte[200];
    for (int count = 2; count <= Integer.SIZE; count++) {
      int least = -1 << (count - 1);
      int most = -(least + 1);
      BitWriter writer = new BitWriter().wrap(bytes, 0, bytes.length);
      for (int value : new int[] {least, -1, 0, 1, most}) {
        writer.bits(value, count);
      }
      BitReader reader = new BitReader().wrap(bytes, 0, writer.lengthBytes());
      for (int value : new int[] {least, -1, 0, 1, most}) {
        assertEquals(value, reader.signed(count), count + " bits");
      }
    }
  }

  @Test
  void aRecordThatDoesNotFitIsUndone() {
    byte[] bytes = new byte[4];
    BitWriter writer = new BitWriter().wrap(bytes, 0, 4);
    writer.bits(0xABC, 12);
    int before = writer.position();
    writer.bits(0xF, 4);
    writer.bits(-1, 20);
    assertTrue(writer.overflowed());
    writer.rewind(before);
    assertFalse(writer.overflowed());
    writer.bits(0x12345, 20);
    BitReader reader = new BitReader().wrap(bytes, 0, writer.lengthBytes());
    assertEquals(0xABC, reader.bits(12));
    assertEquals(0x12345, reader.bits(20));
  }

  @Test
  void roomOutsideTheArrayIsRefused() {
    byte[] bytes = new byte[10];
    assertThrows(IndexOutOfBoundsException.class, () -> new BitWriter().wrap(bytes, 5, 6));
    assertThrows(IndexOutOfBoundsException.class, () -> new BitWriter().wrap(bytes, -1, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> new BitReader().wrap(bytes, 0, 11));
    assertThrows(IndexOutOfBoundsException.class, () -> new BitReader().wrap(bytes, 3, -1));
  }
}
