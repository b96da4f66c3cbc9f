package ringmaster.server.status;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.SummaryWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Quantiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.HdrHistogram.Histogram;
import ringmaster.server.ingress.MatchSummary;
import ringmaster.server.journal.JournalState;
import ringmaster.server.telemetry.CpuTime;
import ringmaster.server.telemetry.FailureCause;
import ringmaster.server.telemetry.GameTelemetry;
import ringmaster.server.telemetry.GcPauses;
import ringmaster.server.telemetry.InputTelemetry;
import ringmaster.server.telemetry.TickPhase;
import ringmaster.server.telemetry.TickTelemetry;
import ringmaster.shared.game.Games;

/** Writes {@code /metrics}, the text format of Prometheus. Reads all numbers when it is scraped. */
final class Metrics {
  static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final double[] QUANTILES = {0.5, 0.99, 0.999, 1};

  /** What comes in good time hurts nobody: the other end tells. */
  private static final double[] MARGIN_QUANTILES = {0.001, 0.01, 0.5, 0.99};

  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final StatusSource source;

  Metrics(StatusSource source, Readings readings, GcPauses pauses) {
    this.source = source;
    readings.counts.forEach(count -> register(count.name(), count));
    readings.journalCounts.forEach(count -> register(journalName(count.name()), count));
    readings.countsByKind.forEach(this::register);
    registerMachine(pauses);
    registerMatches();
    registerGames(source.games(), source.gameTelemetry());
    registerService(source.games());
    registerTicks(source.telemetry());
    registerInputs(source.inputs());
    JournalState journal = source.journal();
    if (journal != null) {
      register(journal);
    }
  }

  /** All metrics as they are now. */
  byte[] text() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      writer.write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toByteArray();
  }

  private static String journalName(String count) {
    return "journal" + Character.toUpperCase(count.charAt(0)) + count.substring(1);
  }

  private void register(String name, Count count) {
    counter(name, count.help(), () -> count.value().getAsLong());
  }

  private void register(CountByKind counts) {
    CounterWithCallback.builder()
        .name(Names.metric(counts.name()))
        .help(counts.help())
        .labelNames(counts.label())
        .callback(metric -> counts.values().forEach((kind, n) -> metric.call(n.getAsLong(), kind)))
        .register(registry);
  }

  private void registerMachine(GcPauses pauses) {
    counter("cpuSeconds", "CPU time of the process", () -> CpuTime.processNanos() / 1e9);
    gauge("uptimeSeconds", "Time since the start", source::uptimeSeconds);
    gauge(
        "gcPauseMaxSeconds",
        "Longest pause of the collector since the start",
        () -> pauses.maxMillis() / 1e3);
  }

  private void registerMatches() {
    gauge("sessions", "Players, bots and spectators with a session", source.sessions()::getAsInt);
    gauge("matches", "Matches", () -> source.matches().get().size());
    gauge("players", "Persons with a seat", () -> sum(MatchSummary::players));
    gauge("bots", "Programs with a seat", () -> sum(MatchSummary::bots));
    gauge("spectators", "Those who only watch", () -> sum(MatchSummary::spectators));
  }

  private void registerGames(Games games, GameTelemetry telemetry) {
    CounterWithCallback.builder()
        .name(Names.metric("matchFailures"))
        .help("Matches that met an error, and bots whose brain did")
        .labelNames("mode", "cause")
        .callback(metric ->
            telemetry
                .all()
                .forEach((mode, figures) -> {
                  for (FailureCause cause : FailureCause.values()) {
                    metric.call(figures.failures(cause), mode, Names.camelCase(cause));
                  }
                }))
        .register(registry);
    CounterWithCallback.builder()
        .name(Names.metric("matchBytesAllocated"))
        .help("Bytes allocated in ticks by matches of a game from a jar")
        .labelNames("mode")
        .callback(metric ->
            telemetry
                .all()
                .forEach((mode, figures) -> {
                  if (games.jar(mode) != null) {
                    metric.call(figures.bytesAllocated.get(), mode);
                  }
                }))
        .register(registry);
  }

  private void registerService(Games games) {
    GaugeWithCallback.builder()
        .name(Names.metric("modeOutOfService"))
        .help("1 while no match of a game from a jar can be made: a thread of it was given up")
        .labelNames("mode")
        .callback(metric ->
            games
                .guestModes()
                .forEach(mode -> metric.call(source.outOfService().test(mode) ? 1 : 0, mode)))
        .register(registry);
  }

  private int sum(ToIntFunction<MatchSummary> seats) {
    return source.matches().get().stream().mapToInt(seats).sum();
  }

  private void registerTicks(TickTelemetry ticks) {
    summary(
        "tickIntervalSeconds",
        "Start of a tick to the start of the next",
        ticks.interval::snapshot);
    summary("tickSeconds", "Work of a tick until its matches stand", ticks.tick::snapshot);
    summary("publishSeconds", "Sending a tick's snapshots", ticks.publish::snapshot);
    SummaryWithCallback.builder()
        .name(Names.metric("tickPhaseSeconds"))
        .help("Parts of a tick")
        .labelNames("phase")
        .callback(metric -> {
          for (TickPhase phase : TickPhase.values()) {
            call(metric, ticks.phase(phase).snapshot(), QUANTILES, Names.camelCase(phase));
          }
        })
        .register(registry);
  }

  private void register(JournalState journal) {
    gauge(
        "journalDurable",
        "1 while accepted input is in the journal, 0 while some is lost or in doubt",
        () -> journal.durability() == JournalState.Durability.NOT_DURABLE ? 0 : 1);
    counter(
        "journalNotDurableSeconds",
        "Time in which it was not durable",
        () -> journal.notDurableNanos() / 1e9);
    gauge(
        "journalStallMaxSeconds",
        "Longest time in which the disk took nothing",
        () -> journal.stallNanosMax() / 1e9);
  }

  private void counter(String name, String help, DoubleSupplier value) {
    CounterWithCallback.builder()
        .name(Names.metric(name))
        .help(help)
        .callback(metric -> metric.call(value.getAsDouble()))
        .register(registry);
  }

  private void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(Names.metric(name))
        .help(help)
        .callback(metric -> metric.call(value.getAsDouble()))
        .register(registry);
  }

  private void registerInputs(List<InputTelemetry> inputs) {
    summary(
        "inputMarginSeconds",
        "How early commands come; late ones are 0",
        () -> InputTelemetry.margins(inputs),
        MARGIN_QUANTILES);
    summary(
        "rewindSeconds", "How far back commands are judged", () -> InputTelemetry.rewinds(inputs));
  }

  private void summary(String name, String help, Supplier<Histogram> nanos) {
    summary(name, help, nanos, QUANTILES);
  }

  private void summary(String name, String help, Supplier<Histogram> nanos, double[] quantiles) {
    SummaryWithCallback.builder()
        .name(Names.metric(name))
        .help(help)
        .callback(metric -> call(metric, nanos.get(), quantiles))
        .register(registry);
  }

  private static void call(
      SummaryWithCallback.Callback metric, Histogram nanos, double[] quantiles, String... labels) {
    Quantiles.Builder values = Quantiles.builder();
    for (double quantile : quantiles) {
      values.quantile(quantile, nanos.getValueAtPercentile(100 * quantile) / 1e9);
    }
    long count = nanos.getTotalCount();
    metric.call(count, count * nanos.getMean() / 1e9, values.build(), labels);
  }
}
