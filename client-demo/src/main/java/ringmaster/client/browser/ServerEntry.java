package ringmaster.client.browser;

import java.util.List;

/**
 * A server as the browser shows it.
 *
 * @param address as a person would type it, {@code HOST:PORT}
 * @param favourite marked by the player
 * @param pingMillis round trip; -1: not known
 * @param version the server's program version; empty until it answered
 * @param sentence what is wrong, for a person; empty if nothing is
 * @param matches those worth joining first; full ones can be watched; empty until it answered
 */
public record ServerEntry(
    String address,
    Source source,
    boolean favourite,
    Status status,
    int pingMillis,
    String version,
    String sentence,
    List<Match> matches) {

  /** How the browser knows of it. */
  public enum Source {
    /** Announces itself on this network. */
    LAN,
    RECENT,
    FAVOURITE,
    TYPED
  }

  /** How far asking it has come. */
  public enum Status {
    ASKING,
    ANSWERED,
    /** Nobody answers there. */
    SILENT,
    /** It speaks another version of the protocol. */
    OTHER_VERSION
  }

  /** A match of a server. */
  public record Match(int id, String mode, String map, int players, int bots, int maxPlayers) {
    /** Whether all seats are taken. */
    public boolean full() {
      return players + bots >= maxPlayers;
    }
  }

  public ServerEntry {
    matches = List.copyOf(matches);
  }
}
