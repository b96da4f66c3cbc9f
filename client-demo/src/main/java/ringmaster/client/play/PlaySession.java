package ringmaster.client.play;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.ClientOptions;
import ringmaster.client.connection.DatagramSocketHub;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.Invite;
import ringmaster.client.connection.Pilot;
import ringmaster.client.connection.PlayObserver;
import ringmaster.client.connection.PlayableMatch;
import ringmaster.client.connection.SocketEndpoint;
import ringmaster.client.scene.EventReader;
import ringmaster.client.scene.Happenings;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.agent.AgentThread;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EventList;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.time.Clock;

/**
 * A person's stay on a server: the headless client on a network thread of its own, so that commands
 * leave on time however long a frame takes.
 *
 * <p>One lock, this object, guards everything: the network thread holds it for each turn, the main
 * thread while it makes a frame of what it finds. Both are done in well under a millisecond.
 */
final class PlaySession implements Agent, Pilot, PlayObserver, AutoCloseable {
  /**
   * What is joined, and how.
   *
   * @param invite where; its match id counts, if it has one
   * @param name as typed
   * @param mode the wanted mode, or empty for any
   * @param spectator watch without a seat
   */
  record Target(
      Invite invite, String name, String mode, boolean spectator, NetworkProfile network) {}

  /** What the person wants: asked once for each tick, on the network thread. */
  @FunctionalInterface
  interface CommandSource {
    long takeCommand();
  }

  private static final Logger LOG = LoggerFactory.getLogger(PlaySession.class);
  private static final long REST_NANOS = 500_000;

  private final Target target;
  private final CommandSource commands;
  private final GameCatalog catalog;
  private final DatagramSocketHub hub;
  private final AgentThread thread;
  private final Roster roster = new Roster();
  private final Happenings happenings = new Happenings();
  private final Talk talk = new Talk();

  private @Nullable GameClient client;
  private @Nullable EventReader events;
  private String fault = "";
  private float worstErrorMeters;

  /**
   * Starts connecting at once.
   *
   * @throws IOException if the system gives no socket
   */
  PlaySession(Target target, CommandSource commands, GameCatalog catalog, Clock clock)
      throws IOException {
    this.target = target;
    this.commands = commands;
    this.catalog = catalog;
    hub = new DatagramSocketHub();
    thread = new AgentThread(this, clock, (agent, error) -> goesOnAfter(error));
    thread.start();
  }

  /** It would go wrong at every turn: better to say so than to show a match that stands still. */
  private synchronized boolean goesOnAfter(Throwable error) {
    LOG.error("the network thread met an error", error);
    fault = "the connection ended by an error of this program: " + error;
    return false;
  }

  @Override
  public String role() {
    return "play";
  }

  @Override
  public int doWork(long nowNanos) {
    if (client == null) {
      connect(nowNanos); // looks the host up: outside the lock, since that may take seconds
    }
    synchronized (this) {
      GameClient open = client;
      return open == null ? 0 : open.doWork(nowNanos) + hub.poll(nowNanos);
    }
  }

  private void connect(long nowNanos) {
    Invite invite = target.invite();
    SocketEndpoint server = new SocketEndpoint(invite.host(), invite.port());
    ClientOptions options =
        new ClientOptions(
            target.name(),
            target.mode(),
            invite.matchId(),
            false,
            target.spectator(),
            AimedView.INTERPOLATED,
            target.network(),
            match -> true,
            (int) nowNanos);
    synchronized (this) {
      client = new GameClient(options, server, hub, catalog, this, this, nowNanos);
    }
  }

  @Override
  public long restNanos(long nowNanos) {
    return REST_NANOS;
  }

  /** Leaves, if it has not ended. */
  @Override
  public void onClose() {
    synchronized (this) {
      if (client != null) {
        client.leave();
      }
    }
    try {
      hub.close();
    } catch (IOException e) {
      LOG.warn("the UDP socket could not be closed: {}", e.getMessage());
    }
  }

  /** Leaves on the network thread, which may be about to connect, and ends it. */
  @Override
  public void close() {
    thread.close();
  }

  /** Null until the host has been looked up. Hold the lock. */
  @Nullable GameClient client() {
    return client;
  }

  /** What ended the network thread, as a sentence; empty while it goes on. Hold the lock. */
  String fault() {
    return fault;
  }

  /** Hold the lock. */
  Roster roster() {
    return roster;
  }

  /** Hold the lock. */
  Happenings happenings() {
    return happenings;
  }

  /** Simulates another network from now on. */
  synchronized void simulate(NetworkProfile network) {
    if (client != null) {
      client.simulate(network);
    }
  }

  /** Says a line to the match. */
  synchronized void say(String text) {
    if (client != null) {
      client.say(text);
    }
  }

  /** Hold the lock. */
  Talk talk() {
    return talk;
  }

  /** The largest prediction error since the last call, metres. */
  synchronized float takeWorstErrorMeters() {
    float worst = worstErrorMeters;
    worstErrorMeters = 0;
    return worst;
  }

  @Override
  public void matchStarted(PlayableMatch match, int seat) {
    happenings.clear();
    events = new EventReader(match.schema().events());
  }

  @Override
  public boolean predictsSurroundings() {
    return true;
  }

  @Override
  public long command(EntityFrame newest, int seat, int tick) {
    return commands.takeCommand();
  }

  @Override
  public void happened(int tick, EventList list) {
    if (events != null) {
      events.read(tick, list, happenings);
    }
  }

  @Override
  public void foretold(int tick, EventList list) {
    if (events != null) {
      events.readForetold(tick, list, happenings);
    }
  }

  @Override
  public void rosterChanged(ControlMessage.Roster changes) {
    for (ControlMessage.RosterEntry entry : changes.entries()) {
      roster.take(entry);
    }
  }

  @Override
  public void pingsChanged(ControlMessage.Pings pings) {
    pings.entries().forEach(ping -> roster.takePing(ping.seat(), ping.millis()));
  }

  @Override
  public void said(int seat, String text) {
    talk.said(seat, text);
  }

  @Override
  public void noticed(String text) {
    talk.noticed(text);
  }

  @Override
  public void snapshotReceived(long nowNanos) {}

  @Override
  public void predictionCompared(float errorMeters, boolean inContact) {
    worstErrorMeters = Math.max(worstErrorMeters, errorMeters);
  }

  @Override
  public void commandIssued(long lateNanos) {}

  @Override
  public void commandCovered(long elapsedNanos) {}

  @Override
  public void snapshotTaken() {}
}
