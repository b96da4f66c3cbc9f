package ringmaster.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ringmaster.server.guard.Guards;
import ringmaster.server.guard.Patience;
import ringmaster.server.journal.Disk;
import ringmaster.server.journal.FileDisk;
import ringmaster.server.journal.JournalDamagedException;
import ringmaster.server.pool.WorkerPool;
import ringmaster.server.recovery.JournalContents;
import ringmaster.server.recovery.JournalReplay;
import ringmaster.server.recovery.UnknownModeException;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.time.SystemClock;

/** Looks into a journal, and runs it again. */
@Command(
    name = "replay",
    description = "Looks into a server's journal, or runs it again and compares every hash.",
    subcommands = {ReplayCommand.Info.class, ReplayCommand.Verify.class})
@SuppressWarnings("NullAway.Init") // picocli sets spec
final class ReplayCommand implements Runnable {
  private static final int MAX_WORKERS = 256;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say info or verify");
  }

  private static Disk disk(Path journal) throws IOException {
    if (!Files.isDirectory(journal)) {
      throw new RunFailed(journal + " is not a journal directory");
    }
    return new FileDisk(journal);
  }

  /** Runs something over a journal, with one sentence for each way in which that can fail. */
  private static int over(Path journal, Task task) {
    try {
      return task.run(disk(journal));
    } catch (JournalDamagedException | IllegalArgumentException e) {
      throw new RunFailed(journal + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new RunFailed("cannot read " + journal + ": " + e.getMessage(), e);
    }
  }

  private interface Task {
    int run(Disk disk) throws IOException;
  }

  /** What a journal holds. */
  @Command(name = "info", description = "Prints what a journal holds.")
  static final class Info implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "For example ringmaster-data/journal.old-1.")
    private @Nullable Path journal;

    @Override
    public Integer call() {
      return over(
          Objects.requireNonNull(journal),
          disk -> {
            JournalContents.Contents contents = JournalContents.read(disk);
            if (contents.summary().segments() == 0) {
              throw new RunFailed(journal + " holds no journal");
            }
            print(contents);
            return 0;
          });
    }

    private static void print(JournalContents.Contents contents) {
      System.out.printf(
          "%,d records in %d segments, written by version %s; %,d ticks;"
              + " %,d records lost in %d gaps; %,d bytes torn off at the end%n",
          contents.summary().records(),
          contents.summary().segments(),
          contents.summary().buildVersion(),
          contents.ticks(),
          contents.summary().lostRecords(),
          contents.summary().gaps(),
          contents.summary().cutBytes());
      for (JournalContents.MatchContents match : contents.matches()) {
        System.out.printf(
            "match %d: %s@%s version %d, %d players at most, %d Hz, seed %016x, %,d ticks,"
                + " %d joins, %,d commands%n",
            match.id(),
            match.settings().mode(),
            match.settings().map(),
            match.gameVersion(),
            match.settings().maxPlayers(),
            match.settings().rate().hz(),
            match.settings().seed(),
            match.ticks(),
            match.joins(),
            match.commands());
      }
    }
  }

  /** Runs a journal again. */
  @Command(
      name = "verify",
      description = "Runs a journal again; fails and names the tick if a hash differs.")
  @SuppressWarnings("NullAway.Init") // picocli sets the options
  static final class Verify implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "For example ringmaster-data/journal.old-1.")
    private @Nullable Path journal;

    @Option(
        names = "--workers",
        defaultValue = "0",
        description = "Threads beside the main one; the result must not depend on it.")
    private int workers;

    @Mixin private GamesFolder gamesFolder;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      Values.requireRange(spec, "--workers", workers, 0, MAX_WORKERS);
      Games games = gamesFolder.open().games();
      return over(Objects.requireNonNull(journal), disk -> verify(disk, games));
    }

    private int verify(Disk disk, Games games) throws IOException {
      try (WorkerPool pool = new WorkerPool(workers);
          Guards guards = new Guards(Patience.ample(new SystemClock()))) {
        JournalReplay.Result result = replay(disk, games, pool, guards);
        result.cutShort().forEach(sentence -> System.err.println(sentence + "."));
        if (result.ticks() == 0) {
          throw new RunFailed(journal + " holds no journal");
        }
        if (result.firstDifference() != null) {
          throw new RunFailed(result.firstDifference());
        }
        if (result.hashesCompared() == 0) {
          throw new RunFailed(journal + " holds no hash to compare: no match had run");
        }
        System.out.printf(
            "VERIFIED %,d ticks of %d matches, %,d hashes compared, all equal%s; digest %016x%n",
            result.matchTicks(),
            result.matches(),
            result.hashesCompared(),
            torn(result.cutBytes()),
            result.digest());
        return 0;
      }
    }

    private JournalReplay.Result replay(Disk disk, Games games, WorkerPool pool, Guards guards)
        throws IOException {
      try {
        return JournalReplay.run(disk, games, new GameMaps(), pool, guards);
      } catch (UnknownModeException e) {
        String hint = gamesFolder.folder() == null ? "; if it came in a jar, say --games DIR" : "";
        throw new RunFailed(journal + ": " + e.getMessage() + hint, e);
      }
    }

    private static String torn(long bytes) {
      return bytes == 0 ? "" : " (%,d bytes torn off at the end)".formatted(bytes);
    }
  }
}
