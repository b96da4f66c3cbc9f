package ringmaster.shared.body;

import java.util.ArrayList;
import java.util.List;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameSetting;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyKind;

/**
 * A game whose players each drive one body among a map's walls and have a score: all of it but the
 * rules, which are a {@link BodyMatch}. The shortest way to a game; one that needs more entities or
 * events implements {@link Game} itself.
 *
 * <pre>
 * slots                      type             index within the range
 * 0                          match
 * 1 .. players               player           seat
 * players + 1 .. 2 players   one of the looks seat
 * </pre>
 */
public abstract class BodyGame implements Game {
  static final int MATCH_SLOT = 0;
  static final int MATCH_TYPE = 0;
  static final int PLAYER_TYPE = 1;
  static final int FIRST_LOOK_TYPE = 2;

  static final int OWNER_WORDS = BodyWords.COUNT + BodyWords.TOUCHED_COUNT;

  /** From how near other players' bodies are simulated along with the own. */
  private static final float REACH_METERS = 8;

  /** A point a tenth of a second for the longest match. */
  static final int MAX_SCORE = 10 * MatchSettings.MAX_TIME_LIMIT_SECONDS;

  private final BodyKind kind;
  private final List<EntityType> types = new ArrayList<>();

  /**
   * @param kind of each player's body; one that never sleeps is predicted exactly
   * @param looks what a body may look like, the first unless {@link BodyMatch#look} says otherwise;
   *     made by {@link #look}
   */
  protected BodyGame(BodyKind kind, EntityType... looks) {
    this.kind = kind;
    types.add(MatchTimer.TYPE);
    types.add(
        new EntityType(
            "player",
            List.of(EntityField.count("score", -MAX_SCORE, MAX_SCORE)),
            EntityType.Shape.NONE,
            0,
            0));
    types.addAll(List.of(looks));
  }

  /**
   * A look of a body: a disc.
   *
   * @param name lower case
   * @param radiusMeters of the disc
   * @param color 0xRRGGBB
   */
  protected static EntityType look(String name, float radiusMeters, int color) {
    return new EntityType(name, BodyFields.and(), EntityType.Shape.CIRCLE, radiusMeters, color);
  }

  /**
   * Pushes and turns a body as a command says, before the world steps. The client predicts by it:
   * it may look at nothing but its arguments.
   */
  protected abstract void drive(Bodies bodies, long body, long command);

  /** Which look a seat's body has in a frame; -1 if it is not there. */
  protected final int look(EntityFrame frame, MatchSettings settings, int seat) {
    int slot = bodySlot(settings, seat);
    return frame.present(slot) ? frame.type(slot) - FIRST_LOOK_TYPE : -1;
  }

  /**
   * For brains: the seat whose body has some look and is nearest to a seat's own; -1 if there is
   * none, or no own body.
   */
  protected final int nearest(EntityFrame frame, MatchSettings settings, int seat, int look) {
    int own = bodySlot(settings, seat);
    int nearest = -1;
    float nearestSquared = Float.POSITIVE_INFINITY;
    for (int other = 0; other < settings.maxPlayers() && frame.present(own); other++) {
      if (other != seat && look(frame, settings, other) == look) {
        int slot = bodySlot(settings, other);
        float dx = frame.get(slot, BodyFields.X) - frame.get(own, BodyFields.X);
        float dy = frame.get(slot, BodyFields.Y) - frame.get(own, BodyFields.Y);
        if (dx * dx + dy * dy < nearestSquared) {
          nearestSquared = dx * dx + dy * dy;
          nearest = other;
        }
      }
    }
    return nearest;
  }

  final BodyKind kind() {
    return kind;
  }

  @Override
  public List<GameSetting> settings() {
    return List.of(MatchTimer.WARM_UP);
  }

  /**
   * Asks for a place for each player, with a wall around it: two bodies in one place would be flung
   * apart, and outside a body drives to where no snapshot can show it.
   */
  @Override
  public void check(MatchSettings settings, GameMap map) {
    int places = map.spawns().size();
    if (places < settings.maxPlayers()) {
      throw map.wrong("spawns", "are " + places + ", below " + settings.maxPlayers() + " players");
    }
    for (int i = 0; i < places; i++) {
      GameMap.Spawn spawn = map.spawns().get(i);
      if (map.walls().stream().noneMatch(wall -> wall.surrounds(spawn.x(), spawn.y()))) {
        throw map.wrong("spawns[" + i + "]", "has no closed wall around it");
      }
    }
  }

  @Override
  public final EntitySchema schema(MatchSettings settings, GameMap map) {
    List<EntityType> foretold = new ArrayList<>(types);
    for (int type = FIRST_LOOK_TYPE; type < foretold.size(); type++) {
      EntityType look = foretold.get(type);
      foretold.set(type, look.with(new BodyPredictor(kind, look.fields(), true, settings.rate())));
    }
    return new EntitySchema(foretold, bodySlot(settings, settings.maxPlayers()));
  }

  @Override
  public final int playerSlot(int seat) {
    return 1 + seat;
  }

  @Override
  public final int bodySlot(MatchSettings settings, int seat) {
    return 1 + settings.maxPlayers() + seat;
  }

  @Override
  public final Prediction newPrediction(MatchSettings settings, GameMap map) {
    List<Neighbour> others = new ArrayList<>();
    for (int type = FIRST_LOOK_TYPE; type < types.size(); type++) {
      others.add(new Neighbour(type, kind, REACH_METERS, true));
    }
    return new BodyPrediction(map, settings.rate(), kind, BodyWords.COUNT, others) {
      @Override
      protected void drive(Bodies bodies, long body, long command) {
        BodyGame.this.drive(bodies, body, command);
      }
    };
  }
}
