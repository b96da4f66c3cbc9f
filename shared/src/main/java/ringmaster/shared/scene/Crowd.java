package ringmaster.shared.scene;

import ringmaster.shared.math.AimTable;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.Shape;

/**
 * A walled square seen from above, full of crates, half of them round, with some bodies of a tank's
 * size that drive about as they like.
 *
 * <p>Body 0 is the wall, 1 .. drivers drive, the others are crates.
 *
 * @param sideMeters of the square
 * @param drivenSteps after which the drivers let go
 */
record Crowd(int drivers, int crates, float sideMeters, int drivenSteps) implements Scene.Content {
  private static final long SEED = 0x43524F5744L;

  private static final float WALL_HALF_METERS = 1;
  private static final float LINEAR_DAMPING_PER_SECOND = 2.5f;
  private static final float ANGULAR_DAMPING_PER_SECOND = 3;

  private static final Material WOOD = new Material(1, 0.4f, 0.1f);

  /** Heavier than crates, so that a driver is slowed by a heap and not stopped by one. */
  private static final Material STEEL = new Material(2, 0.4f, 0.1f);

  private static final float[] CRATE_METERS = {0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 1};
  private static final BodyKind[] BOXES = new BodyKind[CRATE_METERS.length];
  private static final BodyKind[] BARRELS = new BodyKind[CRATE_METERS.length];
  private static final BodyKind[] DRIVERS = {
    moving(Shape.circle(0.6f), STEEL), moving(Shape.box(0.6f, 0.35f), STEEL)
  };

  /** What a crate or driver may sweep as it turns: its cell must be as wide. */
  private static final float LARGEST_METERS = 1.4143f;

  static {
    for (int i = 0; i < CRATE_METERS.length; i++) {
      BOXES[i] = moving(Shape.box(CRATE_METERS[i] / 2, CRATE_METERS[i] / 2), WOOD);
      BARRELS[i] = moving(Shape.circle(CRATE_METERS[i] / 2), WOOD);
    }
  }

  /** Six metres per second in the open, against the damping. */
  private static final float THRUST_METERS_PER_SECOND_SQUARED = 15;

  private static final float TURN_RADIANS_PER_SECOND_SQUARED = 9;

  /** How long a driver keeps to one thought. */
  private static final int THOUGHT_STEPS = 40;

  private static final float[] THRUSTS = {-0.5f, 0.5f, 1, 1};

  /** So that not all drivers change their minds in the same step. */
  private static final int PHASE_STEPS = 7;

  Crowd {
    if (sideMeters / cellsAcross(drivers + crates) < LARGEST_METERS) {
      throw new IllegalArgumentException(
          drivers + crates + " bodies do not fit into a square of " + sideMeters + " m");
    }
  }

  /** A crowd that is driven all the time. */
  Crowd(int drivers, int crates, float sideMeters) {
    this(drivers, crates, sideMeters, Integer.MAX_VALUE);
  }

  private static BodyKind moving(Shape shape, Material material) {
    return BodyKind.dynamic()
        .part(shape, material)
        .damping(LINEAR_DAMPING_PER_SECOND, ANGULAR_DAMPING_PER_SECOND)
        .build();
  }

  private static int cellsAcross(int bodies) {
    int cells = 1;
    while (cells * cells < bodies) {
      cells++;
    }
    return cells;
  }

  @Override
  public void populate(Stage stage, int world) {
    Rng rng = new Rng(Rng.mix(SEED + world));
    stage.add(walls(), 0, 0);
    int[] cells = shuffledCells(rng);
    for (int i = 0; i < drivers + crates; i++) {
      BodyKind kind = i < drivers ? DRIVERS[i % DRIVERS.length] : crate(i, rng);
      addInCell(stage, kind, cells[i], rng);
    }
  }

  private BodyKind walls() {
    float middle = sideMeters / 2 + WALL_HALF_METERS;
    float half = sideMeters / 2 + 2 * WALL_HALF_METERS;
    return BodyKind.fixed()
        .part(wall(0, -middle, half, WALL_HALF_METERS), WOOD)
        .part(wall(0, middle, half, WALL_HALF_METERS), WOOD)
        .part(wall(-middle, 0, WALL_HALF_METERS, half), WOOD)
        .part(wall(middle, 0, WALL_HALF_METERS, half), WOOD)
        .build();
  }

  private static Shape wall(float x, float y, float halfWidth, float halfHeight) {
    return Shape.polygon(
        0,
        x - halfWidth,
        y - halfHeight,
        x + halfWidth,
        y - halfHeight,
        x + halfWidth,
        y + halfHeight,
        x - halfWidth,
        y + halfHeight);
  }

  private static BodyKind crate(int body, Rng rng) {
    BodyKind[] form = body % 2 == 0 ? BOXES : BARRELS;
    return form[rng.nextInt(form.length)];
  }

  /** Cells of a square grid over the floor, each once, in random order. */
  private int[] shuffledCells(Rng rng) {
    int across = cellsAcross(drivers + crates);
    int[] cells = new int[across * across];
    for (int i = 0; i < cells.length; i++) {
      int j = rng.nextInt(i + 1);
      cells[i] = cells[j];
      cells[j] = i;
    }
    return cells;
  }

  private void addInCell(Stage stage, BodyKind kind, int cell, Rng rng) {
    int across = cellsAcross(drivers + crates);
    float cellMeters = sideMeters / across;
    float play = (cellMeters - LARGEST_METERS) / 2;
    float x = (cell % across + 0.5f) * cellMeters - sideMeters / 2 + rng.nextFloat(-play, play);
    float y = (cell / across + 0.5f) * cellMeters - sideMeters / 2 + rng.nextFloat(-play, play);
    int aim = rng.nextInt(AimTable.ANGLES);
    stage.add(kind, x, y, AimTable.cos(aim), AimTable.sin(aim));
  }

  @Override
  public void drive(Stage stage, int world, int step) {
    if (step < drivenSteps) {
      for (int driver = 1; driver <= drivers; driver++) {
        drive(stage, world, driver, step);
      }
    }
  }

  private static void drive(Stage stage, int world, int driver, int step) {
    long thought = (step + (long) driver * PHASE_STEPS) / THOUGHT_STEPS;
    long whim = Rng.mix(Rng.mix(Rng.mix(SEED + world) + driver) + thought);
    BodyKind kind = stage.kind(driver);
    float thrust =
        THRUSTS[(int) (whim & 3)] * THRUST_METERS_PER_SECOND_SQUARED * kind.massKilograms();
    stage.applyForce(driver, thrust * stage.cos(driver), thrust * stage.sin(driver));
    int turn = (int) ((whim >>> 32) % 3) - 1;
    stage.applyTorque(driver, turn * TURN_RADIANS_PER_SECOND_SQUARED * kind.inertia());
  }
}
