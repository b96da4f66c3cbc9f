package ringmaster.server.match;

import org.jspecify.annotations.Nullable;

/** The matches that run, in the order of their ids. For the tick thread. */
public final class MatchTable {
  private final Match[] matches;
  private int count;

  /**
   * @param capacity matches at most
   */
  public MatchTable(int capacity) {
    matches = new Match[capacity];
  }

  public int count() {
    return count;
  }

  /** The match of an index, 0 .. count - 1. */
  public Match at(int index) {
    return matches[index];
  }

  /** Index of a match, or -1. */
  public int indexOf(int id) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int middleId = matches[middle].id();
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

  public @Nullable Match find(int id) {
    int index = indexOf(id);
    return index < 0 ? null : matches[index];
  }

  /** Adds a match. Returns its index. */
  public int add(Match match) {
    if (count == matches.length) {
      throw new IllegalStateException("more than " + count + " matches run");
    }
    int at = count++;
    while (at > 0 && matches[at - 1].id() > match.id()) {
      matches[at] = matches[at - 1];
      at--;
    }
    matches[at] = match;
    return at;
  }

  /** Removes the match of an index. */
  @SuppressWarnings("NullAway") // the freed cell is beyond count
  public void removeAt(int index) {
    System.arraycopy(matches, index + 1, matches, index, count - index - 1);
    matches[--count] = null;
  }
}
