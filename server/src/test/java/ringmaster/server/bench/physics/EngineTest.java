package ringmaster.server.bench.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.Scenes;
import ringmaster.shared.scene.Stage;
import ringmaster.shared.time.SystemClock;

/**
 * The rivals play the scenes as they were written: what must stand stands, what must fall falls.
 */
final class EngineTest {
  private static Stream<Engine> rivals() {
    return Stream.of(new Dyn4jEngine("dyn4j"), new Box2dEngine("gdxBox2d"));
  }

  private static Scene scene(String name) {
    return Scenes.find(name).orElseThrow();
  }

  private static Fleet played(Engine engine, String scene, int steps) {
    Fleet fleet = engine.open(scene(scene));
    for (int step = 0; step < steps; step++) {
      for (int world = 0; world < fleet.worlds(); world++) {
        scene(scene).drive(fleet.stage(world), world, step);
      }
      fleet.step();
    }
    return fleet;
  }

  @ParameterizedTest
  @MethodSource("rivals")
  void boxesHoldOnRampsThatAreRoughEnoughOnly(Engine engine) {
    try (Fleet fleet = played(engine, "friction-ramps", 90)) {
      Stage stage = fleet.stage(0);
      // Ramps and their boxes by turns: frictions 0, 0.3, 0.6, 0.7, 0.8, 1 against a slope of 0.75.
      for (int box = 1; box < stage.count(); box += 2) {
        double speed = Math.hypot(stage.velocityX(box), stage.velocityY(box));
        int index = box;
        assertEquals(box >= 9, speed < 0.05, () -> "box " + index + " at " + speed + " m/s");
      }
      // g (sin - friction cos) for 1.5 s, without friction
      assertEquals(9, Math.hypot(stage.velocityX(1), stage.velocityY(1)), 0.5);
    }
  }

  @ParameterizedTest
  @MethodSource("rivals")
  void aBallBouncesAsItsMaterialSays(Engine engine) {
    try (Fleet fleet = played(engine, "restitution", 130)) {
      // A fall of 4 m takes 0.9 s: by 2.2 s a full bounce is over its second peak.
      Stage stage = fleet.stage(0);
      assertEquals(0.5, stage.y(1), 0.02, "no bounce");
      assertTrue(stage.y(11) > 2, "a full bounce");
    }
  }

  @ParameterizedTest
  @MethodSource("rivals")
  void aBulletDoesNotPassTheWall(Engine engine) {
    try (Fleet fleet = played(engine, "bullet-wall", 30)) {
      assertTrue(fleet.stage(0).x(1) < 0);
    }
  }

  @ParameterizedTest
  @MethodSource("rivals")
  void allShapesStayInTheBowl(Engine engine) {
    try (Fleet fleet = played(engine, "rain", 400)) {
      Stage stage = fleet.stage(0);
      for (int body = 1; body < stage.count(); body++) {
        assertTrue(stage.y(body) > 0 && Math.abs(stage.x(body)) < 22);
      }
      assertTrue(Penetration.greatestMeters(stage) < 0.1);
    }
  }

  @ParameterizedTest
  @MethodSource("rivals")
  void driversDriveAndStayWithinTheirWalls(Engine engine) {
    try (Fleet fleet = played(engine, "rooms", 60)) {
      Stage last = fleet.stage(99);
      double fastest = 0;
      for (int body = 1; body < last.count(); body++) {
        assertTrue(Math.max(Math.abs(last.x(body)), Math.abs(last.y(body))) < 12);
        fastest = Math.max(fastest, Math.hypot(last.velocityX(body), last.velocityY(body)));
      }
      assertTrue(fastest > 2 && fastest < 6.5, fastest + " m/s");
    }
  }

  @Test
  void enginesStartAlike() {
    List<Engine> rivals = rivals().toList();
    try (Fleet one = played(rivals.getFirst(), "crates", 0);
        Fleet other = played(rivals.getLast(), "crates", 0)) {
      for (int body = 0; body < one.stage(0).count(); body++) {
        assertEquals(one.stage(0).x(body), other.stage(0).x(body), 1e-5f);
        assertEquals(one.stage(0).sin(body), other.stage(0).sin(body), 1e-5f);
      }
      assertEquals(0, Penetration.greatestMeters(one.stage(0)), 1e-4, "nobody overlaps at first");
    }
  }

  @Test
  void figuresComeFromTheScene() {
    Meter meter = new Meter(new SystemClock());
    Figures figures = meter.measure(new Box2dEngine("gdxBox2d"), scene("bullet-wall").withSteps(1));
    double massKilograms = Math.PI * 0.05 * 0.05 * 10;
    assertTrue(figures.kineticEnergyJoules() < 0.5 * massKilograms * 300 * 300 * 1.001);
    assertTrue(figures.kineticEnergyJoules() > 0.5 * massKilograms * 100 * 100);
    assertTrue(figures.p50Millis() > 0 && figures.p50Millis() <= figures.p99Millis());
  }
}
