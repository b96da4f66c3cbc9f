package ringmaster.shared.protocol;

import java.util.List;

/**
 * What travels on the control channel. Joining goes Hello, Offer, Join, Welcome; or Refused at any
 * step. Layouts: {@link ControlCodec}.
 */
public sealed interface ControlMessage {
  /** What a client says. */
  sealed interface FromClient extends ControlMessage {}

  /** What a server says. */
  sealed interface FromServer extends ControlMessage {}

  /**
   * A client asks to play.
   *
   * @param protocolVersion {@link Limits#PROTOCOL_VERSION} of the client
   * @param name as typed; the server cleans it and makes it unique
   * @param mode the wanted mode, or empty for any
   * @param matchId the wanted match, or {@link #ANY_MATCH}
   * @param bot whether a program plays; shown to others
   */
  record Hello(int protocolVersion, String name, String mode, int matchId, boolean bot)
      implements FromClient {
    public static final int ANY_MATCH = 0;
  }

  /** The match the server would put the client in; a seat is held while the client checks it. */
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
   * @param seat the player's number in the match
   * @param epoch number of the player's present match, modulo 256; goes into each datagram
   * @param tick the match's tick as this was sent, to start the clock with
   * @param name as others see it
   */
  record Welcome(
      long sessionId, int datagramPort, int snapshotHz, int seat, int epoch, int tick, String name)
      implements FromServer {}

  /** The client may not play. */
  record Refused(DisconnectReason reason, String sentence) implements FromServer {}

  /** The players went on to another match with the same settings. */
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
