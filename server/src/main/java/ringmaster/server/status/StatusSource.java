package ringmaster.server.status;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringmaster.server.ingress.MatchSummary;
import ringmaster.server.journal.JournalState;
import ringmaster.server.telemetry.GameTelemetry;
import ringmaster.server.telemetry.InputTelemetry;
import ringmaster.server.telemetry.ThreadAllocation;
import ringmaster.server.telemetry.TickTelemetry;
import ringmaster.shared.game.Games;
import ringmaster.shared.report.Provenance;
import ringmaster.shared.time.Clock;

/**
 * What a status is read from. Everything here may be read by any thread.
 *
 * @param clock the tick loop's
 * @param startedNanos when the server began, by that clock
 * @param inputs by network thread
 * @param outOfService whether no match of a mode can be made, since a thread of its code was given
 *     up
 * @param allocation of the tick thread and the workers
 * @param journal null if none is kept
 * @param sessions players and bots now
 * @param stopping whether nobody is let in any more
 * @param counts what else the server counts
 * @param countsByKind the same, told apart by kind
 */
public record StatusSource(
    Clock clock,
    long startedNanos,
    TickTelemetry telemetry,
    List<InputTelemetry> inputs,
    Games games,
    GameTelemetry gameTelemetry,
    Predicate<String> outOfService,
    ThreadAllocation allocation,
    @Nullable JournalState journal,
    Supplier<List<MatchSummary>> matches,
    IntSupplier sessions,
    BooleanSupplier stopping,
    List<Count> counts,
    List<CountByKind> countsByKind,
    Provenance provenance) {

  double uptimeSeconds() {
    return (clock.nanoTime() - startedNanos) / 1e9;
  }
}
