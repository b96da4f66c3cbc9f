package ringmaster.shared.physics;

/**
 * Bodies in sets that share none, each set named by its lowest slot, whatever the order in which
 * they were united (Galler and Fischer, 1964; paths are halved as by van der Weide, 1980).
 */
final class DisjointSets {
  private int[] parent = {};

  /** Makes room for slots below a number; what was in the sets is lost where it was too small. */
  void reserve(int slots, int capacity) {
    if (parent.length < slots) {
      parent = new int[capacity];
    }
  }

  /** Puts a slot into the set of another that names its own, or alone into its own. */
  void put(int slot, int name) {
    parent[slot] = name;
  }

  void unite(int a, int b) {
    int nameA = name(a);
    int nameB = name(b);
    parent[Math.max(nameA, nameB)] = Math.min(nameA, nameB);
  }

  /** Whether a slot is the lowest of its set. */
  boolean isName(int slot) {
    return parent[slot] == slot;
  }

  /** The lowest slot of the set of this one. */
  int name(int slot) {
    int at = slot;
    while (!isName(at)) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
