package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ringmaster.client.interpolation.InterpolatedView;
import ringmaster.client.prediction.FramePose;
import ringmaster.client.prediction.PredictedView;
import ringmaster.server.VirtualClock;
import ringmaster.shared.arena.Scrum;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.Steering;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;

/** A player who pushes something, and what is shown held against what the server makes of it. */
final class PushingRig {
  private static final long STEP_NANOS = 500_000;

  private static final float NEAR_METERS = 6;

  /** Out of the way. */
  private static final List<GameMap.Goal> GOALS =
      List.of(new GameMap.Goal(-99, 90, -99, 99, 1), new GameMap.Goal(99, 90, 99, 99, 2));

  /** What a touch does is known after a round trip, and shown after a glide. */
  private static final int SETTLING_TICKS = 20;

  private final VirtualClock clock = new VirtualClock();
  private final FakeServer server;
  private final GameClient client;
  private final String thing;
  private final boolean surrounded;

  /** What the server had, by tick. */
  private final Map<Integer, Both> truth = new TreeMap<>();

  /** What was shown when the command of a tick had just been made, by tick. */
  private final Map<Integer, Both> shown = new TreeMap<>();

  private record Screen(FramePose pose, PredictedView view) {}

  private @Nullable Screen screen;

  PushingRig(Game game, String thing, String profile, boolean surrounded, GameMap.Prop... props) {
    this.thing = thing;
    this.surrounded = surrounded;
    GameMap map = field(List.of(props), game instanceof Scrum ? GOALS : List.of());
    server = new FakeServer(clock.nanoTime(), game, map);
    client =
        new GameClient(
            new ClientOptions(
                "pusher",
                "",
                0,
                true,
                false,
                AimedView.INTERPOLATED,
                NetworkProfile.parse(profile),
                match -> true,
                11),
            server,
            server,
            new GameCatalog(new Games(List.of(game)), (any, name) -> map),
            new Pusher(),
            PlayObserver.NONE,
            clock.nanoTime());
  }

  /** A square of 200 m within walls. */
  private static GameMap field(List<GameMap.Prop> props, List<GameMap.Goal> goals) {
    List<Float> outline = List.of(-100f, -100f, 100f, -100f, 100f, 100f, -100f, 100f, -100f, -100f);
    float back = (float) Math.PI;
    return new GameMap(
        "field",
        200,
        List.of(new GameMap.Polyline(outline)),
        List.of(
            new GameMap.Spawn(-10, 0, 0, 1),
            new GameMap.Spawn(-10, 30, 0, 1),
            new GameMap.Spawn(10, 60, back, 2),
            new GameMap.Spawn(10, 80, back, 2)),
        goals,
        props,
        "00");
  }

  /** Drives into the thing, wherever it goes, and through where it was. */
  private final class Pusher implements Pilot {
    private int own;

    @Override
    public void matchStarted(PlayableMatch match, int seat) {
      own = match.game().bodySlot(match.settings(), seat);
    }

    @Override
    public boolean predictsSurroundings() {
      return surrounded;
    }

    @Override
    public long command(EntityFrame newest, int seat, int tick) {
      int slot = slotOf(newest, thing);
      if (slot < 0 || !newest.present(own)) {
        return 0;
      }
      float dx = newest.get(slot, BodyFields.X) - newest.get(own, BodyFields.X);
      float dy = newest.get(slot, BodyFields.Y) - newest.get(own, BodyFields.Y);
      return Steering.towards(newest, own, dx, dy);
    }
  }

  private static int slotOf(EntityFrame frame, String type) {
    for (int slot = 0; slot < frame.capacity(); slot++) {
      if (frame.present(slot) && frame.schema().types().get(frame.type(slot)).name().equals(type)) {
        return slot;
      }
    }
    return -1;
  }

  /** Own place, then the thing's, metres. */
  private record Both(float ownX, float ownY, float thingX, float thingY) {
    float apart() {
      return distance(ownX - thingX, ownY - thingY);
    }
  }

  private static float distance(float dx, float dy) {
    return (float) Math.sqrt(dx * dx + dy * dy);
  }

  ClientCounters counters() {
    return client.counters();
  }

  private MatchPlay play() {
    return Objects.requireNonNull(client.play());
  }

  /** Runs until a time, and notes what there is and what is shown of it in each tick. */
  void run(double seconds) {
    long until = clock.nanoTime() + (long) (seconds * 1e9);
    while (clock.nanoTime() < until) {
      clock.advance(STEP_NANOS);
      server.advance(clock.nanoTime());
      client.doWork(clock.nanoTime());
      noteTruth(server.newest());
      if (client.play() != null) {
        noteShown(play());
      }
    }
  }

