package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringmaster.client.interpolation.InterpolatedView;
import ringmaster.client.prediction.FramePose;
import ringmaster.client.prediction.PredictedView;
import ringmaster.server.VirtualClock;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Games;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.math.Rng;
import ringmaster.shared.netsim.NetworkProfile;

/** A player who fires a rocket each second, and what is shown of them, frame by frame. */
final class ShootingRig {
  private static final long STEP_NANOS = 500_000;
  private static final long FRAME_NANOS = 7_000_000;
  private static final float HALF_SIDE_METERS = 12;
  private static final int TICKS_APART = 60;
  private static final float FRAME_METERS = 28 * FRAME_NANOS * 1e-9f;
  private static final float GRID_METERS = 1f / 64;

  private final VirtualClock clock = new VirtualClock();
  final FakeServer server;
  private final GameClient client;
  private final Gunner gunner;
  private @Nullable FramePose pose;
  private @Nullable PredictedView view;

  /** Where a rocket was shown last. */
  private float x;

  private float y;
  private boolean isShown;

  int rockets;
  int framesLate;
  int framesBack;
  private int framesInARow;
  int longestFrames;
  int jumps;
  int explosions;
  float farthestExplosionMeters;

  /** Stands in the middle and fires in all directions. */
  static ShootingRig around(String profile) {
    return new ShootingRig(profile, HALF_SIDE_METERS, false);
  }

  /** Drives along x, and fires ahead. */
  static ShootingRig ahead(String profile, GameMap.Prop... props) {
    return new ShootingRig(profile, 100, true, props);
  }

  private ShootingRig(String profile, float halfSideMeters, boolean drives, GameMap.Prop... props) {
    gunner = new Gunner(drives);
    GameMap map = square(halfSideMeters, List.of(props));
    server = new FakeServer(clock.nanoTime(), new Skirmish(), map);
    client =
        new GameClient(
            new ClientOptions(
                "gunner",
                "",
                0,
                true,
                false,
                AimedView.INTERPOLATED,
                NetworkProfile.parse(profile),
                match -> true,
                5),
            server,
            server,
            new GameCatalog(new Games(List.of(new Skirmish())), (any, name) -> map),
            gunner,
            PlayObserver.NONE,
            clock.nanoTime());
  }

  private static GameMap square(float half, List<GameMap.Prop> props) {
    List<Float> outline = List.of(-half, -half, half, -half, half, half, -half, half, -half, -half);
    return new GameMap(
        "square",
        2 * half,
        List.of(new GameMap.Polyline(outline)),
        List.of(new GameMap.Spawn(0, 0, 0, 1), new GameMap.Spawn(0, 0, 0, 2)),
        List.of(),
        props,
        "00");
  }

  private static final class Gunner implements Pilot {
    private final boolean drives;
    private final Rng rng = new Rng(9);
    private int rocketType;
    private int explosionType;
    private int aim;
    private int shots;

    /** A shot of which no frame has been made yet. */
    private boolean justFired;

    /** Of an explosion that is not shown yet; -1: none. */
    private int explosionTick = -1;

    private float explosionX;
    private float explosionY;

    private Gunner(boolean drives) {
      this.drives = drives;
    }

    @Override
    public void matchStarted(PlayableMatch match, int seat) {
      rocketType = indexOf(match.schema().types().stream().map(type -> type.name()), "rocket");
      explosionType =
          indexOf(match.schema().events().stream().map(type -> type.name()), "explosion");
    }

    private static int indexOf(Stream<String> names, String name) {
      return names.toList().indexOf(name);
    }

    @Override
    public long command(EntityFrame newest, int seat, int tick) {
      boolean shot = tick % TICKS_APART == 0;
      aim = shot && !drives ? rng.nextInt(AimTable.ANGLES) : aim;
      return Command.of(drives ? 127 : 0, 0, aim, shot ? Skirmish.BUTTON_ROCKET : 0);
    }

    @Override
    public void foretold(int tick, EventList events) {
      shots++;
      justFired = true;
    }

    @Override
    public void happened(int tick, EventList events) {
      for (int i = 0; i < events.count(); i++) {
        if (events.type(i) == explosionType) {
          explosionTick = tick;
          explosionX = events.get(i, 1);
          explosionY = events.get(i, 2);
        }
      }
    }
  }

  void run(double seconds) {
    long until = clock.nanoTime() + (long) (seconds * 1e9);
    long nextFrameNanos = clock.nanoTime();
    while (clock.nanoTime() < until) {
      clock.advance(STEP_NANOS);
      client.doWork(clock.nanoTime());
      server.advance(clock.nanoTime());
      if (client.play() != null && clock.nanoTime() >= nextFrameNanos) {
        nextFrameNanos += FRAME_NANOS;
        frame(client.play());
      }
    }
  }

  int shots() {
    return gunner.shots;
  }

  private void frame(MatchPlay play) {
    long nowNanos = clock.nanoTime();
    InterpolatedView others = play.viewAt(nowNanos);
    if (others == null) {
      return;
    }
    if (pose == null || view == null) {
      pose = play.newFramePose();
      view = play.newPredictedView(pose);
    }
    pose.moveTo(nowNanos, 0, play.tickFraction(nowNanos));
    view.moveTo(nowNanos, others, others.tick());
    look(view);
    if (gunner.explosionTick >= 0 && others.tick() >= gunner.explosionTick) {
      explode();
    }
  }

  private void look(EntityView seen) {
    int slot = rocket(seen);
    boolean was = isShown;
    isShown = slot >= 0;
    framesLate += gunner.justFired && !isShown ? 1 : 0;
    rockets += isShown && !was ? 1 : 0;
    framesInARow = isShown ? framesInARow + 1 : 0;
    longestFrames = Math.max(longestFrames, framesInARow);
    gunner.justFired = false;
    if (isShown) {
      float wayX = seen.get(slot, BodyFields.X) - x;
      float wayY = seen.get(slot, BodyFields.Y) - y;
      x += wayX;
      y += wayY;
      if (was) {
        compare(wayX, wayY);
      }
    }
  }

  private int rocket(EntityView seen) {
    int found = -1;
    for (int slot = 0; slot < seen.capacity(); slot++) {
      if (seen.present(slot) && seen.type(slot) == gunner.rocketType) {
        assertEquals(-1, found, "a rocket is shown twice");
        found = slot;
      }
    }
    return found;
  }

  private void compare(float wayX, float wayY) {
    float along = AimTable.cos(gunner.aim) * wayX + AimTable.sin(gunner.aim) * wayY;
    framesBack += along < -GRID_METERS ? 1 : 0;
    jumps += Math.hypot(wayX, wayY) > 1.06f * FRAME_METERS + GRID_METERS ? 1 : 0;
  }

  private void explode() {
    gunner.explosionTick = -1;
    explosions++;
    float meters = (float) Math.hypot(gunner.explosionX - x, gunner.explosionY - y);
    farthestExplosionMeters = Math.max(farthestExplosionMeters, meters);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d shots, %d rockets shown for at most %d frames, %d late, %d frames back, %d jumps,"
            + " %d explosions at most %.2f m off",
        gunner.shots,
        rockets,
        longestFrames,
        framesLate,
        framesBack,
        jumps,
        explosions,
        farthestExplosionMeters);
  }
}
