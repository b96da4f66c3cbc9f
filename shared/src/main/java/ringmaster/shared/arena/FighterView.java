package ringmaster.shared.arena;

import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.physics.Queries;

/**
 * What a {@link FighterBrain} makes out in a frame. What is in a slot is the word of a server,
 * which may be anybody's: types are checked before fields are read.
 */
final class FighterView {
  static final int NOTHING = -1;

  private static final float SIGHT_METERS = 70;

  private final SkirmishSlots slots;
  private final Queries walls;
  private EntityFrame frame;
  private int seat;
  private float x;
  private float y;

  FighterView(SkirmishSlots slots, Queries walls) {
    this.slots = slots;
    this.walls = walls;
    frame = new EntityFrame(slots.schema());
  }

  /** Looks at a frame from a seat; false if that has no tank in it. */
  boolean look(EntityFrame newFrame, int ownSeat) {
    frame = newFrame;
    seat = ownSeat;
    if (frame.tick() < 0 || frame.type(own()) != ArenaSlots.TANK) {
      return false;
    }
    x = frame.get(own(), BodyFields.X);
    y = frame.get(own(), BodyFields.Y);
    return true;
  }

  private int own() {
    return slots.tank(seat);
  }

  /** Place of the own tank, metres. */
  float x() {
    return x;
  }

  float y() {
    return y;
  }

  /** A field of the own tank. */
  float get(int field) {
    return frame.get(own(), field);
  }

  int facing() {
    return frame.quantized(own(), BodyFields.FACING);
  }

  int health() {
    return frame.quantized(own(), SkirmishSlots.TANK_HEALTH);
  }

  private boolean charged() {
    int player = slots.player(seat);
    return frame.type(player) == ArenaSlots.PLAYER
        && frame.quantized(player, SkirmishSlots.PLAYER_CHARGED) != 0;
  }

  private int team(int ofSeat) {
    int player = slots.player(ofSeat);
    return frame.type(player) == ArenaSlots.PLAYER
        ? frame.quantized(player, SkirmishSlots.PLAYER_TEAM)
        : Teams.NONE;
  }

  private boolean mate(int other) {
    return team(seat) != Teams.NONE && team(seat) == team(other);
  }

  /** Metres from the own tank to what is in a slot. */
  float dx(int slot) {
    return frame.get(slot, BodyFields.X) - x;
  }

  float dy(int slot) {
    return frame.get(slot, BodyFields.Y) - y;
  }

  float velocityX(int slot) {
    return frame.get(slot, BodyFields.VELOCITY_X);
  }

  float velocityY(int slot) {
    return frame.get(slot, BodyFields.VELOCITY_Y);
  }

  float squared(int slot) {
    return dx(slot) * dx(slot) + dy(slot) * dy(slot);
  }

  boolean shielded(int tank) {
    int flags = frame.quantized(tank, SkirmishSlots.TANK_FLAGS);
    return (flags & SkirmishSlots.FLAG_SHIELD) != 0;
  }

  private boolean inSight(int slot) {
    float atX = frame.get(slot, BodyFields.X);
    float atY = frame.get(slot, BodyFields.Y);
    return walls.visible(x, y, atX, atY, MapWorld.CATEGORY_WALL);
  }

  /** Slot of the nearest opponent that no wall hides, or {@link #NOTHING}. */
  int nearestOpponent() {
    int nearest = NOTHING;
    float nearestSquared = SIGHT_METERS * SIGHT_METERS;
    for (int other = 0; other < slots.players(); other++) {
      int slot = slots.tank(other);
      if (other != seat
          && frame.type(slot) == ArenaSlots.TANK
          && squared(slot) < nearestSquared
          && !mate(other)
          && inSight(slot)) {
        nearest = slot;
        nearestSquared = squared(slot);
      }
    }
    return nearest;
  }

