package ringmaster.shared.physics;

import java.util.ArrayList;
import java.util.List;
import ringmaster.shared.state.StateFormatException;

/**
 * Kinds as ints.
 *
 * <pre>
 * type | bullet << 2 | turns << 3 | sleeps << 4
 * linear damping, angular damping, gravity scale            float bits
 * mass, centre x, y, inertia                                float bits
 * number of parts, then for each
 *   shape's type | points << 4 | sensor << 8 | coordinates << 16
 *   radius, coordinates, density, friction, restitution     float bits
 *   category, mask, group
 * </pre>
 */
final class KindCodec {
  private static final int BULLET = 4;
  private static final int TURNS = 8;
  private static final int SLEEPS = 16;
  private static final int SENSOR = 1 << 8;

  private final int[] words;
  private final int end;
  private int at;

  /** Reads kinds that were written one after the other. */
  KindCodec(int[] words, int end) {
    this.words = words;
    this.end = end;
  }

  static void write(BodyKind kind, IntList out) {
    out.add(
        kind.type().ordinal()
            | (kind.isBullet() ? BULLET : 0)
            | (kind.turns() ? TURNS : 0)
            | (kind.sleeps() ? SLEEPS : 0));
    write(kind.linearDampingPerSecond(), out);
    write(kind.angularDampingPerSecond(), out);
    write(kind.gravityScale(), out);
    write(kind.massKilograms(), out);
    write(kind.originX(), out);
    write(kind.originY(), out);
    write(kind.inertia(), out);
    out.add(kind.parts().size());
    // By index: bodies of several kinds may be made in one tick, and an iterator allocates.
    for (int i = 0; i < kind.parts().size(); i++) {
      write(kind.parts().get(i), out);
    }
  }

  private static void write(BodyKind.Part part, IntList out) {
    Shape shape = part.shape();
    float[] coordinates = shape.coordinates();
    out.add(
        shape.type().ordinal()
            | shape.pointCount() << 4
            | (part.sensor() ? SENSOR : 0)
            | coordinates.length << 16);
    write(shape.radiusMeters(), out);
    for (float coordinate : coordinates) {
      write(coordinate, out);
    }
    write(part.material().densityKilogramsPerSquareMeter(), out);
    write(part.material().friction(), out);
    write(part.material().restitution(), out);
    out.add(part.filter().category());
    out.add(part.filter().mask());
    out.add(part.filter().group());
  }

  private static void write(float value, IntList out) {
    out.add(Float.floatToRawIntBits(value));
  }

  boolean more() {
    return at < end;
  }

  BodyKind next() {
    try {
      return read();
    } catch (IllegalArgumentException e) {
      throw new StateFormatException("a kind of body that cannot be: " + e.getMessage());
    }
  }

  private BodyKind read() {
    int head = word();
    float linear = real();
    float angular = real();
    BodyKind.Builder builder =
        BodyKind.of(constant(BodyType.values(), head & 3)).damping(linear, angular);
    builder.gravityScale(real());
    if ((head & BULLET) != 0) {
      builder.bullet();
    }
    if ((head & TURNS) == 0) {
      builder.upright();
    }
    if ((head & SLEEPS) == 0) {
      builder.sleepless();
    }
    MassProperties mass = new MassProperties(real(), -real(), -real(), real());
    int parts = word();
    List<BodyKind.Part> list = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      list.add(part());
    }
    return builder.restored(mass, list);
  }

  private BodyKind.Part part() {
    int head = word();
    float radius = real();
    float[] coordinates = new float[Math.min(head >>> 16, 2 * Shape.MAX_POINTS)];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = real();
    }
    Shape shape =
        Shape.restored(
            constant(Shape.Type.values(), head & 15), coordinates, head >>> 4 & 15, radius);
    return new BodyKind.Part(
        shape,
        new Material(real(), real(), real()),
        new Filter(word(), word(), word()),
        (head & SENSOR) != 0);
  }

  private static <T> T constant(T[] values, int ordinal) {
    if (ordinal >= values.length) {
      throw new IllegalArgumentException("constant " + ordinal + " of " + values.length);
    }
    return values[ordinal];
  }

  private int word() {
    if (at >= end) {
      throw new IllegalArgumentException("it is cut off");
    }
    return words[at++];
  }

  private float real() {
    return Float.intBitsToFloat(word());
  }
}
