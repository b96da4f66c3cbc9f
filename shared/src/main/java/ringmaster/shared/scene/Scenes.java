package ringmaster.shared.scene;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All scenes, by name. */
public final class Scenes {
  private static final float GRAVITY_Y = -10;
  private static final int IDLE_DRIVEN_STEPS = 300;
  private static final int IDLE_SETTLE_STEPS = 900;

  /** Those that are measured: one aspect of a server's or an engine's work each. */
  public static final List<Scene> MEASURED =
      List.of(
          Scene.of(
              "crates",
              "2,000 crates and 200 drivers in 68 m square, from above",
              0,
              600,
              new Crowd(200, 2_000, 68)),
          Scene.of("pyramid", "45 rows, 1,035 boxes", GRAVITY_Y, 600, Piles.pyramid(45)),
          Scene.of(
              "smash", "4,000 boxes that touch, hit by 8 m at 40 m/s", 0, 300, Piles.smash(80, 50)),
          Scene.of(
                  "rooms",
                  "100 worlds of 8 drivers and 60 crates in 24 m square, from above",
                  0,
                  600,
                  new Crowd(8, 60, 24))
              .inWorlds(100),
          Scene.of("pyramid5k", "100 rows, 5,050 boxes", GRAVITY_Y, 300, Piles.pyramid(100)),
          Scene.of(
              "crates10k",
              "10,000 crates and 1,000 drivers in 152 m square, from above",
              0,
              600,
              new Crowd(1_000, 10_000, 152)),
          Scene.of(
                  "idle",
                  "the same 5 s driven, then left alone for 10 s: asleep",
                  0,
                  600,
                  new Crowd(1_000, 10_000, 152, IDLE_DRIVEN_STEPS))
              .withSleep(true)
              .settledFor(IDLE_SETTLE_STEPS));

  /** Small ones, for tests and to look at. */
  public static final List<Scene> SMALL =
      List.of(
          Scene.of("stack", "a tower of 30 boxes", GRAVITY_Y, 600, Piles.stack(30)),
          Scene.of("mass-ratio", "100 kg upon 1 kg", GRAVITY_Y, 300, Piles.massRatio()),
          Scene.of(
              "restitution",
              "11 balls, from no bounce to a full one",
              GRAVITY_Y,
              600,
              Trials.restitution(11)),
          Scene.of(
              "friction-ramps",
              "boxes on slopes of 3 in 4: 0.75 holds",
              GRAVITY_Y,
              180,
              Trials.frictionRamps(0, 0.3f, 0.6f, 0.7f, 0.8f, 1)),
          Scene.of("bullet-wall", "300 m/s against 1 cm", 0, 60, Trials.bulletWall()),
          Scene.of(
              "rain", "all shapes fall into a bowl of chain", GRAVITY_Y, 900, Trials.rain(224)));

  /** To look at only: what no stage of another engine has. */
  public static final List<Scene> SHOWN =
      List.of(Scene.of("joints", "every kind of joint at work", GRAVITY_Y, 1_800, new Linkages()));

  private Scenes() {}

  /** Those that every engine plays. */
  public static List<Scene> comparable() {
    return Stream.concat(MEASURED.stream(), SMALL.stream()).toList();
  }

  public static List<Scene> all() {
    return Stream.concat(comparable().stream(), SHOWN.stream()).toList();
  }

  public static Optional<Scene> find(String name) {
    return all().stream().filter(scene -> scene.name().equals(name)).findFirst();
  }
}
