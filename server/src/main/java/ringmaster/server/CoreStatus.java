package ringmaster.server;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import ringmaster.server.ingress.ControlCounters;
import ringmaster.server.ingress.IngressCounters;
import ringmaster.server.journal.Journal;
import ringmaster.server.pool.WorkerPool;
import ringmaster.server.replication.SnapshotPublisher;
import ringmaster.server.status.Count;
import ringmaster.server.status.CountByKind;
import ringmaster.server.status.StatusSource;
import ringmaster.server.telemetry.Counter;
import ringmaster.server.telemetry.ThreadAllocation;
import ringmaster.server.transport.ControlEvent;
import ringmaster.server.transport.Counters;
import ringmaster.server.transport.DatagramEvent;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.report.Provenance;
import ringmaster.shared.time.Clock;

/** Which of a server's numbers its status shows, and under which names. */
public final class CoreStatus {
  /** Not events to be counted beside the others. */
  private static final EnumSet<DatagramEvent> BYTE_SUMS =
      EnumSet.of(DatagramEvent.RECEIVED_BYTES, DatagramEvent.SENT_BYTES);

  private final ServerCore core;

  private CoreStatus(ServerCore core) {
    this.core = core;
  }

  /**
   * The status of a server that is about to start.
   *
   * @param clock the server's
   * @param tickThreadId of the thread that drives the tick loop
   * @param datagrams counters of the datagram endpoints
   * @param control counters of the control channel
   */
  public static StatusSource of(
      ServerCore core,
      Clock clock,
      long tickThreadId,
      List<Counters<DatagramEvent>> datagrams,
      Counters<ControlEvent> control,
      Provenance provenance) {
    CoreStatus names = new CoreStatus(core);
    Journal journal = core.journal();
    return new StatusSource(
        clock,
        clock.nanoTime(),
        core.telemetry(),
        core.inputs(),
        core.games(),
        core.gameTelemetry(),
        core.guards()::hasLost,
        new ThreadAllocation(threadIds(tickThreadId, core.pool())),
        journal == null ? null : journal.state(),
        core.control().directory()::summaries,
        core.sessions()::size,
        core.control()::stopping,
        names.counts(datagrams),
        names.countsByKind(datagrams, control),
        provenance);
  }

  private static LongStream threadIds(long tickThreadId, WorkerPool pool) {
    return LongStream.concat(
        LongStream.of(tickThreadId),
        IntStream.rangeClosed(1, pool.workers()).mapToLong(pool::threadId));
  }

  private List<Count> counts(List<Counters<DatagramEvent>> datagrams) {
    ControlCounters control = core.controlCounters();
    List<Count> counts = new ArrayList<>(snapshotCounts(core.publisher()));
    counts.add(
        new Count("datagramsReceived", "Datagrams that arrived", ingress(lane -> lane.datagrams)));
    counts.add(
        new Count(
            "datagramBytesReceived",
            "Payload of the datagrams that arrived",
            () -> sum(datagrams, DatagramEvent.RECEIVED_BYTES)));
    counts.add(
        new Count(
            "datagramBytesSent",
            "Payload of the datagrams sent",
            () -> sum(datagrams, DatagramEvent.SENT_BYTES)));
    counts.add(
        new Count(
            "commandsPublished", "Commands put into the ring", ingress(lane -> lane.commands)));
    counts.add(
        new Count("falseAcks", "Acks of what was never sent", ingress(lane -> lane.falseAcks)));
    counts.add(
        new Count(
            "threadsLost",
            "Threads of games from jars that did not come back in time",
            core.guards()::lostSoFar));
    counts.add(new Count("joined", "Players and bots who took a seat", control.joined));
    counts.add(new Count("watched", "Spectators who were let in", control.watched));
    counts.add(new Count("asked", "Times somebody was told what is played", control.asked));
    counts.add(new Count("talk", "Lines of talk passed on", control.talk));
    counts.add(new Count("talkDropped", "Lines of talk dropped", control.talkDropped));
    return counts;
  }

  private static List<Count> snapshotCounts(SnapshotPublisher publisher) {
    return List.of(
        new Count("snapshots", "Snapshots handed to a socket", publisher::snapshots),
        new Count("snapshotBytes", "UDP payload of the snapshots", publisher::snapshotBytes),
        new Count(
            "snapshotsIncomplete",
            "Snapshots that could not hold all that had changed",
            publisher::incomplete),
        new Count("snapshotsUnsent", "Snapshots due and not sent", publisher::unsent),
        new Count(
            "snapshotRateChanges",
            "Times that somebody's snapshots became more or fewer a second",
            publisher::rateChanges));
  }

  private static long sum(List<Counters<DatagramEvent>> endpoints, DatagramEvent event) {
    return endpoints.stream().mapToLong(counters -> counters.get(event)).sum();
  }

  private List<CountByKind> countsByKind(
      List<Counters<DatagramEvent>> datagrams, Counters<ControlEvent> control) {
    return List.of(
        new CountByKind(
            "datagramsDropped", "reason", "Datagrams of no use, by reason", datagramsDropped()),
        new CountByKind(
            "commandsDropped", "reason", "Commands of no use, by reason", commandsDropped()),
        CountByKind.of(
            "joinsRefused",
            "reason",
            "Clients who were not let in",
            EnumSet.allOf(DisconnectReason.class),
            reason -> core.controlCounters().refused(reason).get()),
        CountByKind.of(
            "sessionsEnded",
            "reason",
            "Sessions that ended",
            EnumSet.allOf(DisconnectReason.class),
            reason -> core.controlCounters().ended(reason).get()),
        CountByKind.of(
            "datagramTransport",
            "event",
            "What the datagram sockets met",
            EnumSet.complementOf(BYTE_SUMS),
            event -> sum(datagrams, event)),
        CountByKind.of(
            "controlTransport",
            "event",
            "What the control channel met",
            EnumSet.allOf(ControlEvent.class),
            control::get));
  }

  private Map<String, LongSupplier> datagramsDropped() {
    Map<String, LongSupplier> drops = new LinkedHashMap<>();
    drops.put("implausible", ingress(lane -> lane.implausible));
    drops.put("unknownSession", ingress(lane -> lane.unknownSession));
    drops.put("aboveRate", ingress(lane -> lane.aboveRate));
    drops.put("replayed", ingress(lane -> lane.replayed));
    drops.put("malformed", ingress(lane -> lane.malformed));
    drops.put("staleEpoch", ingress(lane -> lane.staleEpoch));
    return drops;
  }

  private Map<String, LongSupplier> commandsDropped() {
    Map<String, LongSupplier> drops = new LinkedHashMap<>();
    drops.put("tooEarly", ingress(lane -> lane.commandsTooEarly));
    drops.put("tooLate", ingress(lane -> lane.commandsTooLate));
    drops.put("ringFull", ingress(lane -> lane.ringFull));
    drops.put("refused", core.telemetry().commandsRefused::get);
    drops.put("surplus", core.telemetry().commandsSurplus::get);
    return drops;
  }

  /** Over all lanes. */
  private LongSupplier ingress(Function<IngressCounters, Counter> counter) {
    List<IngressCounters> lanes = core.ingressCounters();
    return () -> lanes.stream().mapToLong(lane -> counter.apply(lane).get()).sum();
  }
}
