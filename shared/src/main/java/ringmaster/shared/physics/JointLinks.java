package ringmaster.shared.physics;

import java.util.Arrays;

/**
 * Which joints each body has: doubly linked lists through the joints, two links a joint, {@code 2 *
 * joint} in body A's list and the next in body B's. Derived from the joints and never walked for
 * anything that depends on an order, hence no state.
 *
 * <p>The lists answer at once for a body without joints, and else in the steps of the shorter of
 * two; a table of pairs would answer as fast but not say what a destroyed body was joined to.
 */
final class JointLinks {
  private static final int NO_LINK = -1;

  // By body.
  private int[] first = new int[0];
  private int[] degree = new int[0];

  // By link.
  private int[] next = new int[0];
  private int[] previous = new int[0];

  /** Makes room; nothing is given back. */
  void reserve(int bodies, int joints) {
    if (bodies > first.length) {
      int old = first.length;
      first = Arrays.copyOf(first, bodies);
      degree = Arrays.copyOf(degree, bodies);
      Arrays.fill(first, old, bodies, NO_LINK);
    }
    if (2 * joints > next.length) {
      next = Arrays.copyOf(next, 2 * joints);
      previous = Arrays.copyOf(previous, 2 * joints);
    }
  }

  void clear() {
    Arrays.fill(first, NO_LINK);
    Arrays.fill(degree, 0);
  }

  /** Adds a joint; one of a body with the world names the body twice. */
  void add(int joint, int bodyA, int bodyB) {
    if (bodyA != bodyB) {
      link(2 * joint, bodyA);
    }
    link(2 * joint + 1, bodyB);
  }

  void remove(int joint, int bodyA, int bodyB) {
    if (bodyA != bodyB) {
      unlink(2 * joint, bodyA);
    }
    unlink(2 * joint + 1, bodyB);
  }

  private void link(int link, int body) {
    int old = first[body];
    next[link] = old;
    previous[link] = NO_LINK;
    if (old != NO_LINK) {
      previous[old] = link;
    }
    first[body] = link;
    degree[body]++;
  }

  private void unlink(int link, int body) {
    if (previous[link] == NO_LINK) {
      first[body] = next[link];
    } else {
      next[previous[link]] = next[link];
    }
    if (next[link] != NO_LINK) {
      previous[next[link]] = previous[link];
    }
    degree[body]--;
  }

  /** How many joints a body has. */
  int degree(int body) {
    return body < degree.length ? degree[body] : 0;
  }

  /** A link of a body, of which {@link #degree} is not 0. */
  int first(int body) {
    return first[body];
  }

  /** The link after one, for as many as the body's degree says. */
  int next(int link) {
    return next[link];
  }

  static int joint(int link) {
    return link >> 1;
  }
}
