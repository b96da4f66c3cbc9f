package ringmaster.server.bench.physics;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.EdgeShape;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.MassData;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.Transform;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.GdxNativesLoader;
import java.util.ArrayList;
import java.util.List;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.BodyType;
import ringmaster.shared.physics.Shape;
import ringmaster.shared.scene.Scene;

/**
 * A stage in a world of Box2D. Bodies weigh what their kind says; a capsule is a box and two
 * circles.
 *
 * <p>Box2D keeps polygons apart by a skin about each. They are made smaller by as much, so that
 * bodies touch where everybody's do and an overlap means the same.
 */
final class Box2dStage implements RivalStage {
  /** What its manual recommends. */
  static final int VELOCITY_ITERATIONS = 8;

  static final int POSITION_ITERATIONS = 3;

  /** Its default. */
  static final boolean CONTINUOUS = true;

  /** Two slops of half a centimetre: {@code b2_polygonRadius}. */
  private static final double SKIN_METERS = 0.01;

  static {
    GdxNativesLoader.load();
    Box2D.init();
  }

  private final World world;
  private final float stepSeconds;
  private final List<Body> bodies = new ArrayList<>();
  private final List<BodyKind> kinds = new ArrayList<>();

  Box2dStage(Scene scene) {
    world = new World(new Vector2(0, scene.gravityY()), scene.sleep());
    world.setContinuousPhysics(CONTINUOUS);
    stepSeconds = scene.stepSeconds();
  }

  @Override
  public int add(BodyKind kind, float x, float y, float cos, float sin) {
    BodyDef def = new BodyDef();
    def.type = type(kind.type());
    def.position.set(x, y);
    def.angle = (float) Math.atan2(sin, cos);
    def.linearDamping = kind.linearDampingPerSecond();
    def.angularDamping = kind.angularDampingPerSecond();
    def.gravityScale = kind.gravityScale();
    def.bullet = kind.isBullet();
    def.fixedRotation = !kind.turns();
    def.allowSleep = kind.sleeps();
    Body body = world.createBody(def);
    for (BodyKind.Part part : kind.parts()) {
      addFixtures(body, part);
    }
    setMass(body, kind);
    bodies.add(body);
    kinds.add(kind);
    return bodies.size() - 1;
  }

  private static BodyDef.BodyType type(BodyType type) {
    return switch (type) {
      case STATIC -> BodyDef.BodyType.StaticBody;
      case KINEMATIC -> BodyDef.BodyType.KinematicBody;
      case DYNAMIC -> BodyDef.BodyType.DynamicBody;
    };
  }

  private static void setMass(Body body, BodyKind kind) {
    if (kind.type() == BodyType.DYNAMIC) {
      MassData mass = new MassData();
      mass.mass = kind.massKilograms();
      mass.I = kind.inertia();
      body.setMassData(mass);
    }
  }

  private static void addFixtures(Body body, BodyKind.Part part) {
    Shape shape = part.shape();
    switch (shape.type()) {
      case CIRCLE -> addFixture(body, part, circle(shape, 0));
      case CAPSULE -> {
        addFixture(body, part, circle(shape, 0));
        addFixture(body, part, circle(shape, 1));
        addFixture(body, part, polygon(middle(shape)));
      }
      case SEGMENT, CHAIN_SEGMENT -> addFixture(body, part, edge(shape));
      case POLYGON ->
          addFixture(
              body, part, polygon(Outline.of(shape).offset(shape.radiusMeters() - SKIN_METERS)));
    }
  }

  private static void addFixture(
      Body body, BodyKind.Part part, com.badlogic.gdx.physics.box2d.Shape shape) {
    FixtureDef def = new FixtureDef();
    def.shape = shape;
    def.friction = part.material().friction();
    def.restitution = part.material().restitution();
    def.isSensor = part.sensor();
    body.createFixture(def);
    shape.dispose();
  }

  private static CircleShape circle(Shape shape, int point) {
    CircleShape circle = new CircleShape();
    circle.setRadius(shape.radiusMeters());
    circle.setPosition(new Vector2(shape.pointX(point), shape.pointY(point)));
    return circle;
  }

  /** The rectangle between a capsule's round ends. */
  private static Outline middle(Shape capsule) {
    double fromX = capsule.pointX(0);
    double fromY = capsule.pointY(0);
    double toX = capsule.pointX(1);
    double toY = capsule.pointY(1);
    double scale = capsule.radiusMeters() / Math.hypot(toX - fromX, toY - fromY);
    double outX = (toY - fromY) * scale;
    double outY = (fromX - toX) * scale;
    double[] x = {fromX + outX, toX + outX, toX - outX, fromX - outX};
    double[] y = {fromY + outY, toY + outY, toY - outY, fromY - outY};
    return new Outline(x, y, 0).offset(-SKIN_METERS);
  }

  private static EdgeShape edge(Shape shape) {
    EdgeShape edge = new EdgeShape();
    edge.set(shape.pointX(0), shape.pointY(0), shape.pointX(1), shape.pointY(1));
    if (shape.type() == Shape.Type.CHAIN_SEGMENT) {
      edge.setHasVertex0(true);
      edge.setVertex0(shape.pointX(2), shape.pointY(2));
      edge.setHasVertex3(true);
      edge.setVertex3(shape.pointX(3), shape.pointY(3));
    }
    return edge;
  }

  private static PolygonShape polygon(Outline outline) {
    float[] corners = new float[2 * outline.count()];
    for (int i = 0; i < outline.count(); i++) {
      corners[2 * i] = (float) outline.x()[i];
      corners[2 * i + 1] = (float) outline.y()[i];
    }
    PolygonShape polygon = new PolygonShape();
    polygon.set(corners);
    return polygon;
  }

  @Override
  public void step() {
    world.step(stepSeconds, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
  }

  @Override
  public void close() {
    world.dispose();
  }

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
    bodies.get(body).applyForceToCenter(newtonsX, newtonsY, true);
  }

  @Override
  public void applyTorque(int body, float newtonMeters) {
    bodies.get(body).applyTorque(newtonMeters, true);
  }

  @Override
  public float x(int body) {
    return bodies.get(body).getTransform().vals[Transform.POS_X];
  }

  @Override
  public float y(int body) {
    return bodies.get(body).getTransform().vals[Transform.POS_Y];
  }

  @Override
  public float cos(int body) {
    return bodies.get(body).getTransform().vals[Transform.COS];
  }

  @Override
  public float sin(int body) {
    return bodies.get(body).getTransform().vals[Transform.SIN];
  }

  @Override
  public float velocityX(int body) {
    return bodies.get(body).getLinearVelocity().x;
  }

  @Override
  public float velocityY(int body) {
    return bodies.get(body).getLinearVelocity().y;
  }

  @Override
  public float spin(int body) {
    return bodies.get(body).getAngularVelocity();
  }
}
