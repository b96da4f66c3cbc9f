package ringmaster.client.connection;

import org.jspecify.annotations.Nullable;
import ringmaster.shared.math.Rng;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.ControlMessage.Accepted;
import ringmaster.shared.protocol.ControlMessage.Goodbye;
import ringmaster.shared.protocol.ControlMessage.Hello;
import ringmaster.shared.protocol.ControlMessage.Info;
import ringmaster.shared.protocol.ControlMessage.Join;
import ringmaster.shared.protocol.ControlMessage.KeepAlive;
import ringmaster.shared.protocol.ControlMessage.Leave;
import ringmaster.shared.protocol.ControlMessage.Malformed;
import ringmaster.shared.protocol.ControlMessage.NextMatch;
import ringmaster.shared.protocol.ControlMessage.Notice;
import ringmaster.shared.protocol.ControlMessage.Offer;
import ringmaster.shared.protocol.ControlMessage.Pings;
import ringmaster.shared.protocol.ControlMessage.Refused;
import ringmaster.shared.protocol.ControlMessage.Roster;
import ringmaster.shared.protocol.ControlMessage.Said;
import ringmaster.shared.protocol.ControlMessage.Say;
import ringmaster.shared.protocol.ControlMessage.Welcome;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.protocol.PlayerText;

/**
 * A player's or spectator's connection to a server, from joining to leaving: the core under the
 * demo client, the bots and the tests.
 *
 * <pre>
 * CONNECTING -- connected --> JOINING -- Welcome --> PLAYING --+
 *     ^  |                      | |                    |  ^    | NextMatch
 *     |  +-- no answer          | +-- refused          |  +----+
 *     +------- lost ------------+       |              |
 *        up to 5 times                  +--> CLOSED <--+ Goodbye, silence, left
 * </pre>
 *
 * Never blocks and never asks a clock. Used by the one thread that calls {@link #doWork}.
 */
public final class GameClient {
  /** See the drawing above. */
  public enum State {
    CONNECTING,
    JOINING,
    PLAYING,
    CLOSED
  }

  private static final KeepAlive KEEP_ALIVE = new KeepAlive();
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int MAX_ATTEMPTS = 5;
  private static final long CONNECT_TIMEOUT_NANOS = 3_000 * NANOS_PER_MILLI;
  private static final long STEP_TIMEOUT_NANOS = Limits.HANDSHAKE_TIMEOUT_MILLIS * NANOS_PER_MILLI;
  private static final long KEEP_ALIVE_NANOS = Limits.KEEP_ALIVE_MILLIS * NANOS_PER_MILLI;

  /** Three keep-alives and no snapshot. */
  private static final long SILENCE_NANOS = 3 * KEEP_ALIVE_NANOS;

  /** Between attempts to connect, times the number of the attempt, half or half as much again. */
  private static final long RETRY_PAUSE_NANOS = 200 * NANOS_PER_MILLI;

  /** A read is a system call, and a load thread has hundreds of clients: not every turn. */
  private static final long JOINING_POLL_NANOS = NANOS_PER_MILLI;

  private static final long PLAYING_POLL_NANOS = 20 * NANOS_PER_MILLI;

  private final ClientOptions options;
  private final ServerEndpoint server;
  private final DatagramHub hub;
  private final GameCatalog catalog;
  private final Pilot pilot;
  private final PlayObserver observer;
  private final ClientCounters counters = new ClientCounters();
  private final LinkFigures figures = new LinkFigures(counters);
  private final ControlChannel.Handler controlEvents = new ControlEvents();
  private final Rng rng;

  private State state = State.CONNECTING;
  private DisconnectReason closeReason = DisconnectReason.LEFT;
  private String closeSentence = "";

  private @Nullable ControlChannel control;
  private @Nullable PlayableMatch offered;
  private @Nullable DatagramPath path;
  private @Nullable MatchPlay play;
  private @Nullable NextMatch next;
  private @Nullable Boolean decodes;
  private String name = "";

  private long nowNanos;
  private int attempts;
  private long nextAttemptNanos;
  private long deadlineNanos;
  private long nextControlPollNanos;
  private long nextKeepAliveNanos;
  private long lastHeardNanos;
  private long roundTripNanos;
  private int snapshotHz;
  private NetworkProfile network;

  /**
   * @param startNanos when to connect for the first time
   */
  public GameClient(
      ClientOptions options,
      ServerEndpoint server,
      DatagramHub hub,
      GameCatalog catalog,
      Pilot pilot,
      PlayObserver observer,
      long startNanos) {
    this.options = options;
    this.server = server;
    this.hub = hub;
    this.catalog = catalog;
    this.pilot = pilot;
    this.observer = observer;
    rng = new Rng(Rng.mix(options.seed()));
    network = options.network();
    nextAttemptNanos = startNanos;
    nextControlPollNanos = startNanos;
    nowNanos = startNanos;
  }

  public State state() {
    return state;
  }

