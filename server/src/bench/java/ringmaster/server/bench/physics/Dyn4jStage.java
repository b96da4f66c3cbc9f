package ringmaster.server.bench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dyn4j.dynamics.Body;
import org.dyn4j.dynamics.BodyFixture;
import org.dyn4j.dynamics.Settings;
import org.dyn4j.geometry.Capsule;
import org.dyn4j.geometry.Circle;
import org.dyn4j.geometry.Convex;
import org.dyn4j.geometry.Link;
import org.dyn4j.geometry.Mass;
import org.dyn4j.geometry.MassType;
import org.dyn4j.geometry.Polygon;
import org.dyn4j.geometry.Rectangle;
import org.dyn4j.geometry.Segment;
import org.dyn4j.geometry.Vector2;
import org.dyn4j.world.World;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.BodyType;
import ringmaster.shared.physics.Shape;
import ringmaster.shared.scene.Scene;

/**
 * A stage in a world of dyn4j. Bodies weigh what their kind says; a polygon's radius makes it a
 * larger polygon, since dyn4j has no round corners.
 */
final class Dyn4jStage implements RivalStage {
  private final World<Body> world = new World<>();
  private final double stepSeconds;
  private final List<Body> bodies = new ArrayList<>();
  private final List<BodyKind> kinds = new ArrayList<>();

  Dyn4jStage(Scene scene) {
    stepSeconds = scene.stepSeconds();
    world.setSettings(settings(scene));
    world.setGravity(0, scene.gravityY());
  }

  /** The defaults, with sleep as the scene wants it. */
  static Settings settings(Scene scene) {
    Settings settings = new Settings();
    settings.setStepFrequency(scene.stepSeconds());
    settings.setAtRestDetectionEnabled(scene.sleep());
    return settings;
  }

  @Override
  public int add(BodyKind kind, float x, float y, float cos, float sin) {
    Body body = new Body();
    for (BodyKind.Part part : kind.parts()) {
      body.addFixture(fixture(part));
    }
    setMass(body, kind);
    body.setLinearDamping(kind.linearDampingPerSecond());
    body.setAngularDamping(kind.angularDampingPerSecond());
    body.setGravityScale(kind.gravityScale());
    body.setBullet(kind.isBullet());
    body.setAtRestDetectionEnabled(kind.sleeps());
    body.rotate(Math.atan2(sin, cos));
    body.translate(x, y);
    world.addBody(body);
    bodies.add(body);
    kinds.add(kind);
    return bodies.size() - 1;
  }

  private static BodyFixture fixture(BodyKind.Part part) {
    BodyFixture fixture = new BodyFixture(convex(part.shape()));
    fixture.setFriction(part.material().friction());
    fixture.setRestitution(part.material().restitution());
    fixture.setSensor(part.sensor());
    return fixture;
  }

  private static void setMass(Body body, BodyKind kind) {
    if (kind.type() == BodyType.DYNAMIC) {
      body.setMass(new Mass(new Vector2(), kind.massKilograms(), kind.inertia()));
    } else {
      body.setMass(MassType.INFINITE);
    }
  }

  private static Convex convex(Shape shape) {
    return switch (shape.type()) {
      case CIRCLE -> circle(shape);
      case CAPSULE -> capsule(shape);
      case SEGMENT -> new Segment(point(shape, 0), point(shape, 1));
      case CHAIN_SEGMENT ->
          new Link(point(shape, 2), point(shape, 0), point(shape, 1), point(shape, 3));
      case POLYGON -> polygon(Outline.of(shape).offset(shape.radiusMeters()));
    };
  }

  private static Vector2 point(Shape shape, int point) {
    return new Vector2(shape.pointX(point), shape.pointY(point));
  }

  private static Circle circle(Shape shape) {
    Circle circle = new Circle(shape.radiusMeters());
    circle.translate(point(shape, 0));
    return circle;
  }

  private static Capsule capsule(Shape shape) {
    Vector2 from = point(shape, 0);
    Vector2 along = from.to(point(shape, 1));
    double widthMeters = 2 * shape.radiusMeters();
    Capsule capsule = new Capsule(along.getMagnitude() + widthMeters, widthMeters);
    capsule.rotate(along.getDirection());
    capsule.translate(from.sum(along.product(0.5)));
    return capsule;
  }

  /** A box along the axes as a rectangle, which dyn4j works faster with. */
  private static Polygon polygon(Outline outline) {
    double minX = Arrays.stream(outline.x()).min().orElseThrow();
    double maxX = Arrays.stream(outline.x()).max().orElseThrow();
    double minY = Arrays.stream(outline.y()).min().orElseThrow();
    double maxY = Arrays.stream(outline.y()).max().orElseThrow();
    Vector2[] corners = new Vector2[outline.count()];
    boolean box = corners.length == 4;
    for (int i = 0; i < corners.length; i++) {
      double x = outline.x()[i];
      double y = outline.y()[i];
      corners[i] = new Vector2(x, y);
      box &= (x == minX || x == maxX) && (y == minY || y == maxY);
    }
    if (!box) {
      return new Polygon(corners);
    }
    Rectangle rectangle = new Rectangle(maxX - minX, maxY - minY);
    rectangle.translate((minX + maxX) / 2, (minY + maxY) / 2);
    return rectangle;
  }

  @Override
  public void step() {
    world.step(1, stepSeconds);
  }

  @Override
  public void close() {}

  @Override
  public int count() {
    return bodies.size();
  }

  @Override
  public BodyKind kind(int body) {
    return kinds.get(body);
  }

  @Override
  public void setVelocity(int body, float velocityX, float velocityY, float spin) {
    bodies.get(body).setLinearVelocity(velocityX, velocityY);
    bodies.get(body).setAngularVelocity(spin);
  }

  @Override
  public void applyForce(int body, float newtonsX, float newtonsY) {
    bodies.get(body).applyForce(new Vector2(newtonsX, newtonsY));
  }

  @Override
  public void applyTorque(int body, float newtonMeters) {
    bodies.get(body).applyTorque(newtonMeters);
  }

  @Override
  public float x(int body) {
    return (float) bodies.get(body).getTransform().getTranslationX();
  }

  @Override
  public float y(int body) {
    return (float) bodies.get(body).getTransform().getTranslationY();
  }

  @Override
  public float cos(int body) {
    return (float) bodies.get(body).getTransform().getCost();
  }

  @Override
  public float sin(int body) {
    return (float) bodies.get(body).getTransform().getSint();
  }

  @Override
  public float velocityX(int body) {
    return (float) bodies.get(body).getLinearVelocity().x;
  }

  @Override
  public float velocityY(int body) {
    return (float) bodies.get(body).getLinearVelocity().y;
  }

  @Override
  public float spin(int body) {
    return (float) bodies.get(body).getAngularVelocity();
  }
}
