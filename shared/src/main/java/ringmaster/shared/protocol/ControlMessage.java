package ringmaster.shared.protocol;

import java.util.List;

/**
 * What travels on the control channel. Joining goes Hello, Offer, Join, Welcome; or Refused at any
 * step. Layouts: {@link ControlCodec}.
 */
public sealed interface ControlMessage {
  /** In place of a seat: a spectator has none. */
  int NO_SEAT = 255;

  /** What a client says. */
  sealed interface FromClient extends ControlMessage {}

  /** What a server says. */
  sealed interface FromServer extends ControlMessage {}

  /**
   * Somebody asks what is played here; the only thing said on its connection. Answered with {@link
   * Info} whatever the version, so that a browser can tell a server of another version from none:
   * the layouts of these two never change.
   *
   * @param protocolVersion {@link Limits#PROTOCOL_VERSION} of who asks
   */
  record Ask(int protocolVersion) implements FromClient {}

  /**
   * What is played here, without names of players.
   *
   * @param version of the server's program
   * @param protocolVersion {@link Limits#PROTOCOL_VERSION} of the server
   * @param serverId random number of this run; the same in its {@link Announcement}
   * @param matchesTotal how many there are, of which {@code matches} may be a part
   * @param matches at most {@link Limits#MAX_INFO_MATCHES}: open ones first, the fullest first
   */
  record Info(
      String version, int protocolVersion, long serverId, int matchesTotal, List<MatchInfo> matches)
      implements FromServer {
    public Info {
      matches = List.copyOf(matches);
    }
  }

  /**
   * A match as anybody may know of it.
   *
   * @param players persons with a seat
   * @param bots programs with a seat
   * @param open whether it has a free seat
   */
  record MatchInfo(
      int id, String mode, String map, int players, int bots, int maxPlayers, boolean open) {}

  /**
   * A client asks to play or to watch.
   *
   * @param protocolVersion {@link Limits#PROTOCOL_VERSION} of the client
   * @param name as typed; the server cleans it and makes it unique
   * @param mode the wanted mode, or empty for any
   * @param matchId the wanted match, or {@link #ANY_MATCH}
   * @param bot whether a program plays; shown to others
   * @param spectator whether it only watches: without a seat, and without a match of its own
   */
  record Hello(
      int protocolVersion, String name, String mode, int matchId, boolean bot, boolean spectator)
      implements FromClient {
    public static final int ANY_MATCH = 0;
  }

  /** The match the server would put the client in; its place is held while it checks the match. */
  record Offer(MatchOffer match) implements FromServer {}

  /**
   * The client has the game and the map.
   *
   * @param schemaHash of the client's entity schema
   * @param mapSha256 of the client's copy of the map
   */
  record Join(int gameVersion, int schemaHash, String mapSha256) implements FromClient {}

  /**
   * The client is in.
   *
   * @param sessionId goes into each datagram; secret
   * @param datagramPort UDP port to play on
   * @param snapshotHz snapshots per second the server means to send
   * @param seat the player's number in the match, or {@link #NO_SEAT} for a spectator
   * @param epoch number of the player's present match, modulo 256; goes into each datagram
   * @param tick the match's tick as this was sent, to start the clock with
   * @param name as others see it
   */
  record Welcome(
      long sessionId, int datagramPort, int snapshotHz, int seat, int epoch, int tick, String name)
      implements FromServer {}

  /** The client may not play. */
  record Refused(DisconnectReason reason, String sentence) implements FromServer {}

  /**
   * The players, and who watches them, went on to another match with the same settings.
   *
   * @param seat as in the Welcome
   */
  record NextMatch(MatchOffer match, int seat, int epoch, int tick) implements FromServer {}

  /**
   * Changes of who is in the match; the first one after joining lists everybody.
   *
   * @param entries at most {@link ringmaster.shared.game.MatchSettings#MAX_PLAYERS}
   */
  record Roster(List<RosterEntry> entries) implements FromServer {
    public Roster {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A seat's occupant.
   *
   * @param present false if the seat is free again
   * @param name empty if not present
   */
  record RosterEntry(int seat, boolean present, boolean bot, String name) {}

  /**
   * How long the way to each player and back takes, once a second.
   *
   * @param entries of those for whom it is known
   */
  record Pings(List<PingEntry> entries) implements FromServer {
    public Pings {
      entries = List.copyOf(entries);
    }
  }

  /**
   * From a snapshot's departure until its ack is back, smoothed; so the client's wait for its next
   * datagram is part of it.
   *
   * @param millis at most {@link #MAX_MILLIS}
   */
  record PingEntry(int seat, int millis) {
    public static final int MAX_MILLIS = 0xFFFF;
  }

  /** A line of talk to be shown to the match. */
  record Say(String text) implements FromClient {}

  /** A line of talk by the player of a seat. */
  record Said(int seat, String text) implements FromServer {}

  /** A sentence by the server for a person to read. */
  record Notice(String text) implements FromServer {}

  /** The player leaves. */
  record Leave() implements FromClient {}

  /** The session is over. */
  record Goodbye(DisconnectReason reason) implements FromServer {}

  /** Nothing to say, but still there. Both directions; answered by nobody. */
  record KeepAlive() implements FromClient, FromServer {}

  /**
   * Kryonet's greeting: the server sends one on accept, before anything else. Clients ignore it.
   *
   * @param connectionId Kryonet's number of the connection; means nothing to the game
   */
  record Accepted(int connectionId) implements FromServer {}

  /** What could not be decoded: dropped and counted. Never sent. */
  record Malformed() implements FromClient, FromServer {}
}