  private void noteTruth(EntityFrame frame) {
    int slot = slotOf(frame, thing);
    if (slot >= 0 && frame.present(own(frame))) {
      truth.putIfAbsent(frame.tick(), both(frame, own(frame), slot));
    }
  }

  /** Of a frame that the own tank is in, its slot: seat 0 is behind the match and the players. */
  private static int own(EntityFrame frame) {
    return slotOf(frame, "tank");
  }

  private static Both both(EntityFrame frame, int own, int slot) {
    return new Both(
        frame.get(own, BodyFields.X),
        frame.get(own, BodyFields.Y),
        frame.get(slot, BodyFields.X),
        frame.get(slot, BodyFields.Y));
  }

  private void noteShown(MatchPlay play) {
    int tick = play.commandTick();
    InterpolatedView others = play.viewAt(clock.nanoTime());
    if (others == null || tick < 0 || shown.containsKey(tick)) {
      return;
    }
    int slot = slotOf(play.newest(), thing);
    FramePose pose = screen(play).pose;
    PredictedView view = screen(play).view;
    pose.moveTo(clock.nanoTime(), 0, 0);
    view.moveTo(clock.nanoTime(), others, others.tick());
    if (pose.alive() && slot >= 0 && view.present(slot)) {
      List<EntityField> fields = play.match().schema().types().get(view.type(slot)).fields();
      shown.put(
          tick,
          new Both(
              onGrid(fields, BodyFields.X, play.body().present().x()),
              onGrid(fields, BodyFields.Y, play.body().present().y()),
              onGrid(fields, BodyFields.X, view.get(slot, BodyFields.X)),
              onGrid(fields, BodyFields.Y, view.get(slot, BodyFields.Y))));
    }
  }

  /** As a frame would have it, which is all that is known of the server's side. */
  private static float onGrid(List<EntityField> fields, int field, float value) {
    return fields.get(field).value(fields.get(field).quantize(value));
  }

  /** Ticks of which it is known both what was shown and what the server made of them. */
  int comparedTicks() {
    return (int) truth.keySet().stream().filter(shown::containsKey).count();
  }

  /** How far the own tank was ever shown from where the server had it. */
  float worstOwnMeters() {
    float worst = 0;
    for (Map.Entry<Integer, Both> at : truth.entrySet()) {
      Both is = at.getValue();
      Both was = shown.getOrDefault(at.getKey(), is);
      worst = Math.max(worst, distance(was.ownX - is.ownX, was.ownY - is.ownY));
    }
    return worst;
  }

  private Screen screen(MatchPlay play) {
    Screen known = screen;
    if (known == null) {
      FramePose pose = play.newFramePose();
      known = new Screen(pose, play.newPredictedView(pose));
      screen = known;
    }
    return known;
  }

  /** How far what was shown for a tick was from what the server made of it. */
  record Errors(int ticks, int wrong, float ownP99, float thingP99, float thingMedian) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d ticks, %d wrong, own p99 %.1f cm, thing p50 %.1f cm, p99 %.1f cm",
          ticks,
          wrong,
          100 * ownP99,
          100 * thingMedian,
          100 * thingP99);
    }
  }

  /**
   * Of the ticks in which the thing is near, from shortly after a first touch on.
   *
   * @param touchMeters between the centres, when they touch
   */
  Errors errors(float touchMeters) {
    List<Float> own = new ArrayList<>();
    List<Float> things = new ArrayList<>();
    int pushing = 0;
    int wrong = 0;
    for (Map.Entry<Integer, Both> at : truth.entrySet()) {
      Both is = at.getValue();
      Both was = shown.get(at.getKey());
      boolean goesOn = pushing > 0 && is.apart() < NEAR_METERS;
      pushing = goesOn || is.apart() < touchMeters ? pushing + 1 : 0;
      if (was != null && pushing > SETTLING_TICKS) {
        float ownError = distance(was.ownX - is.ownX, was.ownY - is.ownY);
        float thingError = distance(was.thingX - is.thingX, was.thingY - is.thingY);
        own.add(ownError);
        things.add(thingError);
        wrong += Math.max(ownError, thingError) > 0 ? 1 : 0;
      }
    }
    Collections.sort(own);
    Collections.sort(things);
    assertTrue(own.size() > 100, "pushed for " + own.size() + " ticks");
    int p99 = own.size() * 99 / 100;
    return new Errors(
        own.size(), wrong, own.get(p99), things.get(p99), things.get(things.size() / 2));
  }
}
