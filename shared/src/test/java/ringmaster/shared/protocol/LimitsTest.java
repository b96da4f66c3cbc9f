package ringmaster.shared.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.seal.Envelope;

class LimitsTest {
  @Test
  void theLongestRosterFitsAMessage() {
    String name = "𝕏".repeat(Limits.MAX_NAME_CODE_POINTS);
    List<ControlMessage.RosterEntry> entries = new ArrayList<>();
    for (int seat = 0; seat < MatchSettings.MAX_PLAYERS; seat++) {
      entries.add(new ControlMessage.RosterEntry(seat, true, true, name));
    }
    ByteBuffer buffer = ByteBuffer.allocate(Limits.MAX_CONTROL_MESSAGE_BYTES);
    ControlMessage.Roster roster = new ControlMessage.Roster(entries);
    ControlCodec.encode(roster, buffer);
    assertEquals(roster, ControlCodec.decodeFromServer(buffer.flip()));
  }

  @Test
  void noPlayersSeatIsTheSpectators() {
    assertTrue(MatchSettings.MAX_PLAYERS <= ControlMessage.NO_SEAT);
  }

  @Test
  void theLongestCommandDatagramFits() {
    assertTrue(CommandDatagram.MAX_BYTES + Envelope.OVERHEAD_BYTES <= Limits.MAX_DATAGRAM_BYTES);
  }

  @Test
  void anAgeOfTheFrameHistoryFitsSevenBits() {
    assertTrue(Limits.FRAME_HISTORY - 1 < 1 << 7);
    assertEquals(1, Integer.bitCount(Limits.FRAME_HISTORY), "it is used as a mask");
  }

  @Test
  void aSlotFitsTenBits() {
    assertEquals(1 << 10, EntitySchema.MAX_CAPACITY);
  }

  @Test
  void aViewCanBeAsOldAsARewindAtAnyTickRate() {
    int ticks = Limits.MAX_REWIND_MILLIS * 120 / 1000;
    assertTrue((ticks + 1) * 16 <= CommandDatagram.MAX_VIEW_AGE_SIXTEENTHS);
  }

  @Test
  void aSilentPeerIsMissedAfterSeveralKeepAlives() {
    assertTrue(2 * Limits.KEEP_ALIVE_MILLIS < Limits.SESSION_TIMEOUT_MILLIS);
  }
}
