package ringmaster.client.connection;

import java.util.Locale;

/**
 * Says what is wrong with the way to the server, one thing at a time and in one sentence, so that a
 * player who is held up knows whom to blame. What was found stays until it is clearly over, and
 * nothing changes more often than once a second.
 */
public final class NetworkDoctor {
  /** What is wrong, the gravest first. */
  public enum Finding {
    /** Nothing has come for a while. */
    SILENT,
    /** The server's ticks become later and later: it has too much to do. */
    SERVER_LATE,
    /** Datagrams are lost on one of the ways or on both. */
    LOSS,
    /** Commands come too late for their tick, or not at all. */
    UPLOAD_LATE,
    /** Snapshots come unevenly. */
    JITTER,
    /** The way is long. */
    SLOW,
    /** Nothing is wrong. */
    FINE
  }

  private static final Finding[] FINDINGS = Finding.values();
  private static final long PATIENCE_NANOS = 1_000_000_000;

  /** What has been found must fall so far below its limit to be over. */
  private static final double OVER = 0.6;

  /** Thirty snapshots are missing. */
  private static final double SILENT_SECONDS = 0.5;

  /** A server that does 58 of 60 ticks. */
  private static final double SERVER_LATE_MILLIS = 150;

  /** One percent and a half is usual on a phone; the delay of the view covers that. */
  private static final double LOSS_PERCENT = 4;

  /** One command in thirty is another one than was meant. */
  private static final double MISSED_PERCENT = 3;

  /** What the delay of the view can cover, less some loss. */
  private static final double JITTER_MILLIS = 50;

  /** Beyond it shots are judged by an older view than the player sees. */
  private static final double SLOW_MILLIS = 250;

  private final LinkFigures figures;
  private Finding finding = Finding.FINE;
  private String sentence = "";
  private long changedNanos;
  private boolean looked;

  public NetworkDoctor(LinkFigures figures) {
    this.figures = figures;
  }

  /** Looks at the figures as they are now. */
  public void look(long nowNanos) {
    if (looked && nowNanos - changedNanos < PATIENCE_NANOS) {
      return;
    }
    finding = find(nowNanos);
    String found = sentence(nowNanos);
    if (!looked || !found.equals(sentence)) {
      sentence = found;
      changedNanos = nowNanos;
      looked = true;
    }
  }

  /** What is wrong, as of the last look. */
  public Finding finding() {
    return finding;
  }

  /** The same for the player to read; empty while all is fine. */
  public String sentence() {
    return sentence;
  }

  private Finding find(long nowNanos) {
    for (Finding candidate : FINDINGS) {
      boolean known = candidate == Finding.SILENT || figures.settled();
      double share = candidate == finding ? OVER : 1;
      if (known && severity(candidate, nowNanos) >= share) {
        return candidate;
      }
    }
    return Finding.FINE;
  }

  /** 1 where it is worth telling. */
  private double severity(Finding candidate, long nowNanos) {
    return switch (candidate) {
      case SILENT -> figures.silentSeconds(nowNanos) / SILENT_SECONDS;
      case SERVER_LATE -> figures.serverSlipMillis() / SERVER_LATE_MILLIS;
      case LOSS -> Math.max(figures.lossDownPercent(), figures.lossUpPercent()) / LOSS_PERCENT;
      case UPLOAD_LATE -> figures.missedPercent() / MISSED_PERCENT;
      case JITTER -> figures.jitterMillis() / JITTER_MILLIS;
      case SLOW -> figures.roundTripMillis() / SLOW_MILLIS;
      case FINE -> 1;
    };
  }

  private String sentence(long nowNanos) {
    return switch (finding) {
      case SILENT -> say("No word from the server for %.1f s", figures.silentSeconds(nowNanos));
      case SERVER_LATE ->
          say("The server is too busy: its ticks came %.0f ms late", figures.serverSlipMillis());
      case LOSS ->
          say(
              "Data is lost: %.0f %% on the way to you, %.0f %% on the way to the server",
              figures.lossDownPercent(), figures.lossUpPercent());
      case UPLOAD_LATE ->
          say("%.0f %% of your inputs reach the server too late", figures.missedPercent());
      case JITTER ->
          say("The connection is uneven: delays vary by %.0f ms", figures.jitterMillis());
      case SLOW -> say("The server is far away: %.0f ms there and back", figures.roundTripMillis());
      case FINE -> "";
    };
  }

  private static String say(String format, Object... figures) {
    return String.format(Locale.ROOT, format, figures);
  }
}
