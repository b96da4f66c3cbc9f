package ringmaster.server.status;

import org.jspecify.annotations.Nullable;
import ringmaster.server.ingress.MatchSummary;
import ringmaster.server.session.MatchView;

/** Whether a server works, and whether it takes players. */
final class Health {
  /** A server that slips for less is late, not dead. */
  private static final long DEAD_NANOS = 2_000_000_000L;

  private final StatusSource source;

  Health(StatusSource source) {
    this.source = source;
  }

  /** One sentence that says why the server does not work, or null if it does. */
  @Nullable String illness() {
    return source.telemetry().hasTickedWithin(DEAD_NANOS, source.clock().nanoTime())
        ? null
        : "No tick has begun in the last " + DEAD_NANOS / 1_000_000_000 + " s.";
  }

  /** One sentence that says why players cannot join now, or null if they can. */
  @Nullable String unreadiness() {
    if (source.stopping().getAsBoolean()) {
      return "The server is stopping.";
    }
    for (MatchSummary match : source.matches().get()) {
      if (match.permanent() && match.stage() != MatchView.Stage.RUNNING) {
        return "Match "
            + match.id()
            + " of "
            + match.mode()
            + " is "
            + Names.camelCase(match.stage())
            + (source.outOfService().test(match.mode()) ? ", and the mode out of service." : ".");
      }
    }
    return null;
  }
}
