package ringmaster.client.hud;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.Simulation.Phase;

/**
 * What the head-up display has to show of a match. The game refills it each frame; lists are
 * replaced or appended to only when something happened, so a frame allocates nothing.
 */
public final class HudState {
  /** Lines of talk that are kept: more than anybody scrolls back. */
  public static final int MAX_CHAT_LINES = 100;

  /** A bar: how much of something the player has, 0..1. */
  public static final class Gauge {
    public final String name;
    public float value;

    public Gauge(String name) {
      this.name = name;
    }
  }

  /**
   * A row of the scoreboard.
   *
   * @param team 0: none
   * @param counts one for each of {@link #countNames}
   * @param pingMillis -1: not known
   */
  public record ScoreRow(
      int seat,
      String name,
      int rgb,
      int team,
      int score,
      List<Integer> counts,
      int pingMillis,
      boolean bot,
      boolean self) {
    public ScoreRow {
      counts = List.copyOf(counts);
    }
  }

  /**
   * A team and how it stands.
   *
   * @param number from 1 on
   * @param name for example {@code Blue}
   */
  public record Team(int number, String name, int rgb, int score) {}

  /**
   * What happened, in large letters for a moment.
   *
   * @param title a word
   * @param detail a line below it; may be empty
   */
  public record Banner(String title, String detail, int rgb, long atNanos) {}

  /**
   * A line of the kill feed: who, how, whom.
   *
   * @param killer empty if nobody did it
   * @param weapon lower case, for example {@code rail}
   * @param atNanos when it was seen
   * @param concernsSelf whether the player is one of the two
   */
  public record FeedLine(
      String killer,
      int killerRgb,
      String weapon,
      String victim,
      int victimRgb,
      boolean concernsSelf,
      long atNanos) {}

  /**
   * A line of talk, or by the server.
   *
   * @param name empty for the server's own lines
   */
  public record ChatLine(String name, int rgb, String text, long atNanos) {}

  /** A name over a tank, in columns; see {@link #labels}. */
  public static final class Label {
    public String name = "";
    public int rgb;

    /** Of the screen, 0..1 from the left and the top. */
    public float x;

    public float y;
    public float distanceMeters;

    /** 0..1; negative: not shown. */
    public float health = -1;
  }

  public long nowNanos;

  /** In a match, and not only connecting to one. */
  public boolean inMatch;

  /** Watching without a seat. */
  public boolean spectating;

  /** Whom a spectator follows; empty: a free camera. */
  public String watched = "";

  public String mode = "";
  public String map = "";

  /** Whether the player has a body. */
  public boolean alive;

  /** Whether the player had a body in this match, and waits for the next. */
  public boolean destroyed;

  /** 0..1. */
  public float health;

  public final List<Gauge> gauges = new ArrayList<>();
  public int score;

  /** 1 for the best. */
  public int rank;

  public int players;

  /** To the end of the phase; in the warm-up 0 while players are waited for. */
  public int remainingSeconds;

  public Phase phase = Phase.PLAYING;

  /** What is said of the overtime, for example {@code Sudden death}. */
  public String overtime = "";

  /** Who won, as a sentence, while the result is on screen. */
  public String verdict = "";

  public int verdictRgb;

  /** By number, the first is 1; empty: everybody plays alone. */
  public List<Team> teams = List.of();

  /** The player's team; 0: none. */
  public int ownTeam;

  /** The newest; null: none yet. */
  public @Nullable Banner banner;

  /** Whether the game lets the player aim, and so has a crosshair. */
  public boolean aims = true;

  /** Whether bodies of this game can be more or less whole. */
  public boolean hasHealth = true;

  /** Whether the player's next shot is stronger. */
  public boolean charged;

  /** When the player's last confirmed hit was heard of; 0: none yet. */
  public long hitNanos;

  /** Whether that hit killed. */
  public boolean hitKilled;

  /** When the player was last hurt, and from where: radians clockwise from straight ahead. */
  public long hurtNanos;

  public float hurtBearingRadians;

  /** Where on the screen the player's shots go, 0..1 from the left and the top. */
  public float aimX = 0.5f;

  public float aimY = 0.5f;

  /** Newest last; the game keeps 6 at most. */
  public final List<FeedLine> feed = new ArrayList<>();

  /** Newest last, {@link #MAX_CHAT_LINES} at most: see {@link #addChat}. */
  public final List<ChatLine> chat = new ArrayList<>();

  /** What the game counts of each player beside the score, as titles of columns. */
  public List<String> countNames = List.of();

  /** Best first; those of a team together, the better team first. */
  public final List<ScoreRow> scoreboard = new ArrayList<>();

  /** The first {@link #labelCount} are shown this frame. */
  public final List<Label> labels = new ArrayList<>();

  public int labelCount;

  public float framesPerSecond;

  /** For the net graph. */
  public final NetState net = new NetState();

  /** -1: not known. */
  public int pingMillis = -1;

  /** What is wrong with the network, as a sentence; empty when nothing is. */
  public String networkWarning = "";

  /** The result is on screen; {@link #remainingSeconds} until the next match. */
  public boolean results() {
    return phase.compareTo(Phase.RESULTS) >= 0;
  }

  /** Adds a line of talk; the oldest goes where there are too many. */
  public void addChat(ChatLine line) {
    if (chat.size() >= MAX_CHAT_LINES) {
      chat.removeFirst();
    }
    chat.add(line);
  }
}
