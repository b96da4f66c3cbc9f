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
          new Golden("stack", 30, 0x88b8221438aae161L, 300, 0x27938fc58594ca80L),
          new Golden("mass-ratio", 30, 0x18a265f7f69f537bL, 120, 0x60b88739cef61f80L),
          new Golden("restitution", 60, 0xbd446775167cbbc6L, 300, 0x30861f586d8ccbdbL),
          new Golden("friction-ramps", 30, 0x8445207f9b115180L, 120, 0x1d172d14bd6af8afL),
          new Golden("bullet-wall", 10, 0x175802b7aaa7a6efL, 60, 0x175802b7aaa7a6efL),
          new Golden("rain", 20, 0x4b90a472c6de61dbL, 200, 0x5c9e5e19144e2681L),
          new Golden("pyramid", 3, 0x87477a2a4049c066L, 40, 0xa8efd5f43e91746eL),
          new Golden("crates", 3, 0xc3ca1c9033b06bd8L, 60, 0x7179a68d4e1d653aL),
          new Golden("smash", 1, 0x5f129b2c14b99508L, 20, 0xe8b655beeb84b1dbL),
          new Golden("antics 1 60", 30, 0xb01f28d4a3ab40a8L, 400, 0xbc8ea0717a60af31L),
          new Golden("antics 2 60", 30, 0xbaeb656a64e760cdL, 400, 0xb843b16302f83a8aL),
          new Golden("antics 3 900", 10, 0xea7845542d593a6L, 200, 0xc89fa92de2005c9fL));

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
