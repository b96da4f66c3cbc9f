package ringmaster.client.hud;

import ringmaster.shared.netsim.NetworkProfile;

/** Told what a person wants by way of the screens. Called on the main thread. */
public interface UiListener {
  /**
   * Join a server.
   *
   * @param address as typed: an invite, or HOST[:PORT]
   * @param mode the wanted mode, or empty for any
   * @param matchId the wanted match, or 0 for any
   * @param spectate watch without a seat
   */
  void join(String address, String mode, int matchId, boolean spectate);

  /** Play alone with bots. */
  void practice(PracticeWish wish);

  /** Give up connecting, or leave the match: back to the server browser. */
  void leave();

  /** Try the last join again. */
  void retry();

  /** End the program. */
  void quit();

  /** Say a line to the match. */
  void say(String text);

  /** Ask all servers of the browser again. */
  void refreshServers();

  /** The settings were changed: use and keep them. */
  void settingsChanged();

  /** Simulate this network from now on. */
  default void networkChanged(NetworkProfile network) {}

  /** A button or the like was used: for a sound. */
  default void clicked() {}
}
