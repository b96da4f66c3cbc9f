package ringmaster.server.ingress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringmaster.server.session.MatchView;
import ringmaster.server.session.MatchViews;
import ringmaster.server.session.Seating;
import ringmaster.server.session.Session;
import ringmaster.server.session.SessionTable;
import ringmaster.server.transport.ControlTransport;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.protocol.MatchOffer;
import ringmaster.shared.protocol.PlayerText;
import ringmaster.shared.time.TickRate;

/**
 * The control channel's thread: lets clients in, seats them, passes talk on, and lets them go. Each
 * decision a match must see is published into the ring; the rest stays here.
 */
public final class ControlAgent implements Agent, ControlTransport.Handler {
  private static final long MILLI = 1_000_000L;
  private static final long SWEEP_NANOS = 100 * MILLI;

  /** Once a second for each match, a tenth of them at a time. */
  private static final int SWEEPS_PER_PINGS = 10;

  /** Longer between two turns: the server itself stood still, which counts against no client. */
  private static final long OWN_PAUSE_NANOS = 1_000 * MILLI;

  /** A dismissed client has this long to read why. */
  private static final long DISMISSAL_NANOS = 1_000 * MILLI;

  private final ControlTransport transport;
  private final SessionTable sessions;
  private final Outbox outbox;
  private final MatchDirectory directory;
  private final ControlCounters counters;
  private final InfoDesk infoDesk;
  private final int[] datagramPorts;
  private final int snapshotHz;
  private final TickRate tickRate;

  /** In the order of their connections, so that one seed gives one order of joins. */
  private final Map<ControlTransport.Connection, Guest> guests = new LinkedHashMap<>();

  /** Players whose control connection went while their datagrams may still come. */
  private final List<Guest> lost = new ArrayList<>();

  private long now;
  private long nextSweepNanos = Long.MIN_VALUE;

  /** When this server last came back from standing still. */
  private long resumedNanos = Long.MIN_VALUE;

  private int nextLane;
  private int sweeps;
  private volatile boolean stopping;
  private volatile boolean stopped;

  /**
   * What the control thread works with.
   *
   * @param outOfService whether no match of a mode can be made for now
   * @param serverId random number of this run, for all to know
   */
  public record Setup(
      ControlTransport transport,
      SessionTable sessions,
      MatchViews views,
      Ring ring,
      TickSchedule schedule,
      Games games,
      GameMaps maps,
      LongSupplier seeds,
      int maxMatches,
      Predicate<String> outOfService,
      int timeLimitSeconds,
      int snapshotHz,
      List<Integer> datagramPorts,
      long serverId,
      ControlCounters counters) {}

  public ControlAgent(Setup setup) {
    transport = setup.transport();
    sessions = setup.sessions();
    counters = setup.counters();
    infoDesk = new InfoDesk(setup.serverId());
    snapshotHz = setup.snapshotHz();
    tickRate = setup.schedule().rate();
    datagramPorts = setup.datagramPorts().stream().mapToInt(Integer::intValue).toArray();
    outbox = new Outbox(setup.ring());
    directory =
        new MatchDirectory(
            setup.games(),
            setup.maps(),
            setup.views(),
            outbox,
            setup.maxMatches(),
            setup.outOfService(),
            setup.schedule(),
            setup.timeLimitSeconds(),
            setup.seeds());
  }

  /** The matches; only {@link MatchDirectory#summaries} is for other threads. */
  public MatchDirectory directory() {
    return directory;
  }

  /** Starts a match that stays; before the first turn. */
  public void openPermanent(MatchOrder order) {
    directory.open(order, true, now);
    directory.publishSummaries();
  }

  /** Any thread: refuse joins, say goodbye to everybody. {@link #stopped} tells when it is done. */
  public void stop() {
    stopping = true;
  }

  /** Whether {@link #stop} was called. Any thread. */
  public boolean stopping() {
    return stopping;
  }

  /** Whether all players have been told goodbye. */
  public boolean stopped() {
    return stopped;
  }

  @Override
  public String role() {
    return "control";
  }

  /** Talk and joining bear it; play does not come this way. */
  @Override
  public long restNanos(long nowNanos) {
    return 2_000_000;
  }

  @Override
  public int doWork(long nowNanos) {
    if (nowNanos - now > OWN_PAUSE_NANOS) {
      resumedNanos = nowNanos;
    }
    now = nowNanos;
    int work = outbox.flush();
    work += transport.poll(this, nowNanos);
    if (nowNanos >= nextSweepNanos) {
      nextSweepNanos = nowNanos + SWEEP_NANOS;
      sweep();
      work++;
    }
    return work;
  }

  @Override
  public void onClose() {
    transport.close();
  }

  @Override
  public void connected(ControlTransport.Connection connection) {
    guests.put(connection, new Guest(connection, now));
  }

  @Override
  public void disconnected(ControlTransport.Connection connection) {
    Guest guest = guests.remove(connection);
    if (guest == null) {
      return;
    }
    guest.connected = false;
    if (guest.stage == Guest.Stage.PLAYING) {
      lost.add(guest);
    } else {
      release(guest, DisconnectReason.CONNECTION_LOST);
    }
  }

