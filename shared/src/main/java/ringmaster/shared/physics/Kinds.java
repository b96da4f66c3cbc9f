package ringmaster.shared.physics;

import java.util.ArrayList;
import java.util.List;

/** The kinds that bodies of a world were made of, numbered in order of their first use. */
final class Kinds {
  /** Kinds are constants of a game; one made for each body would pile up here. */
  private static final int MAX_KINDS = 65_536;

  private final PartTable parts;
  private final List<BodyKind> kinds = new ArrayList<>();
  private final IntList firstPart = new IntList();

  /** Open addressing by content: kind + 1, or 0. */
  private int[] table = new int[64];

  Kinds(PartTable parts) {
    this.parts = parts;
    firstPart.add(0);
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

  /** The number of a kind; a new one is added. */
  int indexOf(BodyKind kind) {
    int at = place(kind);
    if (table[at] != 0) {
      return table[at] - 1;
    }
    if (kinds.size() == MAX_KINDS) {
      throw new IllegalStateException(
          "a world holds at most " + MAX_KINDS + " kinds: make each once, not one per body");
    }
    kinds.add(kind);
    addParts(kind);
    table[at] = kinds.size();
    if (2 * kinds.size() > table.length) {
      rehash();
    }
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

  private int place(BodyKind kind) {
    int mask = table.length - 1;
    int at = kind.hashCode() * 0x9E3779B9 >>> 7 & mask;
    while (table[at] != 0 && !get(table[at] - 1).equals(kind)) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void rehash() {
    table = new int[2 * table.length];
    for (int kind = 0; kind < kinds.size(); kind++) {
      table[place(kinds.get(kind))] = kind + 1;
    }
  }

  void clear() {
    kinds.clear();
    firstPart.clear();
    firstPart.add(0);
    table = new int[64];
  }
}
