package ringmaster.shared.physics;

import java.util.List;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.Scenes;
import ringmaster.shared.scene.WorldStage;

/**
 * The recorded hash of a play: a scene or antics, early and late. Whatever runs it, the hashes are
 * these.
 *
 * <p>An intended change of the engine changes them. Then run {@code WorldDeterminismTest}: its
 * failure prints the lines of {@link #ALL} as they have to be.
 *
 * @param play name of a scene, or {@code antics}, their seed and how many bodies at most
 * @param early steps that an interpreter has time for
 */
record Golden(String play, int early, long earlyHash, int late, long lateHash) {
  private static final String ANTICS = "antics";

  static final List<Golden> ALL =
      List.of(
          new Golden("stack", 30, 0x4447f41dfd13b84L, 300, 0x7ac3fbde1c9912f1L),
          new Golden("mass-ratio", 30, 0x41101898facd0453L, 120, 0x7f209c494790cb98L),
          new Golden("restitution", 60, 0xeda8458b277df9e4L, 300, 0xe9386be4b4eb7a03L),
          new Golden("friction-ramps", 30, 0x82067b3d516130ffL, 120, 0xea7a80b162c13a7fL),
          new Golden("bullet-wall", 10, 0xd89d79d286925d7bL, 60, 0x2e5c1677112d6f10L),
          new Golden("rain", 20, 0x91df0e334eb3fc09L, 200, 0x5af616d924b4ceaL),
          new Golden("pyramid", 3, 0xbfbc42c398b9b30bL, 40, 0x70d0e8f7aff7846dL),
          new Golden("crates", 3, 0x4009c72e97bcd5cdL, 60, 0x5448530b527ddee2L),
          new Golden("smash", 1, 0x964976aa23bb6e19L, 20, 0xf7a7d169b3921118L),
          new Golden("antics 1 60", 30, 0xcb7d96b51f724ecaL, 400, 0x38372b1aee6fe404L),
          new Golden("antics 2 60", 30, 0x7d531f1d7a215290L, 400, 0x6bcb69f3f2e69c76L),
          new Golden("antics 3 900", 10, 0x749e2dfce28695feL, 200, 0xcdf72d62b8319decL));

  /** The same play as it goes with these workers. */
  Golden playedBy(Workers workers) {
    return new Golden(play, early, hash(workers, early), late, hash(workers, late));
  }

  long hash(Workers workers, int steps) {
    World world = play.startsWith(ANTICS) ? antics(workers, steps) : scene(workers, steps);
    return world.hash();
  }

  private World antics(Workers workers, int steps) {
    String[] words = play.split(" ", -1);
    Antics antics = new Antics(Long.parseLong(words[1]), Integer.parseInt(words[2]));
    World world = Antics.world(true);
    antics.populate(world);
    for (int step = 0; step < steps; step++) {
      antics.act(world);
      world.step(workers);
    }
    return world;
  }

  private World scene(Workers workers, int steps) {
    Scene scene = Scenes.find(play).orElseThrow();
    WorldStage stage = new WorldStage(scene);
    scene.populate(stage, 0);
    for (int step = 0; step < steps; step++) {
      scene.drive(stage, 0, step);
      stage.world().step(workers);
    }
    return stage.world();
  }

  /** As it stands above. */
  @Override
  public String toString() {
    return "          new Golden(\"%s\", %d, 0x%xL, %d, 0x%xL),"
        .formatted(play, early, earlyHash, late, lateHash);
  }
}
