package ringmaster.server.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ringmaster.shared.report.JsonOutput;
import ringmaster.shared.report.Provenance;

/** What the journal costs: its agent and writer per record, and the tick thread's wait. */
@Command(
    name = "journal",
    description = "What the journal costs for each record, and how long a tick waits for it.",
    showDefaultValues = true)
@SuppressWarnings("NullAway.Init") // picocli sets the options
final class JournalCommand implements Callable<Integer> {
  private static final int WARM_UP_ROUNDS = 2;

  @Option(
      names = "--dir",
      defaultValue = "${sys:java.io.tmpdir}",
      description = "A directory on the disk to be measured; what is written there is removed.")
  private Path directory;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the figures as JSON; - prints them as the last line.")
  private @Nullable String json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ScratchDirectory.require(directory, spec.commandLine());
    Instant startedAt = Instant.now();
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      turns();
    }
    JournalRig.Turns turns = turns();
    JournalRig.Wait wait = pacedWait();
    PrintWriter out = spec.commandLine().getOut();
    print(turns, wait, out);
    if (json != null) {
      JsonOutput.write(json, toJson(turns, wait, startedAt).toString(), out);
    }
    return 0;
  }

  private JournalRig.Turns turns() throws IOException {
    try (ScratchDirectory scratch = new ScratchDirectory(directory)) {
      return new JournalRig(scratch.disk()).measureTurns();
    }
  }

  private JournalRig.Wait pacedWait() throws IOException {
    try (ScratchDirectory scratch = new ScratchDirectory(directory)) {
      return new JournalRig(scratch.disk()).measureWait();
    }
  }

  private static void print(JournalRig.Turns turns, JournalRig.Wait wait, PrintWriter out) {
    out.printf(
        "agent %.1f ns, writer %.1f ns per record; %,d records, %d syncs, %.0f MB%n",
        turns.agentNanosPerRecord(),
        turns.writerNanosPerRecord(),
        turns.records(),
        turns.syncs(),
        turns.bytes() / 1e6);
    out.printf(
        "wait per tick of %,d records: p50 %.0f us, p99 %.0f us, max %.0f us; %d of %,d missed%n",
        JournalRig.RECORDS_PER_TICK,
        wait.p50Micros(),
        wait.p99Micros(),
        wait.maxMicros(),
        wait.missed(),
        wait.ticks());
    out.flush();
  }

  private JsonObject toJson(JournalRig.Turns turns, JournalRig.Wait wait, Instant startedAt) {
    JsonObject waits = new JsonObject();
    waits.addProperty("p50", wait.p50Micros());
    waits.addProperty("p99", wait.p99Micros());
    waits.addProperty("max", wait.maxMicros());
    JsonObject report = new JsonObject();
    report.addProperty("recordsPerTick", JournalRig.RECORDS_PER_TICK);
    report.addProperty("agentNanosPerRecord", turns.agentNanosPerRecord());
    report.addProperty("writerNanosPerRecord", turns.writerNanosPerRecord());
    report.add("waitMicros", waits);
    report.addProperty("ticks", wait.ticks());
    report.addProperty("ticksMissed", wait.missed());
    String typed = String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    Provenance.here("ringmaster " + typed, startedAt).addTo(report);
    return report;
  }
}
