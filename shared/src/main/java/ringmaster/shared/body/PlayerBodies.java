package ringmaster.shared.body;

import java.util.Arrays;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.World;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.state.StateVisitor;

/**
 * One body per seat of a match. The body's tag is the seat; whoever has none is not alive. Match
 * state, in columns: {@link #visit} it after the world.
 */
public final class PlayerBodies {
  /** The seat of a body that is no player's. */
  static final int NOBODYS = -1;

  private final World world;
  private final Bodies bodies;
  private final BodyKind kind;
  private final WallTouches wallTouches;
  private final MoverTouches moverTouches;
  private final int seats;
  private final long[] body;
  private final int[] life;
  private final int[] contactAgeTicks;

  /**
   * Steps since the last of which no prediction can know. No state: it decides what is sent, and
   * whoever is sent something after a restore has nothing yet.
   */
  private final int[] calmSteps;

  /**
   * @param world made by {@link MapWorld}; what else is in it may have any tags
   * @param kind of each player's body
   * @param slots of all that may be touched; asked from the first step on
   */
  public PlayerBodies(World world, BodyKind kind, int seats, BodySlots slots) {
    this.world = world;
    this.kind = kind;
    this.seats = seats;
    bodies = world.bodies();
    body = new long[seats];
    Arrays.fill(body, Bodies.NONE);
    wallTouches = new WallTouches(world.contacts(), body);
    moverTouches = new MoverTouches(world, slots, body);
    life = new int[seats];
    contactAgeTicks = new int[seats];
    calmSteps = new int[seats];
  }

  /**
   * The seat whose body this is, or {@link #NOBODYS}. Its tag only says where to look: a game may
   * give other bodies the same, and those it never tags have that of seat 0.
   */
  static int seatOf(long[] players, long body, int tag) {
    return tag >= 0 && tag < players.length && players[tag] == body ? tag : NOBODYS;
  }

  public int seats() {
    return seats;
  }

  public boolean alive(int seat) {
    return body[seat] != Bodies.NONE;
  }

  /** The body of a living player; {@link Bodies#NONE} of others. */
  public long body(int seat) {
    return body[seat];
  }

  /** Counts the bodies a seat has had, 1 for the first: an entity's generation. */
  public int life(int seat) {
    return life[seat];
  }

  /** Makes a body at (x, y), facing (cos, sin), at rest. */
  public void spawn(int seat, float x, float y, float cos, float sin) {
    remove(seat);
    body[seat] = bodies.create(kind, x, y, cos, sin);
    bodies.setTag(body[seat], seat);
    life[seat]++;
    contactAgeTicks[seat] = BodyWords.MAX_CONTACT_AGE_TICKS;
    surprise(seat);
  }

  /** Takes the body away, if there is one. */
  public void remove(int seat) {
    if (alive(seat)) {
      bodies.destroy(body[seat]);
      body[seat] = Bodies.NONE;
      surprise(seat);
    }
  }

  /** Metres. */
  public float x(int seat) {
    return bodies.x(body[seat]);
  }

  /** Metres. */
  public float y(int seat) {
    return bodies.y(body[seat]);
  }

  /** Newton seconds through the centre of a living player's body, at once. */
  public void kick(int seat, float newtonSecondsX, float newtonSecondsY) {
    bodies.applyImpulse(body[seat], newtonSecondsX, newtonSecondsY);
    contactAgeTicks[seat] = 0;
    surprise(seat);
  }

  /** The rules do something to the seat's own state of which its prediction cannot know. */
  public void surprise(int seat) {
    calmSteps[seat] = 0;
  }

  /**
   * Whether the seat's own state is what its prediction makes of the one before. A surprise may
   * come before a step or after it, so the step that follows one is taken for no better.
   */
  public boolean foreseen(int seat) {
    return calmSteps[seat] > 1;
  }

  /** Looks at what the bodies touch; to be called after each step of the world. */
  public void afterStep() {
    for (int seat = 0; seat < seats; seat++) {
      calmSteps[seat]++;
      if (alive(seat)) {
        lookAround(seat);
      }
    }
    readTouches();
  }

  private void readTouches() {
    wallTouches.read();
    moverTouches.read();
  }

  private void lookAround(int seat) {
    if (bodies.touchesMoving(body[seat])) {
      contactAgeTicks[seat] = 0;
      surprise(seat);
    } else {
      contactAgeTicks[seat] = BodyWords.older(contactAgeTicks[seat]);
    }
  }

  /**
   * Writes {@link BodyWords}, which {@link BodyPrediction} goes on from; zeros for who is not
   * alive.
   *
   * @return whether the player is alive
   */
  public boolean write(int seat, int[] words, int offset) {
    if (alive(seat)) {
      int age = contactAgeTicks[seat];
      BodyWords.write(bodies, body[seat], age, life[seat], wallTouches, seat, words, offset);
    } else {
      Arrays.fill(words, offset, offset + BodyWords.COUNT, 0);
    }
    return alive(seat);
  }

  /** Writes the words of what a living player's body touches, {@link BodyWords#TOUCHED_COUNT}. */
  public void writeTouched(int seat, int[] words, int offset) {
    moverTouches.write(seat, words, offset);
  }

  /** Visits all state; the world must have been visited before. */
  public void visit(StateVisitor visitor) {
    visitor.longs(body, seats);
    for (int seat = 0; seat < seats; seat++) {
      check(bodies, body[seat], seat);
    }
    visitor.ints(life, seats);
    visitor.ints(contactAgeTicks, seats);
    if (visitor.restores()) {
      Arrays.fill(calmSteps, 0);
      readTouches();
    }
  }

  /** Refuses a restored handle that is of no body, or of one with another tag; none may be. */
  public static void check(Bodies bodies, long body, int tag) {
    if (body != Bodies.NONE) {
      require(bodies, body, tag);
    }
  }

  /** Refuses a restored handle that is of no body, or of one with another tag. */
  public static void require(Bodies bodies, long body, int tag) {
    if (!bodies.exists(body) || bodies.tag(body) != tag) {
      throw new StateFormatException("no body " + body + " of tag " + tag);
    }
  }
}
