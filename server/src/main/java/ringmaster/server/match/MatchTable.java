package ringmaster.server.match;

import org.jspecify.annotations.Nullable;

/**
 * The matches that run, in the order of their ids, each with whatever its host keeps beside it. For
 * the tick thread.
 *
 * @param <T> a match, or a match and what belongs to it
 */
public final class MatchTable<T extends MatchTable.Entry> {
  /** What the table is ordered by. */
  public interface Entry {
    Match match();
  }

  private final Entry[] entries;
  private int count;

  /**
   * @param capacity matches at most
   */
  public MatchTable(int capacity) {
    entries = new Entry[capacity];
  }

  public int count() {
    return count;
  }

  /** The entry of an index, 0 .. count - 1. */
  @SuppressWarnings("unchecked") // only add() writes
  public T at(int index) {
    return (T) entries[index];
  }

  public @Nullable T find(int id) {
    int index = indexOf(id);
    return index < 0 ? null : at(index);
  }

  private int indexOf(int id) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int middleId = entries[middle].match().id();
      if (middleId == id) {
        return middle;
      }
      if (middleId < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Adds a match of a new id. */
  public void add(T entry) {
    if (count == entries.length) {
      throw new IllegalStateException("more than " + count + " matches run");
    }
    int at = count++;
    while (at > 0 && entries[at - 1].match().id() > entry.match().id()) {
      entries[at] = entries[at - 1];
      at--;
    }
    entries[at] = entry;
  }

  /** Removes and returns the match of an id, or null. */
  @SuppressWarnings("NullAway") // the freed cell is beyond count
  public @Nullable T remove(int id) {
    int index = indexOf(id);
    if (index < 0) {
      return null;
    }
    T removed = at(index);
    System.arraycopy(entries, index + 1, entries, index, count - index - 1);
    entries[--count] = null;
    return removed;
  }
}
