package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.math.Rng;

final class MassPropertiesTest {
  private static final Material DENSE = new Material(2, 0.5f, 0);

  private static MassProperties of(Shape... shapes) {
    List<BodyKind.Part> parts = new ArrayList<>();
    for (Shape shape : shapes) {
      parts.add(new BodyKind.Part(shape, DENSE, Filter.ALL, false));
    }
    return MassProperties.of(parts, 0, true);
  }

  private static void assertMass(double mass, double inertia, MassProperties found) {
    assertEquals(mass, found.massKilograms(), 1e-6 * mass);
    assertEquals(inertia, found.inertia(), 1e-5 * inertia);
  }

  @Test
  void aDiscIsHalfItsMassTimesItsRadiusSquared() {
    double mass = 2 * Math.PI * 0.25;
    assertMass(mass, 0.5 * mass * 0.25, of(Shape.circle(0.5f)));
    assertMass(mass, 0.5 * mass * 0.25, of(Shape.circle(7, -3, 0.5f)));
  }

  @Test
  void aBoxIsATwelfthOfItsMassTimesItsDiagonalSquared() {
    double mass = 2 * 6;
    assertMass(mass, mass * (4 + 9) / 12, of(Shape.box(1, 1.5f)));
    assertMass(mass, mass * (4 + 9) / 12, of(Shape.box(1, 1.5f).movedBy(100, 50)));
  }

  @Test
  void aTriangleTurnsAboutAThirdOfItsHeight() {
    MassProperties found = of(Shape.polygon(0, 0, 0, 3, 0, 0, 3));
    // Of legs b and h about the centroid: m (b² + h²) / 18.
    assertMass(9, 9.0 * 18 / 18, found);
    assertEquals(1, found.centerX(), 1e-6);
    assertEquals(1, found.centerY(), 1e-6);
  }

  @Test
  void aCapsuleIsABoxAndTwoHalfDiscs() {
    double box = 2 * 2 * 1;
    double disc = 2 * Math.PI * 0.25;
    double lever = 4 * 0.5 / (3 * Math.PI);
    double halves = disc * (0.5 * 0.25 - lever * lever + (1 + lever) * (1 + lever));
    assertMass(box + disc, box * (4 + 1) / 12 + halves, of(Shape.capsule(-1, 5, 1, 5, 0.5f)));
  }

  @Test
  void aRoundBoxIsACrossAndFourQuarterDiscs() {
    // Half sizes 1 and 0.5 before it grows by 0.25.
    double middle = 2 * 2 * 1;
    double wide = 2 * 2 * (2 * 0.25);
    double high = 2 * 1 * (2 * 0.25);
    double disc = 2 * Math.PI * 0.0625;
    double inertia = middle * (4 + 1) / 12;
    inertia += wide * ((4 + 0.0625) / 12 + 0.625 * 0.625);
    inertia += high * ((1 + 0.0625) / 12 + 1.125 * 1.125);
    double lever = 4 * 0.25 / (3 * Math.PI);
    inertia += disc * (0.5 * 0.0625 + 1 + 0.25 + 2 * lever * (1 + 0.5));
    assertMass(middle + wide + high + disc, inertia, of(Shape.box(1, 0.5f, 0.25f)));
  }

  @Test
  void anyPolygonWeighsWhatAGridOfPointsInItDoes() {
    Rng rng = new Rng(5);
    for (int i = 0; i < 20; i++) {
      Shape shape = RandomShapes.polygon(rng, rng.nextFloat(0, 0.5f));
      SlowCore core = SlowCore.of(shape, 0, 0, 1, 0);
      double step = 0.01;
      double area = 0;
      double momentX = 0;
      double second = 0;
      for (double x = -2; x < 2; x += step) {
        for (double y = -2; y < 2; y += step) {
          double inside = core.distance(x, y) <= shape.radiusMeters() ? step * step : 0;
          area += inside;
          momentX += inside * x;
          second += inside * (x * x + y * y);
        }
      }
      AreaMoments found = AreaMoments.of(shape);
      assertEquals(area, found.area(), 0.01 * area + 0.005);
      assertEquals(momentX, found.firstX(), 0.01);
      assertEquals(second, found.second(), 0.02 * second + 0.005);
    }
  }

  @Test
  void linesAndSensorsWeighNothing() {
    BodyKind kind =
        BodyKind.dynamic()
            .part(Shape.circle(1), DENSE)
            .part(Shape.segment(0, 0, 9, 0), DENSE)
            .sensor(Shape.circle(4, 4, 3), Filter.ALL)
            .build();
    assertEquals(2 * Math.PI, kind.massKilograms(), 1e-5);
    assertEquals(0, kind.originX(), 1e-9f);
  }

  @Test
  void aKindIsMovedSoThatItsCentreOfMassIsItsPosition() {
    BodyKind kind =
        BodyKind.dynamic()
            .part(Shape.box(0.5f, 0.5f).movedBy(1, 0), DENSE)
            .part(Shape.box(0.5f, 0.5f).movedBy(3, 4), DENSE)
            .build();
    assertEquals(-2, kind.originX(), 1e-6);
    assertEquals(-2, kind.originY(), 1e-6);
    assertEquals(Shape.box(0.5f, 0.5f).movedBy(-1, -2), kind.parts().get(0).shape());
    assertEquals(4, kind.massKilograms(), 1e-6);
    assertEquals(2 * 2 * (1.0 / 6 + 5), kind.inertia(), 1e-5);
  }

  @Test
  void aGivenMassOverridesTheDensities() {
    BodyKind kind = BodyKind.dynamic().part(Shape.box(1, 1), DENSE).massKilograms(3).build();
    assertEquals(3, kind.massKilograms());
    assertEquals(3 * 8.0 / 12, kind.inertia(), 1e-6);
    Material light = new Material(1e-6f, 0, 0);
    assertEquals(
        3,
        BodyKind.dynamic()
            .part(Shape.circle(0.1f), light)
            .massKilograms(3)
            .build()
            .massKilograms());
  }

  @Test
  void anUprightKindHasNoInertia() {
    assertEquals(0, BodyKind.dynamic().part(Shape.box(1, 1), DENSE).upright().build().inertia());
  }

  @Test
  void onlyDynamicKindsWeighAnything() {
    BodyKind kind = BodyKind.fixed().part(Shape.box(1, 1).movedBy(5, 5), DENSE).build();
    assertEquals(0, kind.massKilograms());
    assertEquals(0, kind.originX(), 1e-9f);
    assertSame(Shape.Type.POLYGON, kind.parts().get(0).shape().type());
  }

  @Test
  void aDynamicKindWithoutMassOrWithTooMuchIsRefused() {
    Material none = new Material(0, 0, 0);
    Material heavy = new Material(1e6f, 0, 0);
    assertThrows(IllegalArgumentException.class, BodyKind.dynamic()::build);
    assertThrows(
        IllegalArgumentException.class, BodyKind.dynamic().part(Shape.box(1, 1), none)::build);
    assertThrows(
        IllegalArgumentException.class,
        BodyKind.dynamic().part(Shape.segment(0, 0, 1, 0), DENSE)::build);
    assertThrows(
        IllegalArgumentException.class, BodyKind.dynamic().part(Shape.box(200, 200), heavy)::build);
  }

  @Test
  void onlyFixedKindsMayBeLargerThanAMovingBody() {
    Shape wide = Shape.segment(-600, 0, 600, 0);
    assertEquals(1, BodyKind.fixed().part(wide, DENSE).build().parts().size());
    assertThrows(IllegalArgumentException.class, BodyKind.kinematic().part(wide, DENSE)::build);
  }
}
