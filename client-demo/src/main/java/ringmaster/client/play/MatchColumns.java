package ringmaster.client.play;

import java.util.List;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.Simulation.Phase;

/**
 * Where a game keeps what every game has: scores and the time that is left. Found by the names of
 * types and fields; a game without one of them shows 0 there. What is in which slot is the server's
 * word, so a slot is asked for its type before its fields.
 */
final class MatchColumns {
  private static final int NONE = -1;

  private final Game game;
  private final int playerType;
  private final int score;
  private final int kills;
  private final int deaths;
  private final int matchType;
  private final int phase;
  private final int remaining;

  MatchColumns(Game game, EntitySchema schema) {
    this.game = game;
    playerType = type(schema, "player");
    score = field(schema, playerType, "score");
    kills = field(schema, playerType, "kills");
    deaths = field(schema, playerType, "deaths");
    matchType = type(schema, "match");
    phase = field(schema, matchType, "phase");
    remaining = field(schema, matchType, "remaining");
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

  private static int field(EntitySchema schema, int type, String name) {
    List<EntityField> fields = type == NONE ? List.of() : schema.types().get(type).fields();
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

  int kills(EntityFrame frame, int seat) {
    return player(frame, seat, kills);
  }

  int deaths(EntityFrame frame, int seat) {
    return player(frame, seat, deaths);
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

  /** Whether the result is on screen. */
  boolean results(EntityFrame frame) {
    return match(frame, phase) >= Phase.RESULTS.ordinal();
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
