package ringmaster.shared.interest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EventType;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Place;
import ringmaster.shared.game.Reach;
import ringmaster.shared.game.Sight;

/** What a game says of whom its entities and events concern. Immutable, shared by all viewers. */
public final class InterestRules {
  /** Slot of what a seat does not have. */
  static final int NO_SLOT = -1;

  /** Whoever is so near is in every snapshot. */
  private static final float BESIDE_METERS = 30;

  /** Beyond the view radius by so much what was in it leaves: so nothing flickers at its edge. */
  private static final float LEAVE_RATIO = 1.1f;

  private final Game game;
  private final MatchSettings settings;
  private final GameMap map;
  private final EntitySchema schema;

  /** By type of entity; null for one that concerns everybody. */
  private final @Nullable Place[] places;

  private final int[] weights;

  /** By type of event; null for one that concerns everybody. */
  private final @Nullable Place[][] eventPlaces;

  private final int[][] eventSeats;

  /** What is so near to a body enters its view. */
  final float enterMeters;

  /** What is farther leaves it. */
  final float leaveMeters;

  final float enterSquared;
  final float leaveSquared;
  final float besideSquared = BESIDE_METERS * BESIDE_METERS;

  private InterestRules(Game game, MatchSettings settings, GameMap map) {
    this.game = game;
    this.settings = settings;
    this.map = map;
    schema = game.schema(settings, map);
    List<EntityType> types = schema.types();
    places =
        types.stream()
            .map(type -> type.reach() == Reach.NEAR ? Place.of(type.fields()).getFirst() : null)
            .toArray(Place[]::new);
    weights = types.stream().mapToInt(EntityType::weight).toArray();
    List<EventType> events = schema.events();
    eventPlaces =
        events.stream()
            .map(type ->
                type.reach() == Reach.NEAR ? Place.of(type.fields()).toArray(Place[]::new) : null)
            .toArray(Place[][]::new);
    eventSeats = events.stream().map(EventType::seatFields).toArray(int[][]::new);
    enterMeters = game.viewRadiusMeters(settings);
    leaveMeters = LEAVE_RATIO * enterMeters;
    enterSquared = enterMeters * enterMeters;
    leaveSquared = leaveMeters * leaveMeters;
  }

  /** The rules of a match. */
  public static InterestRules of(Game game, MatchSettings settings, GameMap map) {
    return new InterestRules(game, settings, map);
  }

  EntitySchema schema() {
    return schema;
  }

  float mapMeters() {
    return map.sizeMeters();
  }

  /** Where entities of a type are; null: they concern everybody. */
  @Nullable Place place(int type) {
    return places[type];
  }

  int weight(int type) {
    return weights[type];
  }

  /** Where events of a type happen; null: they concern everybody. */
  Place @Nullable [] eventPlaces(int type) {
    return eventPlaces[type];
  }

  /** Which columns of an event of a type name a seat. */
  int[] eventSeats(int type) {
    return eventSeats[type];
  }

  /** Slot of a seat's body; {@link #NO_SLOT} where the game has none, and of a spectator. */
  int bodySlot(int seat) {
    return seat == EntityFrame.NOBODY ? NO_SLOT : game.bodySlot(settings, seat);
  }

  /** Slot of a seat's score and counts; {@link #NO_SLOT} likewise. */
  int rowSlot(int seat) {
    return seat == EntityFrame.NOBODY ? NO_SLOT : game.playerSlot(seat);
  }

  /** What a seat's player can see; null: all that is near. */
  @Nullable Sight newSight(int seat) {
    return bodySlot(seat) == NO_SLOT ? null : game.newSight(settings, map);
  }
}
