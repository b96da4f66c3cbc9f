package ringmaster.server.status;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import ringmaster.server.journal.JournalState;
import ringmaster.server.telemetry.OverrunCause;
import ringmaster.server.telemetry.TickTelemetry;

/** Names for what a server counts: one list, from which every report is made. */
final class Readings {
  final List<Count> counts = new ArrayList<>();
  final List<CountByKind> countsByKind = new ArrayList<>();

  /** Named without the word journal, which the reports add; empty if none is kept. */
  final List<Count> journalCounts;

  Readings(StatusSource source) {
    addTicks(source.telemetry());
    counts.add(
        new Count(
            "bytesAllocated",
            "Bytes allocated by the tick thread and the workers",
            source.allocation()::bytes));
    counts.addAll(source.counts());
    countsByKind.addAll(source.countsByKind());
    JournalState journal = source.journal();
    journalCounts = journal == null ? List.of() : ofJournal(journal);
  }

  private void addTicks(TickTelemetry ticks) {
    counts.add(new Count("ticks", "Ticks run", ticks.ticks));
    counts.add(new Count("slips", "Times the schedule was given up and set anew", ticks.slips));
    counts.add(
        new Count("tickOverruns", "Ticks whose work took longer than a period", ticks.overruns));
    counts.add(
        new Count(
            "journalTimeouts",
            "Ticks that did not wait for the journal any longer",
            ticks.journalTimeouts));
    counts.add(
        new Count(
            "commandsMissed",
            "Ticks of players that ran without a command of their own",
            ticks.commandsMissed));
    counts.add(new Count("matchesFailed", "Matches that met an error", ticks.matchesFailed));
    countsByKind.add(
        CountByKind.of(
            "tickOverrunCauses",
            "cause",
            "What made ticks overrun",
            EnumSet.allOf(OverrunCause.class),
            cause -> ticks.overruns(cause).get()));
  }

  private static List<Count> ofJournal(JournalState journal) {
    return List.of(
        new Count("records", "Records written", journal::records),
        new Count("bytes", "Bytes appended", journal::bytes),
        new Count("writes", "Gathered writes", journal::writes),
        new Count("syncs", "Times the disk was told to keep it", journal::syncs),
        new Count("failures", "Disk errors, retries included", journal::failures),
        new Count("gaps", "Times records were dropped in a row", journal::gaps),
        new Count("lostRecords", "Records that are not in the journal", journal::lostRecords));
  }
}
