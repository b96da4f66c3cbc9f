package ringmaster.shared.protocol;

import java.util.List;
import java.util.stream.IntStream;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.protocol.ControlMessage.Accepted;
import ringmaster.shared.protocol.ControlMessage.Ask;
import ringmaster.shared.protocol.ControlMessage.FromClient;
import ringmaster.shared.protocol.ControlMessage.FromServer;
import ringmaster.shared.protocol.ControlMessage.Goodbye;
import ringmaster.shared.protocol.ControlMessage.Hello;
import ringmaster.shared.protocol.ControlMessage.Info;
import ringmaster.shared.protocol.ControlMessage.Join;
import ringmaster.shared.protocol.ControlMessage.KeepAlive;
import ringmaster.shared.protocol.ControlMessage.Leave;
import ringmaster.shared.protocol.ControlMessage.MatchInfo;
import ringmaster.shared.protocol.ControlMessage.NextMatch;
import ringmaster.shared.protocol.ControlMessage.Notice;
import ringmaster.shared.protocol.ControlMessage.Offer;
import ringmaster.shared.protocol.ControlMessage.PingEntry;
import ringmaster.shared.protocol.ControlMessage.Pings;
import ringmaster.shared.protocol.ControlMessage.Refused;
import ringmaster.shared.protocol.ControlMessage.Roster;
import ringmaster.shared.protocol.ControlMessage.RosterEntry;
import ringmaster.shared.protocol.ControlMessage.Said;
import ringmaster.shared.protocol.ControlMessage.Say;
import ringmaster.shared.protocol.ControlMessage.Welcome;
import ringmaster.shared.time.TickRate;

/** Messages of every kind, at the edges of what fits. */
final class ControlMessages {
  static final List<FromClient> FROM_CLIENT =
      List.of(
          new Hello(0xFFFF, "Zoë", "ctf", Hello.ANY_MATCH, false, false),
          new Hello(1, text(Limits.MAX_NAME_BYTES), text(Limits.MAX_KEY_BYTES), -1, true, false),
          new Hello(2, "Eve", "", 3, false, true),
          new Hello(2, "Eve", "", 3, true, true),
          new Ask(0xFFFF),
          new Join(7, 0xCAFEBABE, text(64)),
          new Say(text(Limits.MAX_CHAT_BYTES)),
          new Say(""),
          new Leave(),
          new KeepAlive());

  static final List<FromServer> FROM_SERVER =
      List.of(
          new KeepAlive(),
          new Accepted(Integer.MIN_VALUE),
          new Offer(match(64, 120, MatchSettings.MAX_TIME_LIMIT_SECONDS)),
          new Welcome(Long.MIN_VALUE, 0xFFFF, 60, 63, 255, -1, text(Limits.MAX_NAME_BYTES)),
          new Refused(DisconnectReason.UNREACHABLE, text(Limits.MAX_SENTENCE_BYTES)),
          new NextMatch(match(1, 30, 1), 63, 255, Integer.MAX_VALUE),
          new Roster(List.of()),
          new Roster(List.of(new RosterEntry(0, false, false, ""))),
          fullRoster(),
          new Said(63, "gg"),
          new Notice("The server restarts in 5 minutes."),
          new Goodbye(DisconnectReason.LEFT),
          new Info("", 0xFFFF, Long.MIN_VALUE, 0, List.of()),
          fullInfo(),
          new Pings(List.of()),
          new Pings(List.of(new PingEntry(0, 0), new PingEntry(63, PingEntry.MAX_MILLIS))));

  private ControlMessages() {}

  /** The longest message there is. */
  static Roster fullRoster() {
    return new Roster(
        IntStream.range(0, MatchSettings.MAX_PLAYERS)
            .mapToObj(seat -> new RosterEntry(seat, true, true, text(Limits.MAX_NAME_BYTES)))
            .toList());
  }

  /** As many matches as may be named, with the longest names. */
  static Info fullInfo() {
    String key = text(Limits.MAX_KEY_BYTES);
    List<MatchInfo> matches =
        IntStream.range(0, Limits.MAX_INFO_MATCHES)
            .mapToObj(id -> new MatchInfo(id, key, key, 64, 64, 64, id % 2 == 0))
            .toList();
    return new Info(text(Limits.MAX_VERSION_BYTES), 2, 1, 0xFFFF, matches);
  }

  private static MatchOffer match(int maxPlayers, int rateHz, int timeLimitSeconds) {
    MatchSettings settings =
        new MatchSettings("ctf", "harbour", maxPlayers, new TickRate(rateHz), timeLimitSeconds, 0);
    return new MatchOffer(42, settings, 3, 0x12345678, text(64));
  }

  private static String text(int bytes) {
    return "n".repeat(bytes);
  }
}
