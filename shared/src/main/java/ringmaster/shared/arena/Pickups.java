package ringmaster.shared.arena;

import java.util.Arrays;
import java.util.List;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * Pads on the map that give something to the tank that comes near: no bodies, nothing bumps into
 * them. Nobody takes what is of no use at the time.
 */
final class Pickups {
  /** Values of the field {@code kind}: indexes of {@link #KINDS}. */
  static final int REPAIR = 0;

  static final int BOOST = 1;
  static final int RAIL = 2;

  /** What props of these are called in a map. */
  static final List<String> KINDS = List.of("repair", "boost", "rail");

  static final float RADIUS_METERS = 0.8f;

  /** From the pad's centre to the hull's: the rims meet. */
  private static final float REACH_METERS = RADIUS_METERS + ArenaBodies.HULL_RADIUS_METERS;

  private static final int REPAIR_POINTS = 50;
  private static final int READY_SECONDS = 15;
  private static final int NOBODY = -1;

  private final Tanks tanks;
  private final TankDrive drive;
  private final SkirmishEvents events;
  private final int readyTicks;
  private final int count;
  private final int[] kind;
  private final float[] x;
  private final float[] y;

  /** 0 while ready. */
  private final int[] waitTicksLeft;

  Pickups(
      List<GameMap.Prop> props,
      Tanks tanks,
      TankDrive drive,
      SkirmishEvents events,
      TickRate rate) {
    this.tanks = tanks;
    this.drive = drive;
    this.events = events;
    readyTicks = READY_SECONDS * rate.hz();
    count = props.size();
    kind = new int[count];
    x = new float[count];
    y = new float[count];
    waitTicksLeft = new int[count];
    for (int i = 0; i < count; i++) {
      kind[i] = KINDS.indexOf(props.get(i).kind());
      x[i] = props.get(i).x();
      y[i] = props.get(i).y();
    }
  }

  /** Those of a map, in its order. */
  static List<GameMap.Prop> of(GameMap map) {
    return map.props().stream().filter(prop -> KINDS.contains(prop.kind())).toList();
  }

  /** One tick: what is ready goes to the nearest tank in reach that has use for it. */
  void advance() {
    for (int pad = 0; pad < count; pad++) {
      if (waitTicksLeft[pad] > 0) {
        waitTicksLeft[pad]--;
      } else {
        offer(pad);
      }
    }
  }

  private void offer(int pad) {
    int taker = NOBODY;
    float nearestSquared = REACH_METERS * REACH_METERS;
    for (int seat = 0; seat < tanks.seats(); seat++) {
      if (tanks.alive(seat)) {
        float dx = tanks.x(seat) - x[pad];
        float dy = tanks.y(seat) - y[pad];
        float squared = dx * dx + dy * dy;
        if (squared < nearestSquared && usefulTo(seat, kind[pad])) {
          nearestSquared = squared;
          taker = seat;
        }
      }
    }
    if (taker != NOBODY) {
      give(taker, pad);
    }
  }

  private boolean usefulTo(int seat, int what) {
    return switch (what) {
      case REPAIR -> tanks.health(seat) < Tanks.FULL_HEALTH;
      case BOOST -> drive.chargeShare(seat) < 1;
      default -> !tanks.charged(seat);
    };
  }

  private void give(int seat, int pad) {
    switch (kind[pad]) {
      case REPAIR -> tanks.repair(seat, REPAIR_POINTS);
      case BOOST -> {
        drive.setChargeUnits(seat, Integer.MAX_VALUE);
        tanks.surprise(seat);
      }
      default -> tanks.charge(seat);
    }
    waitTicksLeft[pad] = readyTicks;
    events.pickup(seat, kind[pad], x[pad], y[pad]);
  }

  /** All are ready again. */
  void refill() {
    Arrays.fill(waitTicksLeft, 0);
  }

  /** Shows them in the slots from {@code firstSlot} on. */
  void capture(EntityFrame frame, int firstSlot) {
    for (int pad = 0; pad < count; pad++) {
      int slot = firstSlot + pad;
      frame.put(slot, SkirmishSlots.PICKUP, 0);
      frame.set(slot, SkirmishSlots.PICKUP_X, x[pad]);
      frame.set(slot, SkirmishSlots.PICKUP_Y, y[pad]);
      frame.setQuantized(slot, SkirmishSlots.PICKUP_KIND, kind[pad]);
      frame.setQuantized(slot, SkirmishSlots.PICKUP_READY, waitTicksLeft[pad] == 0 ? 1 : 0);
    }
  }

  void visit(StateVisitor visitor) {
    visitor.ints(waitTicksLeft, count);
  }
}
