package ringmaster.client.load;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.Invite;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.report.Provenance;
import ringmaster.shared.time.SystemClock;

/**
 * One run of the load generator from start to report, with a server of its own if none is given.
 */
public final class LoadRun {
  private static final Gson JSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  /**
   * What to do.
   *
   * @param server null: start one
   * @param status where the server's status is read; null: nowhere, or from the server started
   * @param playersPerMatch of a server started here
   * @param mode empty: any
   * @param games what the bots can play
   * @param gamesFolder where those of them are that came in jars; null for none
   */
  public record Order(
      @Nullable Invite server,
      @Nullable URI status,
      int players,
      int playersPerMatch,
      int seconds,
      int warmupSeconds,
      String mode,
      String brain,
      AimedView view,
      NetworkProfile network,
      Games games,
      @Nullable Path gamesFolder) {}

  /**
   * What came of it.
   *
   * @param summary the main figures, a line each
   * @param failure why the run counts as failed, in one sentence; null if it went well
   */
  public record Outcome(String json, String page, String summary, @Nullable String failure) {
    /** Writes the page. */
    public void writePage(Path file) throws IOException {
      Files.writeString(file, page);
    }
  }

  private final Provenance provenance;
  private final Order order;
  private final LoadGenerator.Watcher watcher;

  public LoadRun(Provenance provenance, Order order, LoadGenerator.Watcher watcher) {
    this.provenance = provenance;
    this.order = order;
    this.watcher = watcher;
  }

  /**
   * Runs.
   *
   * @throws IOException with one sentence if it cannot even begin
   * @throws InterruptedException if it is to end early
   */
  public Outcome run() throws IOException, InterruptedException {
    Invite server = order.server();
    if (server != null) {
      return load(server, order.status());
    }
    int matches = Math.ceilDiv(order.players(), order.playersPerMatch());
    String match = order.mode() + ":" + order.playersPerMatch() + ":" + matches;
    watcher.say("starting a server");
    try (ServerProcess process = ServerProcess.start(match, matches, order.gamesFolder())) {
      return load(process.invite(), URI.create("http://" + process.http() + "/api/status"));
    }
  }

  private Outcome load(Invite server, @Nullable URI status)
      throws IOException, InterruptedException {
    LoadPlan plan =
        new LoadPlan(
            server,
            order.players(),
            order.seconds(),
            order.warmupSeconds(),
            order.mode(),
            order.brain(),
            order.view(),
            order.network());
    try (Readings readings = new Readings(status);
        LoadGenerator generator =
            new LoadGenerator(plan, order.games(), new SystemClock(), watcher)) {
      LoadResult result = generator.run(readings);
      LoadReport report =
          new LoadReport(provenance, result, readings.cpuSeconds(), readings.difference());
      return new Outcome(
          JSON.toJson(report.toJson()),
          ReportPage.of(report),
          ReportSummary.of(report),
          failure(result.departures()));
    }
  }

  /** Processor time of this process so far. */
  private static double processCpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  private static @Nullable String failure(Departures departures) {
    return departures.isEmpty() ? null : departures.describe();
  }

  /** The readings at the two ends of the window. */
  private final class Readings implements LoadGenerator.WindowEnds, AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final @Nullable URI uri;
    private @Nullable ServerStatus before;
    private @Nullable ServerStatus after;
    private double cpuSecondsBefore;
    private double cpuSecondsAfter;

    /** Reads once for nothing: the first time is slow, and would shift the window's beginning. */
    Readings(@Nullable URI uri) {
      this.uri = uri;
      read();
    }

    @Override
    public void opened() {
      cpuSecondsBefore = processCpuSeconds();
      before = read();
    }

    @Override
    public void closed() {
      after = read();
      cpuSecondsAfter = processCpuSeconds();
    }

    /** A run without the server's figures is worth more than none. */
    private @Nullable ServerStatus read() {
      if (uri == null) {
        return null;
      }
      try {
        return ServerStatus.fetch(http, uri);
      } catch (IOException e) {
        watcher.say("no figures of the server: " + e.getMessage());
        return null;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }

    @Override
    public void close() {
      http.close();
    }

    double cpuSeconds() {
      return cpuSecondsAfter - cpuSecondsBefore;
    }

    @Nullable ServerDifference difference() {
      if (before == null || after == null) {
        return null;
      }
      if (after.number("uptimeSeconds") < before.number("uptimeSeconds")) {
        watcher.say("no figures of the server: it was restarted meanwhile");
        return null;
      }
      return new ServerDifference(before, after);
    }
  }
}
