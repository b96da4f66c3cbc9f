package ringmaster.server.session;

import ringmaster.shared.game.Simulation;

/**
 * What network threads may know of a match. Made with its CREATE by the control thread; written by
 * the tick thread alone, but for the audience.
 */
public final class MatchView {
  /** A match's way through the server. */
  public enum Stage {
    BUILDING,
    RUNNING,
    /** It could not be built or met an error; it will not be stepped again. */
    FAILED
  }

  private final int matchId;
  private final Audience audience = new Audience();
  private volatile Stage stage = Stage.BUILDING;
  private volatile long firstServerTick;
  private volatile Simulation.Phase phase = Simulation.Phase.PLAYING;

  public MatchView(int matchId) {
    this.matchId = matchId;
  }

  public int matchId() {
    return matchId;
  }

  public Audience audience() {
    return audience;
  }

  public Stage stage() {
    return stage;
  }

  public Simulation.Phase phase() {
    return phase;
  }

  /** The server tick that is the match's tick 0. Meaningful once it runs. */
  public long firstServerTick() {
    return firstServerTick;
  }

  /** Tick thread or builder. */
  public void run(long newFirstServerTick) {
    firstServerTick = newFirstServerTick;
    stage = Stage.RUNNING;
  }

  /** Tick thread or builder: the match is over for good. Returns false if that is no news. */
  public boolean fail() {
    boolean news = stage != Stage.FAILED;
    stage = Stage.FAILED;
    return news;
  }

  public void phase(Simulation.Phase newPhase) {
    if (newPhase != phase) {
      phase = newPhase;
    }
  }
}