  /** Why it ended; means something once {@link State#CLOSED}. */
  public DisconnectReason closeReason() {
    return closeReason;
  }

  /** The same as a sentence for a person. */
  public String closeSentence() {
    return closeSentence;
  }

  public ClientCounters counters() {
    return counters;
  }

  /** What the path to the server is like; means something while playing. */
  public LinkFigures figures() {
    return figures;
  }

  /** Datagrams that the simulated network lost on their way to the server. */
  public long datagramsLostUp() {
    return path == null ? 0 : path.lostUp();
  }

  /** The present match; null before the first. */
  public @Nullable MatchPlay play() {
    return play;
  }

  /** The player's name as others see it; empty before joining. */
  public String name() {
    return name;
  }

  /** One turn of duty. Returns how much was done. */
  public int doWork(long now) {
    nowNanos = now;
    return switch (state) {
      case CONNECTING -> connect();
      case JOINING -> join();
      case PLAYING -> keepPlaying();
      case CLOSED -> 0;
    };
  }

  /** Simulates another network on the datagrams from now on. */
  public void simulate(NetworkProfile newNetwork) {
    network = newNetwork;
    if (path != null) {
      path.simulate(newNetwork, nowNanos);
    }
  }

  /** Says a line to the match. */
  public void say(String text) {
    send(new Say(text));
  }

  /** Leaves; the server is told. */
  public void leave() {
    if (state != State.CLOSED) {
      send(new Leave());
      close(DisconnectReason.LEFT, DisconnectReason.LEFT.sentence());
    }
  }

  private int connect() {
    if (control == null) {
      return beginAttempt();
    }
    int work = pollControl(JOINING_POLL_NANOS);
    if (state == State.CONNECTING && control != null && nowNanos - deadlineNanos >= 0) {
      attemptFailed();
    }
    return work;
  }

  private int beginAttempt() {
    if (nowNanos - nextAttemptNanos < 0) {
      return 0;
    }
    attempts++;
    control = server.connect(nowNanos);
    deadlineNanos = nowNanos + CONNECT_TIMEOUT_NANOS;
    return 1;
  }

  private int join() {
    int work = pollControl(JOINING_POLL_NANOS);
    keepAlive();
    if (state == State.JOINING && nowNanos - deadlineNanos >= 0) {
      close(
          DisconnectReason.HANDSHAKE_TIMEOUT,
          "the server at " + server.name() + " did not answer in time");
    }
    return work;
  }

  private int keepPlaying() {
    int work = pollControl(PLAYING_POLL_NANOS);
    goOn();
    keepAlive();
    if (nowNanos - lastHeardNanos >= SILENCE_NANOS) {
      close(
          DisconnectReason.CONNECTION_LOST,
          "nothing was heard from the server for " + SILENCE_NANOS / 1_000_000_000 + " s");
    }
    return work + exchangeDatagrams();
  }

  private int exchangeDatagrams() {
    DatagramPath open = path;
    MatchPlay current = play;
    if (state != State.PLAYING || open == null || current == null) {
      return 0;
    }
    figures.turn(nowNanos);
    int issued = current.issueDueCommands(nowNanos);
    if (issued > 0) {
      current.writeCommands(open.begin(), nowNanos);
      open.send(nowNanos);
    } else if (current.resendIsDue(nowNanos)) {
      current.writeAgain(open.begin(), nowNanos);
      open.send(nowNanos);
    }
    return issued + open.poll(nowNanos);
  }

  private int pollControl(long intervalNanos) {
    ControlChannel open = control;
    if (open == null || nowNanos - nextControlPollNanos < 0) {
      return 0;
    }
    nextControlPollNanos = nowNanos + intervalNanos;
    return open.poll(controlEvents, nowNanos);
  }

  private void keepAlive() {
    if (nowNanos - nextKeepAliveNanos >= 0) {
      nextKeepAliveNanos = nowNanos + KEEP_ALIVE_NANOS;
      send(KEEP_ALIVE);
    }
  }

  private void send(ControlMessage.FromClient message) {
    if (control != null) {
      control.send(message);
    }
  }

  private void attemptFailed() {
    closeControl();
    offered = null;
    if (attempts == MAX_ATTEMPTS) {
      close(DisconnectReason.UNREACHABLE, "no server answers at " + server.name());
      return;
    }
    state = State.CONNECTING;
    float jitter = rng.nextFloat(0.5f, 1.5f);
    nextAttemptNanos = nowNanos + (long) (RETRY_PAUSE_NANOS * attempts * jitter);
  }

  private void close(DisconnectReason reason, String sentence) {
    state = State.CLOSED;
    closeReason = reason;
    String clean = PlayerText.cleanSentence(sentence); // it may be, or quote, the server's words
    closeSentence = clean.isEmpty() ? reason.sentence() : clean;
    closeControl();
    if (path != null) {
      path.close();
    }
  }

  private void closeControl() {
    if (control != null) {
      control.close();
      control = null;
    }
  }