  /** Slot of the barrel nearest to what is in a slot, or {@link #NOTHING}. */
  private int barrelNear(float atX, float atY, float withinMeters) {
    int nearest = NOTHING;
    float nearestSquared = withinMeters * withinMeters;
    for (int i = 0; i < slots.barrels(); i++) {
      int slot = slots.barrel(i);
      if (frame.type(slot) == SkirmishSlots.BARREL) {
        float dx = frame.get(slot, BodyFields.X) - atX;
        float dy = frame.get(slot, BodyFields.Y) - atY;
        if (dx * dx + dy * dy < nearestSquared) {
          nearest = slot;
          nearestSquared = dx * dx + dy * dy;
        }
      }
    }
    return nearest;
  }

  /** A barrel that would hurt the own tank, or {@link #NOTHING}. */
  int dangerousBarrel(float withinMeters) {
    return barrelNear(x, y, withinMeters);
  }

  /** A barrel to shoot instead of a tank, far enough from the own one, or {@link #NOTHING}. */
  int barrelBeside(int tank, float withinMeters, float safeMeters) {
    float atX = frame.get(tank, BodyFields.X);
    float atY = frame.get(tank, BodyFields.Y);
    int barrel = barrelNear(atX, atY, withinMeters);
    return barrel != NOTHING && squared(barrel) > safeMeters * safeMeters && inSight(barrel)
        ? barrel
        : NOTHING;
  }

  /** An opponent's rocket that will pass so near so soon, or {@link #NOTHING}. */
  int threat(float missMeters, float withinSeconds) {
    for (int i = 0; i < slots.players() * Rockets.PER_TANK; i++) {
      int slot = slots.rocket(i);
      if (frame.type(slot) == SkirmishSlots.ROCKET
          && i / Rockets.PER_TANK != seat
          && passes(slot, missMeters, withinSeconds)) {
        return slot;
      }
    }
    return NOTHING;
  }

  private boolean passes(int rocket, float missMeters, float withinSeconds) {
    float velocityX = velocityX(rocket);
    float velocityY = velocityY(rocket);
    float speedSquared = Math.max(velocityX * velocityX + velocityY * velocityY, 1);
    float seconds = -(dx(rocket) * velocityX + dy(rocket) * velocityY) / speedSquared;
    float missX = dx(rocket) + velocityX * seconds;
    float missY = dy(rocket) + velocityY * seconds;
    return seconds > 0
        && seconds < withinSeconds
        && missX * missX + missY * missY < missMeters * missMeters;
  }

  /** Whether a slot shows a pick-up that is ready. */
  boolean ready(int pad) {
    return frame.type(pad) == SkirmishSlots.PICKUP
        && frame.quantized(pad, SkirmishSlots.PICKUP_READY) != 0;
  }

  float padX(int pad) {
    return frame.get(pad, SkirmishSlots.PICKUP_X);
  }

  float padY(int pad) {
    return frame.get(pad, SkirmishSlots.PICKUP_Y);
  }

  /**
   * The nearest ready pick-up worth its way, or {@link #NOTHING}.
   *
   * @param repairHealth health from which on a repair is worth a long way
   * @param boostSpent whether a boost would be of use
   */
  int wantedPad(int repairHealth, boolean boostSpent) {
    int wanted = NOTHING;
    float nearestSquared = Float.POSITIVE_INFINITY;
    for (int i = 0; i < slots.pickups(); i++) {
      int pad = slots.pickup(i);
      if (ready(pad)) {
        float dx = padX(pad) - x;
        float dy = padY(pad) - y;
        float squared = dx * dx + dy * dy;
        float worth = worthMeters(pad, repairHealth, boostSpent);
        if (squared < worth * worth && squared < nearestSquared) {
          wanted = pad;
          nearestSquared = squared;
        }
      }
    }
    return wanted;
  }

  private float worthMeters(int pad, int repairHealth, boolean boostSpent) {
    return switch (frame.quantized(pad, SkirmishSlots.PICKUP_KIND)) {
      case Pickups.REPAIR -> health() <= repairHealth ? 60 : health() <= 75 ? 15 : 0;
      case Pickups.BOOST -> boostSpent ? 20 : 0;
      default -> charged() ? 0 : 25;
    };
  }
}
