package ringmaster.shared.arena;

import java.util.Arrays;
import java.util.List;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.PlayerBodies;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.Filter;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.Queries;
import ringmaster.shared.physics.Shape;
import ringmaster.shared.physics.World;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * A map's barrels. What hurts one lights its fuse; when that has burnt down the barrel is gone in a
 * {@link Blast}, which lights others in its reach: so a row of them goes off one after the other,
 * for the eye to follow. All of it counts for whoever lit the first.
 *
 * <p>A barrel is back at its place some time later, as soon as nothing stands there.
 */
final class Barrels {
  /** What a prop is called in a map. */
  static final String PROP = "barrel";

  static final int CATEGORY = 1 << 2;
  static final float RADIUS_METERS = 0.6f;

  /** Points of damage that light a fuse; a blast from afar does not. */
  static final int LIGHTING_DAMAGE = 10;

  static final Blast BLAST = new Blast(6, 70, 3000, SkirmishEvents.BY_BARREL);

  static final BodyKind KIND =
      BodyKind.dynamic()
          .part(
              Shape.circle(RADIUS_METERS), new Material(1, 0.3f, 0.3f), new Filter(CATEGORY, -1, 0))
          .massKilograms(90)
          .damping(1.8f, 2)
          .build();

  private static final int FUSE_MILLIS = 150;
  private static final int RETURN_SECONDS = 20;
  private static final int MOVING =
      ArenaBodies.CATEGORY_TANK | ArenaBodies.CATEGORY_CRATE | CATEGORY;

  /** The tag of the first barrel; the others' go down from there. */
  private static final int FIRST_TAG = ArenaBodies.TAG_CRATE - 1;

  private final World world;
  private final Bodies bodies;
  private final Queries queries;
  private final int seats;
  private final int fuseTicks;
  private final int returnTicks;
  private final int count;
  private final float[] homeX;
  private final float[] homeY;
  private final long[] body;
  private final int[] generation;

  /** 0 while not lit. */
  private final int[] fuseTicksLeft;

  /** Seat that lit the first of the chain. */
  private final int[] litBy;

  private final int[] returnTicksLeft;
  private final long[] inTheWay = new long[1];

  /**
   * @param seats who may light them
   */
  Barrels(World world, Queries queries, List<GameMap.Prop> props, int seats, TickRate rate) {
    this.world = world;
    this.queries = queries;
    this.seats = seats;
    bodies = world.bodies();
    fuseTicks = rate.hz() * FUSE_MILLIS / 1000;
    returnTicks = RETURN_SECONDS * rate.hz();
    count = props.size();
    homeX = new float[count];
    homeY = new float[count];
    body = new long[count];
    generation = new int[count];
    fuseTicksLeft = new int[count];
    litBy = new int[count];
    returnTicksLeft = new int[count];
    Arrays.fill(body, Bodies.NONE);
    for (int i = 0; i < count; i++) {
      homeX[i] = props.get(i).x();
      homeY[i] = props.get(i).y();
      place(i);
    }
  }

  /** Those of a map, in its order. */
  static List<GameMap.Prop> of(GameMap map) {
    return ArenaBodies.props(map, PROP);
  }

  /** Whether a body's tag is that of a barrel. */
  static boolean isTag(int tag) {
    return tag <= FIRST_TAG;
  }

  int count() {
    return count;
  }

  /** {@link Bodies#NONE} while it is gone. */
  long body(int barrel) {
    return body[barrel];
  }

  /** Which barrel has a tag. */
  static int index(int tag) {
    return FIRST_TAG - tag;
  }

  private boolean present(int barrel) {
    return body[barrel] != Bodies.NONE;
  }

  private void place(int barrel) {
    body[barrel] = bodies.create(KIND, homeX[barrel], homeY[barrel]);
    bodies.setTag(body[barrel], FIRST_TAG - barrel);
    generation[barrel]++;
  }

  /**
   * Lights the fuse if that is damage enough and it does not burn yet.
   *
   * @param tag of the barrel's body
   * @param seat whose doing it is
   */
  void hurt(int tag, int seat, int damage) {
    int barrel = index(tag);
    if (damage >= LIGHTING_DAMAGE && fuseTicksLeft[barrel] == 0) {
      fuseTicksLeft[barrel] = fuseTicks;
      litBy[barrel] = seat;
    }
  }

  /** One tick: fuses burn down, and what is gone may come back. */
  void advance(Blasts blasts) {
    for (int barrel = 0; barrel < count; barrel++) {
      if (!present(barrel)) {
        awaitReturn(barrel);
      } else if (fuseTicksLeft[barrel] == 1) {
        explode(barrel, blasts);
      }
    }
    // Only now, so that it makes no difference in which order the map has those just lit.
    for (int barrel = 0; barrel < count; barrel++) {
      fuseTicksLeft[barrel] = Math.max(fuseTicksLeft[barrel] - 1, 0);
    }
  }

  private void awaitReturn(int barrel) {
    returnTicksLeft[barrel] = Math.max(returnTicksLeft[barrel] - 1, 0);
    if (returnTicksLeft[barrel] == 0 && homeIsFree(barrel)) {
      place(barrel);
    }
  }

  private boolean homeIsFree(int barrel) {
    float x = homeX[barrel];
    float y = homeY[barrel];
    return queries.overlapCircle(x, y, RADIUS_METERS, MOVING, Bodies.NONE, inTheWay) == 0;
  }

  private void explode(int barrel, Blasts blasts) {
    float x = bodies.x(body[barrel]);
    float y = bodies.y(body[barrel]);
    bodies.destroy(body[barrel]);
    body[barrel] = Bodies.NONE;
    returnTicksLeft[barrel] = returnTicks;
    blasts.explode(BLAST, litBy[barrel], x, y);
  }

  /** The fuses that a seat has lit go out: nobody else shall have the score. */
  void putOutOf(int seat) {
    for (int barrel = 0; barrel < count; barrel++) {
      if (litBy[barrel] == seat) {
        fuseTicksLeft[barrel] = 0;
      }
    }
  }

  /** All fuses go out. */
  void putOut() {
    Arrays.fill(fuseTicksLeft, 0);
  }

  /** Puts all where the map has them, at rest and not lit. */
  void putBack() {
    putOut();
    for (int barrel = 0; barrel < count; barrel++) {
      if (present(barrel)) {
        world.restart(body[barrel], homeX[barrel], homeY[barrel], 1, 0, 0, 0, 0);
        generation[barrel]++;
      } else {
        place(barrel);
      }
    }
  }

  /** Shows them in the slots from {@code firstSlot} on. */
  void capture(EntityFrame frame, int firstSlot) {
    for (int barrel = 0; barrel < count; barrel++) {
      if (present(barrel)) {
        frame.put(firstSlot + barrel, SkirmishSlots.BARREL, generation[barrel]);
        BodyFields.capture(frame, firstSlot + barrel, bodies, body[barrel]);
      }
    }
  }

  /** Visits all state; the world must have been visited before. */
  void visit(StateVisitor visitor) {
    visitor.longs(body, count);
    visitor.ints(generation, count);
    visitor.ints(fuseTicksLeft, count);
    visitor.ints(litBy, count);
    visitor.ints(returnTicksLeft, count);
    for (int barrel = 0; barrel < count; barrel++) {
      PlayerBodies.check(bodies, body[barrel], FIRST_TAG - barrel);
      if (litBy[barrel] < 0 || litBy[barrel] >= seats) {
        throw new StateFormatException("no seat " + litBy[barrel] + " can light a barrel");
      }
    }
  }
}
