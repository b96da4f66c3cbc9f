package ringmaster.shared.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.state.StateVisitor;

/** The kinds that bodies of a world were made of, numbered in order of their first use. */
final class Kinds {
  /** Kinds are constants of a game; one made for each body would pile up here. */
  private static final int MAX_KINDS = 65_536;

  private static final int MAX_WORDS = 1 << 24;

  private final PartTable parts;
  private final float substepSeconds;
  private final List<BodyKind> kinds = new ArrayList<>();
  private final IntList firstPart = new IntList();

  /** Open addressing by content: kind + 1, or 0. */
  private int[] table = new int[64];

  /** All kinds as they are saved. */
  private final IntList words = new IntList();

  private final IntList firstWord = new IntList();

  /** Bodies of one kind are often made one after the other. */
  private @Nullable BodyKind latest;

  private int latestIndex;
  private int[] restored = {};

  // What the stages of a step read of a kind.
  float[] gravityScale = new float[16];

  /** What is left of velocity and of spin after a substep. */
  float[] linearSlowing = new float[16];

  float[] angularSlowing = new float[16];

  /** How far the furthest solid point of a body is from its centre, metres. */
  float[] reach = new float[16];

  /** Half the thickness at its thinnest: what moves less in a step cannot pass through. */
  float[] thickness = new float[16];

  boolean[] sleeps = new boolean[16];
  boolean[] bullet = new boolean[16];

  Kinds(PartTable parts, float substepSeconds) {
    this.parts = parts;
    this.substepSeconds = substepSeconds;
    firstPart.add(0);
    firstWord.add(0);
  }

  int count() {
    return kinds.size();
  }

  BodyKind get(int kind) {
    return kinds.get(kind);
  }

  int firstPart(int kind) {
    return firstPart.values[kind];
  }

  int endPart(int kind) {
    return firstPart.values[kind + 1];
  }

  /** The number of a kind; one of other content is added. */
  int indexOf(BodyKind kind) {
    if (kind == latest) {
      return latestIndex;
    }
    int from = words.count;
    KindCodec.write(kind, words);
    int at = place(from, words.count);
    if (table[at] != 0) {
      words.count = from;
    } else {
      table[at] = add(kind) + 1;
    }
    latest = kind;
    latestIndex = table[at] - 1;
    if (2 * kinds.size() > table.length) {
      rehash();
    }
    return latestIndex;
  }

  private int add(BodyKind kind) {
    if (kinds.size() == MAX_KINDS) {
      words.count = firstWord.values[kinds.size()];
      throw new IllegalStateException(
          "a world holds at most " + MAX_KINDS + " kinds: make each once, not one per body");
    }
    kinds.add(kind);
    firstWord.add(words.count);
    addParts(kind);
    setColumns(kinds.size() - 1, kind);
    return kinds.size() - 1;
  }

  private void addParts(BodyKind kind) {
    int part = firstPart.values[firstPart.count - 1];
    parts.reserve(part + kind.parts().size());
    for (BodyKind.Part source : kind.parts()) {
      parts.set(part++, source);
    }
    firstPart.add(part);
  }

  /** Where in the table the kind of these words is, or would be. */
  private int place(int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = (hash ^ words.values[i]) * 0x9E3779B1;
      hash ^= hash >>> 15;
    }
    int mask = table.length - 1;
    int at = hash & mask;
    while (table[at] != 0 && !same(table[at] - 1, from, to)) {
      at = at + 1 & mask;
    }
    return at;
  }

  private boolean same(int kind, int from, int to) {
    int first = firstWord.values[kind];
    int end = firstWord.values[kind + 1];
    return Arrays.equals(words.values, first, end, words.values, from, to);
  }

  private void rehash() {
    table = new int[2 * table.length];
    for (int kind = 0; kind < kinds.size(); kind++) {
      table[place(firstWord.values[kind], firstWord.values[kind + 1])] = kind + 1;
    }
  }

  private void setColumns(int at, BodyKind kind) {
    if (at == reach.length) {
      grow(2 * at);
    }
    gravityScale[at] = kind.gravityScale();
    linearSlowing[at] = 1 / (1 + substepSeconds * kind.linearDampingPerSecond());
    angularSlowing[at] = 1 / (1 + substepSeconds * kind.angularDampingPerSecond());
    sleeps[at] = kind.sleeps();
    bullet[at] = kind.isBullet();
    reach[at] = 0;
    thickness[at] = Limits.MAX_SIZE_METERS;
    for (int part = firstPart(at); part < endPart(at); part++) {
      if (!parts.sensor[part]) {
        reach[at] = Math.max(reach[at], parts.geometry[part * PartTable.STRIDE + PartTable.REACH]);
        thickness[at] = Math.min(thickness[at], parts.thickness(part));
      }
    }
    // A line has none, but its slightest movement is not worth another look.
    thickness[at] = Math.max(thickness[at], Limits.MIN_SIZE_METERS / 2);
  }

  private void grow(int capacity) {
    gravityScale = Arrays.copyOf(gravityScale, capacity);
    linearSlowing = Arrays.copyOf(linearSlowing, capacity);
    angularSlowing = Arrays.copyOf(angularSlowing, capacity);
    reach = Arrays.copyOf(reach, capacity);
    thickness = Arrays.copyOf(thickness, capacity);
    sleeps = Arrays.copyOf(sleeps, capacity);
    bullet = Arrays.copyOf(bullet, capacity);
  }

  private void clear() {
    kinds.clear();
    latest = null;
    words.clear();
    firstWord.clear();
    firstWord.add(0);
    firstPart.clear();
    firstPart.add(0);
    Arrays.fill(table, 0);
  }

  /** Visits all kinds; if the restored ones are those there are, nothing is made anew. */
  void visit(StateVisitor visitor) {
    int count = visitor.count(words.count, MAX_WORDS);
    if (!visitor.restores()) {
      visitor.ints(words.values, count);
      return;
    }
    if (restored.length < count) {
      restored = new int[count];
    }
    visitor.ints(restored, count);
    if (!Arrays.equals(restored, 0, count, words.values, 0, words.count)) {
      clear();
      KindCodec codec = new KindCodec(restored, count);
      while (codec.more()) {
        if (kinds.size() == MAX_KINDS) {
          throw new StateFormatException("more than " + MAX_KINDS + " kinds of bodies");
        }
        indexOf(codec.next());
      }
      if (!Arrays.equals(restored, 0, count, words.values, 0, words.count)) {
        throw new StateFormatException("kinds of bodies that would be saved in another way");
      }
    }
  }
}
