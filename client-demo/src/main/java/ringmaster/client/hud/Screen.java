package ringmaster.client.hud;

/** What a person sees. */
public enum Screen {
  /** The start page: which servers there are. */
  BROWSER,
  PRACTICE,
  CONNECTING,
  /** The match, with its head-up display. */
  GAME,
  /** Joining came to nothing, or the match was lost. */
  FAILED,
  SETTINGS,
  /** Over the match, which goes on behind. */
  MENU
}
