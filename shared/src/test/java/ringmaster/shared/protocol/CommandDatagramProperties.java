package ringmaster.shared.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.command.Command;
import ringmaster.shared.math.Rng;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

class CommandDatagramProperties {
  private final byte[] bytes = new byte[CommandDatagram.MAX_BYTES];
  private final BitWriter writer = new BitWriter();
  private final BitReader reader = new BitReader();
  private final CommandDatagram written = new CommandDatagram();
  private final CommandDatagram read = new CommandDatagram();

  private void writeRandom(Rng rng) {
    int newest = (int) (rng.nextLong() >>> 33);
    written.begin(
        rng.nextInt(256),
        rng.nextInt(CommandDatagram.VIEWS),
        rng.nextInt(1_000_000) - 1,
        (int) rng.nextLong(),
        newest);
    written.wantWords(rng.nextBoolean(0.5f));
    int count = 1 + rng.nextInt(Limits.MAX_COMMANDS_PER_DATAGRAM);
    long command = Command.sanitize(rng.nextLong());
    for (int i = 0; i < count; i++) {
      command = rng.nextBoolean(0.5f) ? command : Command.sanitize(rng.nextLong());
      written.add(command, rng.nextInt(CommandDatagram.MAX_VIEW_AGE_SIXTEENTHS + 1));
    }
    written.write(writer.wrap(bytes, 0, bytes.length));
    assertFalse(writer.overflowed());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatIsWrittenIsRead(long seed) {
    Rng rng = new Rng(seed);
    for (int round = 0; round < 1_000; round++) {
      writeRandom(rng);
      assertTrue(read.read(reader.wrap(bytes, 0, writer.lengthBytes())), "seed " + seed);
      assertEquals(written.epoch(), read.epoch());
      assertEquals(written.view(), read.view());
      assertEquals(written.wordsWanted(), read.wordsWanted());
      assertEquals(written.ackTick(), read.ackTick());
      assertEquals(written.ackMask(), read.ackMask());
      assertEquals(written.newestTick(), read.newestTick());
      assertEquals(written.count(), read.count());
      for (int i = 0; i < read.count(); i++) {
        assertEquals(written.command(i), read.command(i));
        assertEquals(written.viewAgeSixteenths(i), read.viewAgeSixteenths(i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void aDatagramCutShortOrMadeLongerIsRefused(long seed) {
    Rng rng = new Rng(seed);
    byte[] longer = new byte[bytes.length + 10];
    for (int round = 0; round < 200; round++) {
      writeRandom(rng);
      int length = writer.lengthBytes();
      for (int cut = 0; cut < length; cut++) {
        assertFalse(read.read(reader.wrap(bytes, 0, cut)), "seed " + seed);
      }
      System.arraycopy(bytes, 0, longer, 0, length);
      assertFalse(read.read(reader.wrap(longer, 0, length + 1)), "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void noiseIsRefusedOrSafe(long seed) {
    Rng rng = new Rng(seed);
    for (int round = 0; round < 20_000; round++) {
      int length = 1 + rng.nextInt(bytes.length);
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) rng.nextLong();
      }
      if (read.read(reader.wrap(bytes, 0, length))) {
        assertTrue(read.newestTick() >= 0 && read.ackTick() >= -1);
        assertTrue(read.count() >= 1 && read.count() <= Limits.MAX_COMMANDS_PER_DATAGRAM);
        for (int i = 0; i < read.count(); i++) {
          assertEquals(Command.sanitize(read.command(i)), read.command(i), "seed " + seed);
          assertTrue(read.viewAgeSixteenths(i) <= CommandDatagram.MAX_VIEW_AGE_SIXTEENTHS);
        }
      }
    }
  }

  @Test
  void theLongestFitsItsBound() {
    written.begin(255, 15, Integer.MAX_VALUE - 1, -1, Integer.MAX_VALUE);
    for (int i = 0; i < 100; i++) {
      written.add(Command.of(i, -i, i, i), i);
    }
    assertEquals(Limits.MAX_COMMANDS_PER_DATAGRAM, written.count());
    written.write(writer.wrap(bytes, 0, bytes.length));
    assertFalse(writer.overflowed());
    assertEquals(CommandDatagram.MAX_BYTES, writer.lengthBytes());
    assertTrue(read.read(reader.wrap(bytes, 0, writer.lengthBytes())));
  }

  @Test
  void timesBeforeTheFirstTickAreRefused() {
    written.begin(0, 0, -1, 0, -1);
    written.add(Command.NEUTRAL, 0);
    written.write(writer.wrap(bytes, 0, bytes.length));
    assertFalse(read.read(reader.wrap(bytes, 0, writer.lengthBytes())));
    written.begin(0, 0, -2, 0, 0);
    written.add(Command.NEUTRAL, 0);
    written.write(writer.wrap(bytes, 0, bytes.length));
    assertFalse(read.read(reader.wrap(bytes, 0, writer.lengthBytes())));
  }
}
