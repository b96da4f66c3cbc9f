package ringmaster.client.play;

import java.util.Arrays;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.PlayerText;

/** Who sits where, as the server told; names are cleaned, since it may be anybody's server. */
final class Roster {
  private static final int SEATS = MatchSettings.MAX_PLAYERS;

  private final String[] names = new String[SEATS];
  private final boolean[] bots = new boolean[SEATS];
  private final int[] pingMillis = new int[SEATS];

  Roster() {
    Arrays.fill(names, "");
    Arrays.fill(pingMillis, -1);
  }

  void take(ControlMessage.RosterEntry entry) {
    int seat = entry.seat();
    if (seat < 0 || seat >= SEATS) {
      return;
    }
    bots[seat] = entry.bot();
    names[seat] = PlayerText.cleanName(entry.name());
    pingMillis[seat] = -1;
  }

  void takePing(int seat, int millis) {
    if (seat >= 0 && seat < SEATS) {
      pingMillis[seat] = millis;
    }
  }

  boolean bot(int seat) {
    return bots[seat];
  }

  /** A seat whose name is not known yet has its number for one. */
  String name(int seat) {
    return seat < 0 || seat >= SEATS || names[seat].isEmpty() ? "player " + seat : names[seat];
  }

  /** -1: not known. */
  int pingMillis(int seat) {
    return pingMillis[seat];
  }
}
