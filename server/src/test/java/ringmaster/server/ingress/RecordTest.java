package ringmaster.server.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.time.TickRate;

class RecordTest {
  private static final String SHA = "0123456789abcdef".repeat(4);

  private final Record record = new Record();

  @ParameterizedTest
  @ValueSource(longs = {0, 1, Long.MAX_VALUE, -1})
  void aTickComesBack(long tick) {
    record.tick(tick);
    assertEquals(RecordKind.TICK, record.kind());
    assertEquals(tick, record.serverTick());
    assertEquals(16, record.length());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 0, 0",
    "2147483647, 255, 2147483647, 287, 68719476735",
    "7, 63, 1000, -1, -1"
  })
  void aCommandComesBack(int match, int seat, int tick, int rewind, long command) {
    record.command(match, seat, tick, rewind, command);
    assertEquals(RecordKind.COMMAND, record.kind());
    assertEquals(match, record.matchId());
    assertEquals(seat, record.seat());
    assertEquals(tick, record.commandTick());
    assertEquals(rewind, record.rewindSixteenths());
    assertEquals(command, record.command());
    assertEquals(1, Ring.slotsOf(record.length()));
  }

  @ParameterizedTest
  @CsvSource({"1, 30, 1", "64, 120, 14400", "8, 60, 600"})
  void aCreationComesBack(int players, int hz, int seconds) {
    MatchSettings settings =
        new MatchSettings(
            "m".repeat(Limits.MAX_KEY_BYTES),
            "a".repeat(Limits.MAX_KEY_BYTES),
            players,
            new TickRate(hz),
            seconds,
            Long.MIN_VALUE);
    record.create(9, settings, Integer.MIN_VALUE, SHA);
    assertEquals(RecordKind.CREATE, record.kind());
    assertEquals(new Record.Creation(9, settings, Integer.MIN_VALUE, SHA), record.creation());
  }

  @Test
  void aCreationCutShortIsRefused() {
    record.create(9, new MatchSettings("m", "a", 8, new TickRate(60), 60, 1), 1, SHA);
    record.bytes()[0]--;
    assertThrows(IllegalArgumentException.class, record::creation);
  }

  @Test
  void theLongestNameFits() {
    String name = "\uD83D\uDE97".repeat(Limits.MAX_NAME_CODE_POINTS);
    record.join(3, 63, Long.MAX_VALUE, true, name);
    assertEquals(RecordKind.JOIN, record.kind());
    assertEquals(63, record.seat());
    assertEquals(Long.MAX_VALUE, record.sessionNumber());
    assertEquals(2, Ring.slotsOf(record.length()));
  }

  @Test
  void endsComeBack() {
    assertEquals(RecordKind.LEAVE, record.leave(1, 2, 255).kind());
    assertEquals(255, record.reason());
    assertEquals(2, record.seat());
    assertEquals(RecordKind.CLOSE, record.close(4, 16).kind());
    assertEquals(16, record.reason());
    assertEquals(4, record.matchId());
    assertEquals(RecordKind.ACTIVATE, record.activate(5).kind());
    assertEquals(5, record.matchId());
  }

  @Test
  void asManyHashesFitAsItSays() {
    record.hashes(77);
    for (int i = 0; i < Record.MAX_HASHES; i++) {
      record.addHash(i + 1, -i * 31L);
    }
    assertTrue(record.length() <= Record.MAX_BYTES);
    assertEquals(Record.MAX_HASHES, record.hashCount());
    assertEquals(77, record.serverTick());
    for (int i = 0; i < Record.MAX_HASHES; i++) {
      assertEquals(i + 1, record.hashMatchId(i));
      assertEquals(-i * 31L, record.hash(i));
    }
  }

  @Test
  void eachKindHasANumberOfItsOwn() {
    Set<Integer> numbers = new HashSet<>();
    for (RecordKind kind : EnumSet.allOf(RecordKind.class)) {
      assertTrue(numbers.add(kind.number()));
      assertEquals(kind, RecordKind.of(kind.number()));
    }
    assertNull(RecordKind.of(0));
    assertNull(RecordKind.of(-1));
    assertNull(RecordKind.of(127));
    assertNull(RecordKind.of(9));
  }
}
