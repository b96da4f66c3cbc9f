package ringmaster.client.hud;

import ringmaster.shared.protocol.DisconnectReason;

/**
 * Why there is no match, or no longer.
 *
 * @param sentence the reason in full
 */
public record Failure(Kind kind, String sentence) {
  /** What a person can do about it differs. */
  public enum Kind {
    UNREACHABLE(
        "No server there",
        "Check the address, and that the server runs. A firewall must let its port through, both"
            + " TCP and UDP."),
    LOST("Connection lost", "Check your network, then try again: your match may still run."),
    REFUSED("The server said no", "Try another match or server."),
    FULL("No free place", "Try again in a moment, or choose another server."),
    OTHER_VERSION(
        "Different versions",
        "Use the version of Ringmaster that the server uses, or another server."),
    OTHER_MAP("Different maps", "Get the server's copy of the map, or choose another server."),
    ENDED("The match is over", "Choose another match."),
    LOCAL(
        "Something failed here",
        "Try again. If it fails again, what was written where Ringmaster was started says more.");

    private final String headline;
    private final String advice;

    Kind(String headline, String advice) {
      this.headline = headline;
      this.advice = advice;
    }

    String headline() {
      return headline;
    }

    String advice() {
      return advice;
    }
  }

  /** What a reason of the protocol is to a person. */
  public static Failure of(DisconnectReason reason, String sentence) {
    return new Failure(kindOf(reason), sentence.isEmpty() ? reason.sentence() : sentence);
  }

  private static Kind kindOf(DisconnectReason reason) {
    return switch (reason) {
      case UNREACHABLE -> Kind.UNREACHABLE;
      case CONNECTION_LOST, TIMEOUT, HANDSHAKE_TIMEOUT -> Kind.LOST;
      case SERVER_FULL, MATCH_FULL, TOO_MANY_SPECTATORS, TOO_MANY_FROM_ADDRESS -> Kind.FULL;
      case PROTOCOL_VERSION, GAME_DIFFERS -> Kind.OTHER_VERSION;
      case MAP_DIFFERS -> Kind.OTHER_MAP;
      case LEFT, SERVER_STOPPING, MATCH_FAILED, MATCH_CLOSED -> Kind.ENDED;
      case MATCH_UNKNOWN, NO_MATCH_TO_WATCH, MODE_UNKNOWN, NAME_INVALID, MALFORMED, FLOOD ->
          Kind.REFUSED;
    };
  }
}
