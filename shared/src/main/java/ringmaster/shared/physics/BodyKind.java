package ringmaster.shared.physics;

import java.util.ArrayList;
import java.util.List;

/**
 * What bodies of one kind have in common: their parts, how they are damped and how they take part.
 * Immutable; a game makes its kinds once and bodies of them as it likes.
 *
 * <p>The position of a moving body is its centre of mass: the parts are moved so that it is the
 * origin, and {@link #originX} tells where the origin they were given about has gone.
 */
public final class BodyKind {
  /** Of one kind: a chain is a part for each of its segments. */
  public static final int MAX_PARTS = 65_536;

  private static final float MAX_DAMPING = 1e4f;
  private static final float MAX_GRAVITY_SCALE = 1e3f;

  /**
   * A shape of a body.
   *
   * @param sensor reports the solid parts that it overlaps and pushes nothing
   */
  public record Part(Shape shape, Material material, Filter filter, boolean sensor) {}

  private final BodyType type;
  private final List<Part> parts;
  private final float linearDampingPerSecond;
  private final float angularDampingPerSecond;
  private final float gravityScale;
  private final boolean bullet;
  private final boolean turns;
  private final boolean sleeps;

  private final MassProperties mass;

  private BodyKind(Builder builder, MassProperties mass, List<Part> parts) {
    type = builder.type;
    linearDampingPerSecond = builder.linearDampingPerSecond;
    angularDampingPerSecond = builder.angularDampingPerSecond;
    gravityScale = builder.gravityScale;
    bullet = builder.bullet;
    turns = builder.turns;
    sleeps = builder.sleeps;
    this.mass = mass;
    this.parts = List.copyOf(parts);
    if (type != BodyType.STATIC) {
      parts.forEach(part -> checkSize(part.shape()));
    }
  }

  private static void checkSize(Shape shape) {
    Limits.within(
        shape.reachMeters(), 0, Limits.MAX_SIZE_METERS, "reach of a part of a moving body");
  }

  /** Walls and floors. */
  public static Builder fixed() {
    return new Builder(BodyType.STATIC);
  }

  public static Builder kinematic() {
    return new Builder(BodyType.KINEMATIC);
  }

  public static Builder dynamic() {
    return new Builder(BodyType.DYNAMIC);
  }

  public static Builder of(BodyType type) {
    return new Builder(type);
  }

  /** Collects what a kind is like; used once. */
  public static final class Builder {
    private final BodyType type;
    private final List<Part> parts = new ArrayList<>();
    private float linearDampingPerSecond;
    private float angularDampingPerSecond;
    private float gravityScale = 1;
    private boolean bullet;
    private boolean turns = true;
    private boolean sleeps = true;
    private float massKilograms;

    private Builder(BodyType type) {
      this.type = type;
    }

    public Builder part(Shape shape, Material material, Filter filter) {
      return part(new Part(shape, material, filter, false));
    }

    public Builder part(Shape shape, Material material) {
      return part(shape, material, Filter.ALL);
    }

    /** A part that reports the solid ones it overlaps, not other sensors, and pushes nothing. */
    public Builder sensor(Shape shape, Filter filter) {
      return part(new Part(shape, new Material(0, 0, 0), filter, true));
    }

    public Builder chain(List<Shape> segments, Material material, Filter filter) {
      segments.forEach(segment -> part(segment, material, filter));
      return this;
    }

    Builder part(Part part) {
      if (parts.size() == MAX_PARTS) {
        throw new IllegalArgumentException("a kind of more than " + MAX_PARTS + " parts");
      }
      parts.add(part);
      return this;
    }

    /** Shares of velocity and spin lost per second, in the limit of short steps. */
    public Builder damping(float linearPerSecond, float angularPerSecond) {
      linearDampingPerSecond = Limits.within(linearPerSecond, 0, MAX_DAMPING, "linear damping");
      angularDampingPerSecond = Limits.within(angularPerSecond, 0, MAX_DAMPING, "angular damping");
      return this;
    }

    /** Of the world's gravity; 1 unless said. */
    public Builder gravityScale(float scale) {
      gravityScale = Limits.finite(scale, MAX_GRAVITY_SCALE, "gravity scale");
      return this;
    }

    /** Is stopped by moving bodies too, however fast it flies, not by fixed ones only. */
    public Builder bullet() {
      bullet = true;
      return this;
    }

    /** Keeps its direction. */
    public Builder upright() {
      turns = false;
      return this;
    }

    /** Is computed even while it rests. */
    public Builder sleepless() {
      sleeps = false;
      return this;
    }

    /** What the whole body weighs, whatever the densities say of its parts' shares. */
    public Builder massKilograms(float kilograms) {
      massKilograms =
          Limits.within(kilograms, Limits.MIN_MASS_KILOGRAMS, Limits.MAX_MASS_KILOGRAMS, "mass");
      return this;
    }

    /**
     * @throws IllegalArgumentException if a body that moves by forces has no mass, or a part is
     *     larger than a moving body may be
     */
    public BodyKind build() {
      MassProperties mass = mass();
      return new BodyKind(this, mass, mass.centered(parts));
    }

    /** The kind as it was saved: parts about the centre of mass already. */
    BodyKind restored(MassProperties mass, List<Part> centered) {
      if (type == BodyType.DYNAMIC) {
        mass.check();
      } else if (!mass.equals(MassProperties.NONE)) {
        throw new IllegalArgumentException("a " + type + " body of some mass");
      }
      return new BodyKind(this, mass, centered);
    }

    private MassProperties mass() {
      return type == BodyType.DYNAMIC
          ? MassProperties.of(parts, massKilograms, turns)
          : MassProperties.NONE;
    }
  }

  public BodyType type() {
    return type;
  }

  /** About the body's position. */
  public List<Part> parts() {
    return parts;
  }

  public float linearDampingPerSecond() {
    return linearDampingPerSecond;
  }

  public float angularDampingPerSecond() {
    return angularDampingPerSecond;
  }

  public float gravityScale() {
    return gravityScale;
  }

  public boolean isBullet() {
    return bullet;
  }

  public boolean turns() {
    return turns;
  }

  public boolean sleeps() {
    return sleeps;
  }

  /** 0 for a body that does not move by forces. */
  public float massKilograms() {
    return mass.massKilograms();
  }

  /** About the centre of mass, kg m²; 0 for a body that does not turn by torques. */
  public float inertia() {
    return mass.inertia();
  }

  /** Where the origin that the parts were given about lies from the body's position, metres. */
  public float originX() {
    return -mass.centerX();
  }

  public float originY() {
    return -mass.centerY();
  }
}
