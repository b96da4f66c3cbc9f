package ringmaster.server.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringmaster.shared.report.JsonOutput;
import ringmaster.shared.report.Provenance;
import ringmaster.shared.time.SystemClock;

/** What a tick costs, phase by phase, without and with a journal. */
@Command(
    name = "tick",
    description =
        "What a tick costs, phase by phase, without and with a journal: two servers with bots, in"
            + " turns, in one thread that does the journal's work as well.",
    showDefaultValues = true)
@SuppressWarnings("NullAway.Init") // picocli sets the options
final class TickCommand implements Callable<Integer> {
  /** Two seconds of play: long beside a sync of the disk, short beside a drift of the machine. */
  private static final int BLOCK_TICKS = 120;

  private static final long SEED = 1;
  private static final int MAX_TICKS = 100_000;
  private static final int MAX_WORKERS = 256;

  @Option(names = "--players", defaultValue = "128", description = "Bots in all.")
  private int players;

  @Option(
      names = "--players-per-match",
      defaultValue = "8",
      paramLabel = "K",
      description = "Bots in each match.")
  private int playersPerMatch;

  @Option(
      names = "--ticks",
      defaultValue = "3600",
      description = "Ticks to measure of each kind; rounded up to whole blocks of " + BLOCK_TICKS)
  private int ticks;

  @Option(names = "--warmup", defaultValue = "1200", description = "Ticks before measuring.")
  private int warmupTicks;

  @Option(
      names = "--workers",
      defaultValue = "0",
      paramLabel = "N",
      description = "Threads that step matches beside the tick thread.")
  private int workers;

  @Option(
      names = "--dir",
      defaultValue = "${sys:java.io.tmpdir}",
      description = "A directory on the disk for the journal; what is written there is removed.")
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
    TickRig.Load load = load();
    Instant startedAt = Instant.now();
    try (ScratchDirectory scratch = new ScratchDirectory(directory);
        TickRig off = new TickRig(load, null, SEED);
        TickRig on = new TickRig(load, scratch.disk(), SEED)) {
      warmUp(load, off, on);
      report(compare(load, off, on), startedAt);
    }
    return 0;
  }

  private TickRig.Load load() {
    require(playersPerMatch >= 1 && playersPerMatch <= 63, "--players-per-match", "1 to 63");
    require(
        players >= playersPerMatch && players % playersPerMatch == 0,
        "--players",
        "a multiple of --players-per-match");
    require(ticks >= 1 && ticks <= MAX_TICKS, "--ticks", "1 to " + MAX_TICKS);
    require(warmupTicks >= 1 && warmupTicks <= MAX_TICKS, "--warmup", "1 to " + MAX_TICKS);
    require(workers >= 0 && workers <= MAX_WORKERS, "--workers", "0 to " + MAX_WORKERS);
    return new TickRig.Load(players / playersPerMatch, playersPerMatch, workers);
  }

  private void require(boolean valid, String option, String range) {
    if (!valid) {
      throw new ParameterException(
          spec.commandLine(),
          option + " must be " + range + ", not " + spec.findOption(option).getValue());
    }
  }

  private void warmUp(TickRig.Load load, TickRig off, TickRig on) {
    say("warming up for %,d ticks".formatted(warmupTicks));
    for (TickRig rig : List.of(off, on)) {
      rig.run(warmupTicks);
      if (rig.players() < load.players()) {
        throw new IllegalStateException(
            "after the warm-up only " + rig.players() + " players are in; make --warmup longer");
      }
    }
  }

  /** Blocks of both kinds in turns; which comes first changes from pair to pair. */
  private TickComparison compare(TickRig.Load load, TickRig off, TickRig on) {
    double ringNanosPerCommand = new RingCost(new SystemClock()).nanosPerCommand();
    int pairs = Math.ceilDiv(ticks, BLOCK_TICKS);
    say("measuring %,d ticks of each kind".formatted(pairs * BLOCK_TICKS));
    List<Reading> blocksOff = new ArrayList<>();
    List<Reading> blocksOn = new ArrayList<>();
    Reading offBefore = off.read();
    Reading onBefore = on.read();
    for (int pair = 0; pair < pairs; pair++) {
      if (pair % 2 == 0) {
        blocksOff.add(block(off));
        blocksOn.add(block(on));
      } else {
        blocksOn.add(block(on));
        blocksOff.add(block(off));
      }
    }
    return new TickComparison(
        load,
        blocksOff,
        blocksOn,
        off.read().since(offBefore),
        on.read().since(onBefore),
        ringNanosPerCommand);
  }

  private static Reading block(TickRig rig) {
    Reading before = rig.read();
    rig.run(BLOCK_TICKS);
    return rig.read().since(before);
  }

  private void say(String progress) {
    spec.commandLine().getErr().println(progress);
  }

  private void report(TickComparison comparison, Instant startedAt) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    comparison.print(out);
    out.flush();
    if (json != null) {
      JsonObject report = comparison.toJson();
      String typed = String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
      Provenance.here("ringmaster " + typed, startedAt).addTo(report);
      JsonOutput.write(json, report.toString(), out);
    }
  }
}
