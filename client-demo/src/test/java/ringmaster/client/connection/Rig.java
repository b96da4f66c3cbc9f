package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import ringmaster.client.connection.GameClient.State;
import ringmaster.server.VirtualClock;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.EventType;
import ringmaster.shared.netsim.NetworkProfile;

/** One client and its {@link FakeServer} under a virtual clock, in steps of half a millisecond. */
final class Rig {
  static final long STEP_NANOS = 500_000;

  final VirtualClock clock = new VirtualClock();
  final FakeServer server;
  final GameClient client;
  final Errors errors = new Errors();
  final Shots shots = new Shots();
  int matchesStarted;

  /** Counting allocates. */
  boolean countsShots;

  /** What the pilot commanded last. */
  long newestCommand;

  /** What the pilot was told happened in the present match, and the newest tick of it. */
  int eventsTold;

  int eventsTick;

  /** Times it was told of a tick that was not after the one before. */
  int ticksToldAgain;

  Rig(NetworkProfile network, boolean decodes) {
    // Not at 0: a client that joins finds the match well under way.
    server = new FakeServer(clock.nanoTime());
    for (long nanos = 0; nanos < 2_000_000_000L; nanos += STEP_NANOS) {
      clock.advance(STEP_NANOS);
      server.advance(clock.nanoTime());
    }
    ClientOptions options =
        new ClientOptions(
            "bot", "", 0, true, false, AimedView.INTERPOLATED, network, schema -> decodes, 11);
    client =
        new GameClient(
            options,
            server,
            server,
            FakeServer.catalog(),
            new RandomPilot(),
            errors,
            clock.nanoTime());
  }

  static Rig joined(NetworkProfile network, boolean decodes) {
    Rig rig = new Rig(network, decodes);
    rig.run(1);
    return rig;
  }

  void run(double seconds) {
    long until = clock.nanoTime() + (long) (seconds * 1e9);
    while (clock.nanoTime() < until) {
      clock.advance(STEP_NANOS);
      client.doWork(clock.nanoTime());
      server.advance(clock.nanoTime());
    }
  }

  /** Time goes by without the client's doing anything. */
  void clientSleeps(double seconds) {
    long until = clock.nanoTime() + (long) (seconds * 1e9);
    while (clock.nanoTime() < until) {
      clock.advance(STEP_NANOS);
      server.advance(clock.nanoTime());
    }
  }

  /** What arrives at the server waits there, while its ticks go on. */
  void serverIsDeaf(double seconds) {
    server.deaf = true;
    run(seconds);
    server.deaf = false;
  }

  State state() {
    return client.state();
  }

  MatchPlay play() {
    MatchPlay play = client.play();
    if (play == null) {
      throw new AssertionError("no match was started");
    }
    return play;
  }

  /** What {@link PlayObserver} reports, added up. */
  static final class Errors implements PlayObserver {
    int untouched;
    int untouchedWrong;
    int contact;
    float worstUntouchedMeters;
    long latestCommandNanos;
    long covered;
    int taken;

    void clear() {
      untouched = 0;
      untouchedWrong = 0;
      contact = 0;
      worstUntouchedMeters = 0;
    }

    @Override
    public void commandIssued(long lateNanos) {
      latestCommandNanos = Math.max(latestCommandNanos, lateNanos);
    }

    @Override
    public void commandCovered(long elapsedNanos) {
      covered++;
    }

    @Override
    public void snapshotReceived(long nowNanos) {}

    @Override
    public void predictionCompared(float errorMeters, boolean inContact) {
      if (inContact) {
        contact++;
        return;
      }
      untouched++;
      worstUntouchedMeters = Math.max(worstUntouchedMeters, errorMeters);
      if (errorMeters > 0) {
        untouchedWrong++;
      }
    }

    @Override
    public void snapshotTaken() {
      taken++;
    }
  }

  /** The player's own shots, as foretold and as they happened. */
  static final class Shots {
    private static final int LATE_TICKS = 6;

    private final List<int[]> open = new ArrayList<>();
    int foretold;
    int confirmed;
    int surprising;

    private void clear() {
      open.clear();
      foretold = 0;
      confirmed = 0;
      surprising = 0;
    }

    private void foretold(int type, int tick) {
      foretold++;
      open.add(new int[] {type, tick});
    }

    private void happened(int type, int tick) {
      boolean told =
          open.removeIf(shot -> shot[0] == type && Math.abs(shot[1] - tick) <= LATE_TICKS);
      confirmed += told ? 1 : 0;
      surprising += told ? 0 : 1;
    }
  }

  /** The game's random brain. */
  private final class RandomPilot implements Pilot {
    private Brain brain = new StillBrain();
    private int ownSeat;
    private List<EventType> types = List.of();

    @Override
    public void matchStarted(PlayableMatch match, int seat) {
      matchesStarted++;
      eventsTold = 0;
      eventsTick = -1;
      ownSeat = seat;
      types = match.schema().events();
      shots.clear();
      brain = match.game().newBrain("random", match.settings(), match.map(), 5);
    }

    @Override
    public long command(EntityFrame newest, int seat, int tick) {
      newestCommand = brain.command(newest, seat, tick);
      return newestCommand;
    }

    @Override
    public void happened(int tick, EventList events) {
      ticksToldAgain += tick > eventsTick ? 0 : 1;
      eventsTick = tick;
      eventsTold += events.count();
      for (int i = 0; i < events.count(); i++) {
        if (countsShots && isShot(events, i) && events.quantized(i, 0) == ownSeat) {
          shots.happened(events.type(i), tick);
        }
      }
    }

    @Override
    public void foretold(int tick, EventList events) {
      for (int i = 0; countsShots && i < events.count(); i++) {
        assertTrue(isShot(events, i) && events.quantized(i, 0) == ownSeat);
        shots.foretold(events.type(i), tick);
      }
    }

    private boolean isShot(EventList events, int event) {
      return List.of("rail", "rocket").contains(types.get(events.type(event)).name());
    }
  }

  /** Before the first match. */
  private static final class StillBrain implements Brain {
    @Override
    public boolean observes() {
      return false;
    }

    @Override
    public long command(EntityFrame frame, int seat, int tick) {
      return 0;
    }
  }
}
