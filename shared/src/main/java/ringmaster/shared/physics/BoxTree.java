package ringmaster.shared.physics;

import java.util.Arrays;

/**
 * The fat boxes of shapes in a binary tree, each node's box around those of its two children. For
 * static shapes: a change costs some hundred times what it does in a {@link HashGrid}, but long
 * walls are as good as small ones.
 *
 * <p>A new box goes beside the node where it makes the sum of all perimeters grow least, and
 * rotations on the way up make up for the order of insertion. Catto: "Dynamic Bounding Volume
 * Hierarchies", GDC 2019; the idea of the rotations is from Kopta et al., "Fast, Effective BVH
 * Updates for Animated Scenes", 2012. Walks use the way back to the parent, so they need no stack
 * and the depth of the tree has no limit.
 */
final class BoxTree {
  private static final int NONE = -1;
  private static final int BOX = Shapes.BOX;
  private static final int FIRST_CAPACITY = 16;

  private final Shapes shapes;

  /** By shape: its leaf, or {@link #NONE}. */
  private int[] leaf = {};

  // By node.
  private float[] box = new float[FIRST_CAPACITY * BOX];

  /** Of a free node the next free one. */
  private int[] parent = new int[FIRST_CAPACITY];

  /** {@link #NONE} for a leaf. */
  private int[] left = new int[FIRST_CAPACITY];

  /** The shape of a leaf. */
  private int[] right = new int[FIRST_CAPACITY];

  private int root = NONE;
  private int firstFree = NONE;
  private int end;

  BoxTree(Shapes shapes) {
    this.shapes = shapes;
  }

  boolean holds(int shape) {
    return shape < leaf.length && leaf[shape] != NONE;
  }

  void insert(int shape) {
    if (shape >= leaf.length) {
      int old = leaf.length;
      leaf = Arrays.copyOf(leaf, shapes.body.length);
      Arrays.fill(leaf, old, leaf.length, NONE);
    }
    int node = take();
    left[node] = NONE;
    right[node] = shape;
    leaf[shape] = node;
    System.arraycopy(shapes.box, shape * BOX, box, node * BOX, BOX);
    attach(node);
  }

  void move(int shape) {
    remove(shape);
    insert(shape);
  }

  void remove(int shape) {
    int node = leaf[shape];
    leaf[shape] = NONE;
    detach(node);
    free(node);
  }

  void clear() {
    Arrays.fill(leaf, NONE);
    root = NONE;
    firstFree = NONE;
    end = 0;
  }

  private int take() {
    if (firstFree != NONE) {
      int node = firstFree;
      firstFree = parent[node];
      return node;
    }
    if (end == parent.length) {
      box = Arrays.copyOf(box, 2 * end * BOX);
      parent = Arrays.copyOf(parent, 2 * end);
      left = Arrays.copyOf(left, 2 * end);
      right = Arrays.copyOf(right, 2 * end);
    }
    return end++;
  }

  private void free(int node) {
    parent[node] = firstFree;
    firstFree = node;
  }

  private void attach(int node) {
    if (root == NONE) {
      root = node;
      parent[node] = NONE;
      return;
    }
    int sibling = bestSibling(node);
    int above = parent[sibling];
    int pair = take();
    replaceChild(above, sibling, pair);
    left[pair] = sibling;
    right[pair] = node;
    parent[sibling] = pair;
    parent[node] = pair;
    mend(pair);
  }

  private void detach(int node) {
    int pair = parent[node];
    if (pair == NONE) {
      root = NONE;
      return;
    }
    int sibling = left[pair] == node ? right[pair] : left[pair];
    int above = parent[pair];
    replaceChild(above, pair, sibling);
    free(pair);
    mend(above);
  }

  private void replaceChild(int above, int old, int replacement) {
    parent[replacement] = above;
    if (above == NONE) {
      root = replacement;
    } else if (left[above] == old) {
      left[above] = replacement;
    } else {
      right[above] = replacement;
    }
  }

  /** Goes down as long as that is cheaper than staying; greedy, so not always the very best. */
  private int bestSibling(int node) {
    int at = root;
    while (left[at] != NONE) {
      float joint = perimeter(at, node);
      // All boxes from here up grow by this if the new one is put below.
      float growth = joint - perimeter(at, at);
      float toLeft = growth + costBelow(left[at], node);
      float toRight = growth + costBelow(right[at], node);
      if (joint <= Math.min(toLeft, toRight)) {
        break;
      }
      at = toLeft <= toRight ? left[at] : right[at];
    }
    return at;
  }

  /** At least: a leaf becomes a pair, an inner node grows. */
  private float costBelow(int child, int node) {
    float joint = perimeter(child, node);
    return left[child] == NONE ? joint : joint - perimeter(child, child);
  }

  /** Half of the perimeter of the box around two nodes. */
  private float perimeter(int a, int b) {
    int i = a * BOX;
    int k = b * BOX;
    return Math.max(box[i + 2], box[k + 2])
        - Math.min(box[i], box[k])
        + Math.max(box[i + 3], box[k + 3])
        - Math.min(box[i + 1], box[k + 1]);
  }

  /** Makes the boxes from a node up to the root fit again. */
  private void mend(int from) {
    for (int node = from; node != NONE; node = parent[node]) {
      rotate(node, left[node], right[node]);
      rotate(node, right[node], left[node]);
      join(node);
    }
  }

  private void join(int node) {
    int at = node * BOX;
    int i = left[node] * BOX;
    int k = right[node] * BOX;
    box[at] = Math.min(box[i], box[k]);
    box[at + 1] = Math.min(box[i + 1], box[k + 1]);
    box[at + 2] = Math.max(box[i + 2], box[k + 2]);
    box[at + 3] = Math.max(box[i + 3], box[k + 3]);
  }

  /** Swaps a child with a child of its sibling if that makes the sibling's box smaller. */
  private void rotate(int node, int child, int sibling) {
    if (left[sibling] == NONE) {
      return;
    }
    float now = perimeter(left[sibling], right[sibling]);
    float withoutLeft = perimeter(child, right[sibling]);
    float withoutRight = perimeter(left[sibling], child);
    if (Math.min(withoutLeft, withoutRight) < now) {
      int goesUp = withoutLeft < withoutRight ? left[sibling] : right[sibling];
      replaceChild(node, child, goesUp);
      replaceChild(sibling, goesUp, child);
      join(sibling);
    }
  }

  /** Adds all shapes whose fat boxes overlap a box, each once. */
  void overlap(float minX, float minY, float maxX, float maxY, IntList found) {
    int node = root;
    while (node != NONE) {
      int at = node * BOX;
      boolean overlaps =
          box[at] <= maxX && box[at + 2] >= minX && box[at + 1] <= maxY && box[at + 3] >= minY;
      if (overlaps && left[node] != NONE) {
        node = left[node];
      } else {
        if (overlaps) {
          found.add(right[node]);
        }
        node = after(node);
      }
    }
  }

  /** The next node that is not below this one, or {@link #NONE}. */
  private int after(int node) {
    int child = node;
    int above = parent[child];
    while (above != NONE && right[above] == child) {
      child = above;
      above = parent[child];
    }
    return above == NONE ? NONE : right[above];
  }

  void cast(Sweep sweep, BroadPhase.CastVisitor visitor) {
    int node = root;
    while (node != NONE) {
      boolean meets = sweep.meets(box, node * BOX);
      if (meets && left[node] != NONE) {
        node = left[node];
      } else {
        if (meets) {
          sweep.limitTo(visitor.visit(right[node]));
        }
        node = after(node);
      }
    }
  }
}
