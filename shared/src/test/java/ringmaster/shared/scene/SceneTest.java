package ringmaster.shared.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.BodyType;
import ringmaster.shared.physics.DistanceJoint;
import ringmaster.shared.physics.MouseJoint;
import ringmaster.shared.physics.RevoluteJoint;
import ringmaster.shared.physics.WeldJoint;

/** Scenes put the same on the stage and push the same, whoever asks and whenever. */
final class SceneTest {
  private static Stream<Scene> scenes() {
    return Scenes.all().stream();
  }

  private static Scene scene(String name) {
    return Scenes.find(name).orElseThrow();
  }

  private static Notes populated(Scene scene, int world) {
    Notes notes = new Notes(new WorldStage(scene));
    scene.populate(notes, world);
    return notes;
  }

  @ParameterizedTest
  @CsvSource({
    "crates, 2201, 1",
    "pyramid, 1036, 1",
    "smash, 4001, 1",
    "rooms, 69, 100",
    "pyramid5k, 5051, 1",
    "crates10k, 11001, 1",
    "idle, 11001, 1",
    "stack, 31, 1",
    "mass-ratio, 3, 1",
    "restitution, 12, 1",
    "friction-ramps, 12, 1",
    "bullet-wall, 2, 1",
    "rain, 225, 1",
    "joints, 114, 1"
  })
  void hasAsManyBodiesInAsManyWorldsAsItSays(String name, int bodies, int worlds) {
    assertEquals(bodies, populated(scene(name), 0).count());
    assertEquals(worlds, scene(name).worlds());
  }

  @Test
  void namesAreDifferent() {
    assertEquals(Scenes.all().size(), scenes().map(Scene::name).distinct().count());
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void populatesAndDrivesAlikeEachTime(Scene scene) {
    Notes first = populated(scene, 0);
    Notes second = populated(scene, 0);
    for (int step = 0; step < 90; step++) {
      scene.drive(first, 0, step);
      scene.drive(second, 0, step);
    }
    assertEquals(first.hash, second.hash);
  }

  /** The notes can tell: another world or another step is written down differently. */
  @Test
  void worldsAndStepsDiffer() {
    Scene rooms = scene("rooms");
    assertNotEquals(populated(rooms, 0).hash, populated(rooms, 1).hash);
    Notes early = populated(rooms, 0);
    Notes late = populated(rooms, 0);
    rooms.drive(early, 0, 0);
    rooms.drive(late, 0, 50);
    assertNotEquals(early.hash, late.hash);
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void makesFewKinds(Scene scene) {
    Notes notes = populated(scene, 0);
    Set<BodyKind> kinds = new HashSet<>();
    for (int body = 0; body < notes.count(); body++) {
      kinds.add(notes.kind(body));
    }
    assertTrue(kinds.size() <= 16, () -> kinds.size() + " kinds");
  }

  @ParameterizedTest
  @CsvSource({"crates, 200", "rooms, 8", "crates10k, 1000", "pyramid, 0"})
  void driversDrive(String name, int drivers) {
    Notes notes = populated(scene(name), 0);
    scene(name).drive(notes, 0, 0);
    assertEquals(drivers, notes.forced);
  }

  @Test
  void theIdleCrowdIsLeftAloneBeforeItIsMeasured() {
    Scene idle = scene("idle");
    Notes notes = populated(idle, 0);
    idle.drive(notes, 0, 299);
    assertEquals(1_000, notes.forced);
    notes.forced = 0;
    idle.drive(notes, 0, 300);
    assertEquals(0, notes.forced);
    assertTrue(idle.sleep() && idle.settleSteps() > 300);
  }

  @Test
  void halfTheCratesAreRound() {
    Notes notes = populated(scene("crates"), 0);
    int round = 0;
    for (int body = 201; body < notes.count(); body++) {
      round += notes.kind(body).parts().getFirst().shape().pointCount() == 1 ? 1 : 0;
    }
    assertEquals(1_000, round);
  }

  @Test
  void aCrowdThatDoesNotFitIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Crowd(0, 100, 14));
    assertEquals(14.5f, new Crowd(0, 100, 14.5f).sideMeters());
  }

  /** Passes on to a stage and writes down what it was told. */
  private static final class Notes implements Stage {
    private final Stage stage;
    private int hash;
    private int forced;

    Notes(Stage stage) {
      this.stage = stage;
    }

    private void note(Object... words) {
      hash = 31 * hash + Objects.hash(words);
    }

    @Override
    public int add(BodyKind kind, float x, float y, float cos, float sin) {
      note(kind.massKilograms(), kind.type() == BodyType.STATIC, x, y, cos, sin);
      return stage.add(kind, x, y, cos, sin);
    }

    @Override
    public int count() {
      return stage.count();
    }

    @Override
    public BodyKind kind(int body) {
      return stage.kind(body);
    }

    @Override
    public int join(
        DistanceJoint kind, int bodyA, int bodyB, float ax, float ay, float bx, float by) {
      note(kind, bodyA, bodyB, ax, ay, bx, by);
      return stage.join(kind, bodyA, bodyB, ax, ay, bx, by);
    }

    @Override
    public int join(RevoluteJoint kind, int bodyA, int bodyB, float x, float y) {
      note(kind, bodyA, bodyB, x, y);
      return stage.join(kind, bodyA, bodyB, x, y);
    }

    @Override
    public int join(WeldJoint kind, int bodyA, int bodyB, float x, float y) {
      note(kind, bodyA, bodyB, x, y);
      return stage.join(kind, bodyA, bodyB, x, y);
    }

    @Override
    public int hold(MouseJoint kind, int body, float x, float y) {
      note(kind, body, x, y);
      return stage.hold(kind, body, x, y);
    }

    @Override
    public void setTarget(int joint, float x, float y) {
      note(joint, x, y);
      stage.setTarget(joint, x, y);
    }

    @Override
    public void setVelocity(int body, float velocityX, float velocityY, float spin) {
      note(body, velocityX, velocityY, spin);
      stage.setVelocity(body, velocityX, velocityY, spin);
    }

    @Override
    public void applyForce(int body, float newtonsX, float newtonsY) {
      note(body, newtonsX, newtonsY);
      forced++;
      stage.applyForce(body, newtonsX, newtonsY);
    }

    @Override
    public void applyTorque(int body, float newtonMeters) {
      note(body, newtonMeters);
      stage.applyTorque(body, newtonMeters);
    }

    @Override
    public float x(int body) {
      return stage.x(body);
    }

    @Override
    public float y(int body) {
      return stage.y(body);
    }

    @Override
    public float cos(int body) {
      return stage.cos(body);
    }

    @Override
    public float sin(int body) {
      return stage.sin(body);
    }

    @Override
    public float velocityX(int body) {
      return stage.velocityX(body);
    }

    @Override
    public float velocityY(int body) {
      return stage.velocityY(body);
    }

    @Override
    public float spin(int body) {
      return stage.spin(body);
    }
  }
}
