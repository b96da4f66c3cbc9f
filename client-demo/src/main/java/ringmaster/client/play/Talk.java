package ringmaster.client.play;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import ringmaster.shared.protocol.PlayerText;

/**
 * What was said on its way from the network to the screen. The server may be anybody's: it is
 * cleaned here as an honest server cleans it, and of a flood the newest lines stay.
 */
final class Talk {
  /** As many as the screen keeps. */
  static final int MAX_LINES = 100;

  /** A line that somebody said, or the server: then the seat is {@link #SERVER}. */
  record Line(int seat, String text) {
    static final int SERVER = -1;
  }

  private final Deque<Line> lines = new ArrayDeque<>();

  /** By the player of a seat. */
  void said(int seat, String text) {
    add(seat, PlayerText.cleanTalk(text));
  }

  /** By the server. */
  void noticed(String text) {
    add(Line.SERVER, PlayerText.cleanSentence(text));
  }

  private void add(int seat, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (lines.size() == MAX_LINES) {
      lines.removeFirst();
    }
    lines.addLast(new Line(seat, text));
  }

  /** Hands over all since the last call, oldest first. */
  void drainTo(Collection<Line> into) {
    if (!lines.isEmpty()) {
      into.addAll(lines);
      lines.clear();
    }
  }
}
