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
          new Golden("stack", 30, 0xdd7fbac4cc8491f2L, 300, 0x9602501d3e2e620aL),
          new Golden("mass-ratio", 30, 0x8905c15d452ab8f8L, 120, 0xbbce78f2d47eaf1L),
          new Golden("restitution", 60, 0x6a894baf6ad3fa87L, 300, 0xe328a45118cdd40dL),
          new Golden("friction-ramps", 30, 0x872ed1db2b5e1177L, 120, 0x3fdcfd4af06d439eL),
          new Golden("bullet-wall", 10, 0x6b410956774ddc1eL, 60, 0x6b410956774ddc1eL),
          new Golden("rain", 20, 0x9ad280700b175f1L, 200, 0x46828b2db4c4e70fL),
          new Golden("joints", 30, 0x76bd312e2c855088L, 300, 0xfdba48d9a57c0a20L),
          new Golden("pyramid", 3, 0xa0df5c6360138fa0L, 40, 0xf8f00a8407ad8bbdL),
          new Golden("crates", 3, 0x168617744276987cL, 60, 0x92807b37076e19ecL),
          new Golden("smash", 1, 0xac9e79b031236184L, 20, 0xca3e0984b39a881fL),
          new Golden("antics 1 60", 30, 0x421e456e9a5463bdL, 400, 0x80c8c42ef51ce12dL),
          new Golden("antics 2 60", 30, 0x267416d4fadc0a09L, 400, 0xa1ef2932e7a5f8efL),
          new Golden("antics 3 900", 10, 0xc57b84eec898545aL, 200, 0xdf1a8ef5d8f7fcdfL));

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