  @Override
  public void received(ControlTransport.Connection connection, ControlMessage.FromClient message) {
    Guest guest = guests.get(connection);
    if (guest == null || guest.stage == Guest.Stage.DISMISSED) {
      return;
    }
    switch (message) {
      case ControlMessage.Ask ask -> asked(guest);
      case ControlMessage.Hello hello -> hello(guest, hello);
      case ControlMessage.Join join -> join(guest, join);
      case ControlMessage.Say say -> say(guest, say.text());
      case ControlMessage.Leave leave -> dismiss(guest, DisconnectReason.LEFT);
      case ControlMessage.KeepAlive alive -> {}
      case ControlMessage.Malformed malformed -> dismiss(guest, DisconnectReason.MALFORMED);
    }
  }

  /** One answer, whatever the version, and the connection is done with. */
  private void asked(Guest guest) {
    if (guest.stage != Guest.Stage.SILENT) {
      dismiss(guest, DisconnectReason.MALFORMED);
    } else if (stopping) {
      refuse(guest, DisconnectReason.SERVER_STOPPING);
    } else if (!infoDesk.admits(guest.connection, now)) {
      refuse(guest, DisconnectReason.FLOOD);
    } else {
      counters.asked.increment();
      guest.tell(infoDesk.info(directory.summaries()));
      guest.enter(Guest.Stage.DISMISSED, now);
    }
  }

  private void hello(Guest guest, ControlMessage.Hello hello) {
    if (guest.stage != Guest.Stage.SILENT) {
      dismiss(guest, DisconnectReason.MALFORMED);
      return;
    }
    String name = PlayerText.cleanName(hello.name());
    DisconnectReason refusal = refusal(guest, hello, name);
    if (refusal != null) {
      refuse(guest, refusal);
      return;
    }
    MatchDirectory.Choice choice =
        hello.spectator()
            ? directory.chooseToWatch(hello.matchId(), hello.mode())
            : directory.choose(hello.matchId(), hello.mode(), now);
    MatchSeries series = choice.series();
    if (series == null) {
      refuse(guest, Objects.requireNonNull(choice.refusal()));
      return;
    }
    guest.bot = hello.bot();
    guest.series = series;
    if (hello.spectator()) {
      guest.name = name;
      guest.spectator = true;
      series.watch(guest);
    } else {
      guest.name = PlayerText.unique(name, series::hasName);
      guest.seat = series.freeSeat();
      series.take(guest.seat, guest);
    }
    guest.enter(Guest.Stage.OFFERED, now);
    guest.tell(new ControlMessage.Offer(series.offer));
    directory.publishSummaries();
  }

  private @Nullable DisconnectReason refusal(
      Guest guest, ControlMessage.Hello hello, String cleanName) {
    if (hello.protocolVersion() != Limits.PROTOCOL_VERSION) {
      return DisconnectReason.PROTOCOL_VERSION;
    }
    if (stopping) {
      return DisconnectReason.SERVER_STOPPING;
    }
    if (cleanName.isEmpty()) {
      return DisconnectReason.NAME_INVALID;
    }
    return tooManyFrom(guest.connection) ? DisconnectReason.TOO_MANY_FROM_ADDRESS : null;
  }

  /** A seat or place counts for its address even when the connection it came by is lost. */
  private boolean tooManyFrom(ControlTransport.Connection connection) {
    return !connection.trusted()
        && Stream.concat(guests.values().stream(), lost.stream())
                .filter(guest -> guest.series != null)
                .filter(
                    guest -> guest.connection.remoteAddress().equals(connection.remoteAddress()))
                .count()
            >= Limits.MAX_SESSIONS_PER_ADDRESS;
  }

  private void join(Guest guest, ControlMessage.Join join) {
    MatchSeries series = guest.series;
    if (guest.stage != Guest.Stage.OFFERED || series == null) {
      dismiss(guest, DisconnectReason.MALFORMED);
      return;
    }
    MatchOffer offer = series.offer;
    if (!join.mapSha256().equals(offer.mapSha256())) {
      refuse(guest, DisconnectReason.MAP_DIFFERS);
    } else if (join.gameVersion() != offer.gameVersion()
        || join.schemaHash() != offer.schemaHash()) {
      refuse(guest, DisconnectReason.GAME_DIFFERS);
    } else {
      guest.enter(Guest.Stage.JOINING, now);
      admit(guest, series);
    }
  }

  /** Lets in a guest whose match runs; the others are tried again with the next sweep. */
  private void admit(Guest guest, MatchSeries series) {
    MatchView match = series.match;
    if (stopping) {
      refuse(guest, DisconnectReason.SERVER_STOPPING);
      return;
    }
    if (match.stage() != MatchView.Stage.RUNNING) {
      return;
    }
    Seating seating = new Seating(match, guest.seat, 0);
    int lane = nextLane++ % datagramPorts.length;
    Session session = sessions.open(guest.name, guest.bot, lane, seating, tickRate, now);
    if (session == null) {
      refuse(guest, DisconnectReason.SERVER_FULL);
      return;
    }
    guest.session = session;
    guest.enter(Guest.Stage.PLAYING, now);
    directory.join(series, session);
    (guest.spectator ? counters.watched : counters.joined).increment();
    guest.tell(
        new ControlMessage.Welcome(
            session.id(),
            datagramPorts[lane],
            snapshotHz,
            guest.seat,
            seating.epoch(),
            directory.currentTick(match),
            guest.name));
    guest.tell(series.roster());
  }