  private void offered(Offer offer) {
    switch (catalog.open(offer.match())) {
      case GameCatalog.Refusal refusal -> {
        send(new Leave());
        close(refusal.reason(), refusal.sentence());
      }
      case PlayableMatch match -> {
        offered = match;
        deadlineNanos = nowNanos + STEP_TIMEOUT_NANOS;
        send(new Join(match.game().version(), match.codec().hash(), match.map().sha256()));
      }
    }
  }

  private void welcomed(PlayableMatch match, Welcome welcome) {
    state = State.PLAYING;
    name = PlayerText.cleanName(welcome.name());
    snapshotHz = Math.max(1, welcome.snapshotHz());
    path =
        new DatagramPath(
            welcome.sessionId(),
            hub,
            server.datagramAddress(welcome.datagramPort()),
            network,
            options.seed(),
            this::bodyReceived,
            counters);
    startMatch(match, welcome.seat(), welcome.epoch(), welcome.tick());
  }

  /** To the next match. Of several told of at once only the last is still there. */
  private void goOn() {
    NextMatch told = next;
    next = null;
    if (told != null && state == State.PLAYING) {
      nextMatch(told);
    }
  }

  private void nextMatch(NextMatch told) {
    switch (catalog.open(told.match())) {
      case GameCatalog.Refusal refusal -> {
        send(new Leave());
        close(refusal.reason(), refusal.sentence());
      }
      case PlayableMatch match when fits(told.seat(), told.tick(), match) ->
          startMatch(match, told.seat(), told.epoch(), told.tick());
      case PlayableMatch match -> counters.messagesMalformed++;
    }
  }

  /** Whether this client can have that seat in a match, and the match can be at that tick. */
  private boolean fits(int seat, int tick, PlayableMatch match) {
    boolean seatFits =
        options.spectator() ? seat == ControlMessage.NO_SEAT : seat < match.settings().maxPlayers();
    return seatFits && tick >= 0 && tick <= Limits.MAX_TICK;
  }

  private void startMatch(PlayableMatch match, int seat, int epoch, int tick) {
    if (decodes == null) {
      decodes = options.decodes().test(match);
    }
    // The TCP handshake did not pass through the simulated network.
    long pathNanos = roundTripNanos + 2 * network.latencyNanos();
    figures.matchStarted(match.settings().rate(), pathNanos, nowNanos);
    play =
        new MatchPlay(
            match,
            new MatchPlay.Place(seat, epoch, tick, snapshotHz),
            new ServerClock(match.settings().rate(), tick, pathNanos, nowNanos),
            pilot,
            options.aimedView(),
            decodes,
            observer,
            counters,
            figures);
  }

  private void bodyReceived(byte[] datagram, int offset, int lengthBytes, long now) {
    lastHeardNanos = now;
    if (play != null) {
      play.received(datagram, offset, lengthBytes, now);
    }
  }

  /** What the control channel reports, by the state it finds this client in. */
  private final class ControlEvents implements ControlChannel.Handler {
    @Override
    public void connected(long handshakeNanos) {
      state = State.JOINING;
      roundTripNanos = handshakeNanos;
      lastHeardNanos = nowNanos;
      deadlineNanos = nowNanos + STEP_TIMEOUT_NANOS;
      nextKeepAliveNanos = nowNanos + KEEP_ALIVE_NANOS;
      send(
          new Hello(
              Limits.PROTOCOL_VERSION,
              options.name(),
              options.mode(),
              options.matchId(),
              options.bot(),
              options.spectator()));
    }

    @Override
    public void received(ControlMessage.FromServer message) {
      lastHeardNanos = nowNanos;
      switch (message) {
        case Accepted accepted -> {}
        case KeepAlive keepAlive -> {}
        case Offer offer when state == State.JOINING && offered == null -> offered(offer);
        case Welcome welcome
            when state == State.JOINING
                && offered != null
                && fits(welcome.seat(), welcome.tick(), offered) ->
            welcomed(offered, welcome);
        case NextMatch told when state == State.PLAYING -> next = told;
        case Refused refused -> close(refused.reason(), refused.sentence());
        case Goodbye goodbye -> close(goodbye.reason(), goodbye.reason().sentence());
        case Roster roster -> pilot.rosterChanged(roster);
        case Said said -> pilot.said(said.seat(), said.text());
        case Notice notice -> pilot.noticed(notice.text());
        case Pings pings -> pilot.pingsChanged(pings);
        case Offer offer -> counters.messagesMalformed++;
        case Welcome welcome -> counters.messagesMalformed++;
        case NextMatch told -> counters.messagesMalformed++;
        case Info info -> counters.messagesMalformed++;
        case Malformed malformed -> counters.messagesMalformed++;
      }
    }

    @Override
    public void disconnected() {
      if (state == State.PLAYING) {
        close(DisconnectReason.CONNECTION_LOST, DisconnectReason.CONNECTION_LOST.sentence());
      } else {
        attemptFailed();
      }
    }
  }
}
