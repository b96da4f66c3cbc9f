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
          new Golden("stack", 30, 0xaaeb8fdd79820a3bL, 300, 0xa4c68ee4f5458d44L),
          new Golden("mass-ratio", 30, 0x8d87a6c490be1d44L, 120, 0xfbaf7db2fd4f9922L),
          new Golden("restitution", 60, 0xdb9e2290851de50fL, 300, 0xb72de756bc6c616fL),
          new Golden("friction-ramps", 30, 0x9cb97e5b132ef5baL, 120, 0xd60992a9d6f1dbfaL),
          new Golden("bullet-wall", 10, 0xf89de06b403d392cL, 60, 0xf89de06b403d392cL),
          new Golden("rain", 20, 0x911e2046eb0a00e6L, 200, 0xb8c6876369f75593L),
          new Golden("pyramid", 3, 0xcbf5184e8a9198c1L, 40, 0xb708bc9c5c5ef2eaL),
          new Golden("crates", 3, 0x9e2bbf6f93c13e4L, 60, 0x6982a5161fea2401L),
          new Golden("smash", 1, 0x404c691fb6d1feb4L, 20, 0xba2d800c385f1728L),
          new Golden("antics 1 60", 30, 0xf73e38a6bc2d080aL, 400, 0xd327831c9743f57eL),
          new Golden("antics 2 60", 30, 0x5f34fda52ca34da5L, 400, 0xd19c8f1f53610e9bL),
          new Golden("antics 3 900", 10, 0xe5083b31867c1d9L, 200, 0xf3ecb03357f260f3L));

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