  private void say(Guest guest, String text) {
    MatchSeries series = guest.series;
    String talk = PlayerText.cleanTalk(text);
    if (guest.stage != Guest.Stage.PLAYING || series == null || talk.isEmpty()) {
      return;
    }
    if (guest.spectator) {
      tellNotToTalk(guest);
      return;
    }
    if (!guest.talk.take(now) || talk.equals(guest.lastTalk)) {
      counters.talkDropped.increment();
      return;
    }
    guest.lastTalk = talk;
    counters.talk.increment();
    tellAll(series, new ControlMessage.Said(guest.seat, talk));
  }

  /** Once per stay: a notice for each line would be a flood of the server's own. */
  private void tellNotToTalk(Guest guest) {
    counters.talkDropped.increment();
    if (!guest.toldNotToTalk) {
      guest.toldNotToTalk = true;
      guest.tell(new ControlMessage.Notice("spectators cannot talk"));
    }
  }

  private static void tellAll(MatchSeries series, ControlMessage.FromServer message) {
    for (Guest guest : series.audience()) {
      guest.tell(message);
    }
  }

  private void refuse(Guest guest, DisconnectReason reason) {
    counters.refused(reason).increment();
    guest.tell(new ControlMessage.Refused(reason, reason.sentence()));
    release(guest, reason);
    guest.enter(Guest.Stage.DISMISSED, now);
  }

  /** Sends a guest away: a player with goodbye, one who has not come so far with a refusal. */
  private void dismiss(Guest guest, DisconnectReason reason) {
    if (guest.session == null) {
      refuse(guest, reason);
      return;
    }
    guest.tell(new ControlMessage.Goodbye(reason));
    release(guest, reason);
    guest.enter(Guest.Stage.DISMISSED, now);
  }

  /** Gives back what the guest holds: its seat or place, and its session. */
  private void release(Guest guest, DisconnectReason reason) {
    MatchSeries series = guest.series;
    if (series == null) {
      return;
    }
    directory.leave(series, guest, reason, now);
    guest.series = null;
    Session session = guest.session;
    if (session != null) {
      counters.ended(reason).increment();
      sessions.close(session);
      guest.session = null;
    }
  }

  private void sweep() {
    for (Guest guest : List.copyOf(guests.values())) {
      sweep(guest);
    }
    lost.removeIf(this::hasTimedOut);
    directory.turn(this::dismiss, now);
    for (MatchSeries series : directory.all()) {
      ControlMessage.Roster changes = series.takeRosterChanges();
      if (changes != null) {
        tellAll(series, changes);
      }
    }
    tellPings();
    directory.publishSummaries();
    if (stopping && !stopped) {
      sayGoodbye();
    }
  }

  private void tellPings() {
    int turn = sweeps++ % SWEEPS_PER_PINGS;
    for (MatchSeries series : directory.all()) {
      if (series.match.matchId() % SWEEPS_PER_PINGS == turn) {
        ControlMessage.Pings pings = series.pings();
        if (pings != null) {
          tellAll(series, pings);
        }
      }
    }
  }

  /** Nobody leaves a match by this: its state is kept as it is. */
  private void sayGoodbye() {
    for (Guest guest : guests.values()) {
      guest.tell(new ControlMessage.Goodbye(DisconnectReason.SERVER_STOPPING));
    }
    stopped = true;
  }

  private void sweep(Guest guest) {
    long inStageMillis = (now - Math.max(guest.stageNanos, resumedNanos)) / MILLI;
    MatchSeries series = guest.series;
    switch (guest.stage) {
      case SILENT, OFFERED -> {
        if (inStageMillis > Limits.HANDSHAKE_TIMEOUT_MILLIS) {
          refuse(guest, DisconnectReason.HANDSHAKE_TIMEOUT);
        }
      }
      case JOINING -> {
        if (series != null) {
          admit(guest, series);
        }
      }
      case PLAYING -> hasTimedOut(guest);
      case DISMISSED -> {
        if (inStageMillis * MILLI > DISMISSAL_NANOS) {
          guest.connection.close();
        }
      }
    }
  }

  /** Ends the session of a player who has not been heard; returns whether it is over. */
  private boolean hasTimedOut(Guest guest) {
    Session session = guest.session;
    if (session == null) {
      return true;
    }
    long silentNanos = now - Math.max(session.heardNanos(), resumedNanos);
    if (silentNanos / MILLI <= Limits.SESSION_TIMEOUT_MILLIS) {
      return false;
    }
    dismiss(guest, guest.connected ? DisconnectReason.TIMEOUT : DisconnectReason.CONNECTION_LOST);
    return true;
  }
}
