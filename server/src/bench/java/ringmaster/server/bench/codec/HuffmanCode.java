package ringmaster.server.bench.codec;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/** Symbols in whole bits, the frequent ones in few (Huffman, 1952). */
final class HuffmanCode {
  /**
   * A symbol, or two branches.
   *
   * @param least the smallest symbol below: makes the order, and so the code, one and the same
   */
  private record Node(long count, int least, @Nullable Node zero, @Nullable Node one) {}

  /** Of each inner node, for each bit, the next one; of symbols their complement. */
  private final int[] next;

  private final long[] bits;
  private final int[] lengths;
  private int nodes;

  /**
   * @param counts how often each symbol was met; any may come
   */
  HuffmanCode(long[] counts) {
    next = new int[2 * counts.length];
    bits = new long[counts.length];
    lengths = new int[counts.length];
    PriorityQueue<Node> queue =
        new PriorityQueue<>(Comparator.comparingLong(Node::count).thenComparing(Node::least));
    for (int symbol = 0; symbol < counts.length; symbol++) {
      queue.add(new Node(counts[symbol] + 1, symbol, null, null));
    }
    while (queue.size() > 1) {
      Node zero = queue.remove();
      Node one = queue.remove();
      int least = Math.min(zero.least(), one.least());
      queue.add(new Node(zero.count() + one.count(), least, zero, one));
    }
    add(queue.remove(), 0, 0);
  }

  private int add(Node node, long path, int length) {
    Node zero = node.zero();
    Node one = node.one();
    if (zero == null || one == null) {
      bits[node.least()] = path;
      lengths[node.least()] = length;
      return ~node.least();
    }
    int at = 2 * nodes;
    nodes++;
    next[at] = add(zero, path, length + 1);
    next[at + 1] = add(one, path | 1L << length, length + 1);
    return at;
  }

  void write(int symbol, BitWriter out) {
    out.bits(bits[symbol], lengths[symbol]);
  }

  int read(BitReader in) {
    int at = 0;
    do {
      at = next[at + in.int32(1)];
    } while (at >= 0);
    return ~at;
  }
}
