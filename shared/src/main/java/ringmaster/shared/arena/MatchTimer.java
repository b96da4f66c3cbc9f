package ringmaster.shared.arena;

import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.state.StateVisitor;

/** Counts a match's ticks; its phase follows from the count. */
final class MatchTimer {
  private static final int RESULTS_SECONDS = 10;

  static final int MAX_REMAINING_SECONDS = MatchSettings.MAX_TIME_LIMIT_SECONDS;

  private final int hz;
  private final int playTicks;
  private final int overTick;
  private int ticks;

  MatchTimer(MatchSettings settings) {
    hz = settings.rate().hz();
    playTicks = settings.timeLimitSeconds() * hz;
    overTick = playTicks + RESULTS_SECONDS * hz;
  }

  /** Number of the tick under way, or of the next one between ticks. */
  int tick() {
    return ticks;
  }

  void advance() {
    ticks++;
  }

  Phase phase() {
    if (ticks < playTicks) {
      return Phase.PLAYING;
    }
    return ticks < overTick ? Phase.RESULTS : Phase.OVER;
  }

  /** Seconds to the end of the phase, begun ones counted; 0 when over. */
  int remainingSeconds() {
    return switch (phase()) {
      case PLAYING -> Math.ceilDiv(playTicks - ticks, hz);
      case RESULTS -> Math.ceilDiv(overTick - ticks, hz);
      case OVER -> 0;
    };
  }

  void visit(StateVisitor visitor) {
    ticks = visitor.count(ticks, Integer.MAX_VALUE);
  }
}
