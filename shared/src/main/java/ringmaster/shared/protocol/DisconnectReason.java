package ringmaster.shared.protocol;

/** Why a session did not begin or came to its end. The order is the wire's: append only. */
public enum DisconnectReason {
  /** The player left. */
  LEFT("you left"),
  /** Client and server speak different versions of the protocol. */
  PROTOCOL_VERSION("this server speaks another version of the protocol"),
  /** All seats and matches are taken. */
  SERVER_FULL("server full"),
  /** The match named in the join does not exist or is over. */
  MATCH_UNKNOWN("there is no such match"),
  /** The match named in the join has no free seat. */
  MATCH_FULL("that match is full"),
  /** The server hosts no such mode. */
  MODE_UNKNOWN("this server hosts no such mode"),
  /** The name has nothing printable in it. */
  NAME_INVALID("that name has nothing that can be shown"),
  /** Client and server have different copies of the map. */
  MAP_DIFFERS("client and server have different copies of the map"),
  /** Client and server have different versions of the game. */
  GAME_DIFFERS("client and server have different versions of the game"),
  /** One address holds too many sessions. */
  TOO_MANY_FROM_ADDRESS("too many players from your address"),
  /** The connection did not say hello, or did not finish joining, in time. */
  HANDSHAKE_TIMEOUT("joining took too long"),
  /** The connection sent what is no message. */
  MALFORMED("a message could not be understood"),
  /** The connection sent too many messages. */
  FLOOD("too many messages"),
  /** No datagram arrived for a while. */
  TIMEOUT("nothing was heard from you"),
  /** The server is stopping. */
  SERVER_STOPPING("the server is stopping"),
  /** The match met an error and was closed. */
  MATCH_FAILED("the match met an error and was closed"),
  /** The match ended and none followed it. */
  MATCH_CLOSED("the match was closed"),
  /** The control connection went away without a word. */
  CONNECTION_LOST("the connection was lost"),
  /** Seen by a client only: nobody answers at that address. */
  UNREACHABLE("no server answers at that address"),
  /** A spectator found no match that runs. */
  NO_MATCH_TO_WATCH("there is no match to watch"),
  /** All places for spectators are taken. */
  TOO_MANY_SPECTATORS("that match has as many spectators as it may");

  private static final DisconnectReason[] VALUES = values();

  private final String sentence;

  DisconnectReason(String sentence) {
    this.sentence = sentence;
  }

  /** A plain sentence for a person. */
  public String sentence() {
    return sentence;
  }

  /** The reason of a wire number; unknown ones read as {@link #CONNECTION_LOST}. */
  public static DisconnectReason ofWire(int ordinal) {
    return ordinal >= 0 && ordinal < VALUES.length ? VALUES[ordinal] : CONNECTION_LOST;
  }
}
