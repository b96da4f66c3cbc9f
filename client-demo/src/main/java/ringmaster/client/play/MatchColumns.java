package ringmaster.client.play;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.Simulation.Phase;

/**
 * Where a game keeps what every game has: scores, teams, the phase and the time that is left. Found
 * by the names of types and fields; a game without one of them shows 0 there. What is in which slot
 * is the server's word, so a slot is asked for its type before its fields.
 */
final class MatchColumns {
  static final int MAX_TEAMS = 2;

  private static final int NONE = -1;

  private final Game game;
  private final int playerType;
  private final int score;
  private final int team;
  private final int charged;
  private final int[] counts;
  private final List<String> countNames;
  private final int matchType;
  private final int phase;
  private final int remaining;
  private final int winner;
  private final int[] teamScores;
  private final String overtime;

  MatchColumns(Game game, EntitySchema schema) {
    this.game = game;
    playerType = type(schema, "player");
    score = field(schema, playerType, "score");
    team = field(schema, playerType, "team");
    charged = field(schema, playerType, "charged");
    List<EntityField> fields = fields(schema, playerType);
    counts =
        IntStream.range(0, fields.size())
            .filter(i -> i != score && i != team && forEverybody(fields.get(i)))
            .toArray();
    countNames = Arrays.stream(counts).mapToObj(i -> title(fields.get(i).name())).toList();
    matchType = type(schema, "match");
    phase = field(schema, matchType, "phase");
    remaining = field(schema, matchType, "remaining");
    winner = field(schema, matchType, "winner");
    teamScores =
        IntStream.rangeClosed(1, MAX_TEAMS)
            .map(number -> field(schema, matchType, "score" + number))
            .toArray();
    overtime = overtime(schema);
  }

  private static boolean forEverybody(EntityField field) {
    return field.visibility() == EntityField.Visibility.EVERYONE;
  }

  private static String title(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** By what there is to be done in the game. */
  private static String overtime(EntitySchema schema) {
    if (hasEvent(schema, "goal")) {
      return "Overtime: next goal wins";
    }
    return hasEvent(schema, "death") ? "Sudden death" : "Overtime";
  }

  private static boolean hasEvent(EntitySchema schema, String name) {
    return schema.events().stream().anyMatch(event -> event.name().equals(name));
  }

  private static int type(EntitySchema schema, String name) {
    List<EntityType> types = schema.types();
    for (int i = 0; i < types.size(); i++) {
      if (types.get(i).name().equals(name)) {
        return i;
      }
    }
    return NONE;
  }

  private static List<EntityField> fields(EntitySchema schema, int type) {
    return type == NONE ? List.of() : schema.types().get(type).fields();
  }

  private static int field(EntitySchema schema, int type, String name) {
    List<EntityField> fields = fields(schema, type);
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return NONE;
  }

  /** Whether the game keeps a score for a seat now. */
  boolean scored(EntityFrame frame, int seat) {
    int slot = game.playerSlot(seat);
    return slot >= 0 && slot < frame.capacity() && frame.present(slot) && scores(frame.type(slot));
  }

  private boolean scores(int type) {
    return playerType == NONE || type == playerType;
  }

  int score(EntityFrame frame, int seat) {
    return player(frame, seat, score);
  }

  /** 0: none. */
  int team(EntityFrame frame, int seat) {
    return Math.clamp(player(frame, seat, team), 0, MAX_TEAMS);
  }

  /** Whether a player's next shot is stronger; only the player's own is known. */
  boolean charged(EntityFrame frame, int seat) {
    return player(frame, seat, charged) > 0;
  }

  /** What the game counts of a player beside score and team, as titles. */
  List<String> countNames() {
    return countNames;
  }

  /**
   * @param index into {@link #countNames}
   */
  int count(EntityFrame frame, int seat, int index) {
    return player(frame, seat, counts[index]);
  }

  private int player(EntityFrame frame, int seat, int field) {
    return field == NONE || !scored(frame, seat)
        ? 0
        : (int) frame.get(game.playerSlot(seat), field);
  }

  /** Seconds to the end of the phase. */
  int remainingSeconds(EntityFrame frame) {
    return match(frame, remaining);
  }

  /** A game that shows none plays. */
  Phase phase(EntityFrame frame) {
    return phase == NONE
        ? Phase.PLAYING
        : Phase.of(Math.clamp(match(frame, phase), 0, Phase.OVER.ordinal()));
  }

  /** Whether the game says who has won. */
  boolean saysWinner() {
    return winner != NONE;
  }

  /** 0: nobody; else a team's number, or without teams a seat's plus 1. */
  int winner(EntityFrame frame) {
    return match(frame, winner);
  }

  /**
   * @param number from 1 on
   */
  int teamScore(EntityFrame frame, int number) {
    return match(frame, teamScores[number - 1]);
  }

  /** What overtime is like in this game, as a sentence. */
  String overtime() {
    return overtime;
  }

  private int match(EntityFrame frame, int field) {
    for (int slot = 0; field != NONE && slot < frame.capacity(); slot++) {
      if (frame.type(slot) == matchType) {
        return (int) frame.get(slot, field);
      }
    }
    return 0;
  }
}
