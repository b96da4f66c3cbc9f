package ringmaster.shared.body;

import java.util.Arrays;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.ContactReader;
import ringmaster.shared.physics.World;

/**
 * Which bodies that move each player's body touches, and how hard: what a client needs to go on
 * from there as the server does, while nothing else touches them. Read from the world once a tick;
 * no state.
 *
 * <p>Of more than two, those with the lowest entity slots count: they are the same in the server's
 * world and in the client's.
 */
final class MoverTouches {
  /** A body in the angle between two others. */
  private static final int MAX_MOVERS = BodyWords.TOUCHED_COUNT / BodyWords.TOUCH_WORDS;

  private final ContactReader contacts;
  private final Bodies bodies;
  private final BodySlots slots;
  private final long[] players;
  private final int[] movers;
  private final long[] body;
  private final int[] slot;
  private final float[] impulse;

  /**
   * @param players each seat's body as of now, read anew each time
   */
  MoverTouches(World world, BodySlots slots, long[] players) {
    contacts = world.contacts();
    bodies = world.bodies();
    this.slots = slots;
    this.players = players;
    movers = new int[players.length];
    body = new long[players.length * MAX_MOVERS];
    slot = new int[players.length * MAX_MOVERS];
    impulse = new float[players.length * MAX_MOVERS];
  }

  /** Reads the contacts of players' bodies with others that an entity shows. */
  void read() {
    Arrays.fill(movers, 0);
    for (int contact = 0; contact < contacts.count(); contact++) {
      boolean pushes = contacts.touches(contact) && !contacts.sensor(contact);
      if (pushes && contacts.bodyA(contact) != MapWorld.WALLS) {
        int seatA = PlayerBodies.seatOf(players, contacts.bodyA(contact), contacts.tagA(contact));
        int seatB = PlayerBodies.seatOf(players, contacts.bodyB(contact), contacts.tagB(contact));
        note(seatA, contacts.bodyB(contact), contact);
        note(seatB, contacts.bodyA(contact), contact);
      }
    }
  }

  private void note(int seat, long mover, int contact) {
    if (seat != PlayerBodies.NOBODYS && bodies.exists(mover)) {
      int moverSlot = slots.of(mover);
      if (moverSlot != BodySlots.NONE) {
        insert(seat, mover, moverSlot, contacts.normalImpulse(contact, 0));
      }
    }
  }

  private void insert(int seat, long mover, int moverSlot, float normalImpulse) {
    int first = seat * MAX_MOVERS;
    int at = first;
    while (at < first + movers[seat] && slot[at] < moverSlot) {
      at++;
    }
    boolean known = at < first + movers[seat] && slot[at] == moverSlot;
    if (known || at == first + MAX_MOVERS) {
      return;
    }
    for (int last = first + MAX_MOVERS - 1; last > at; last--) {
      body[last] = body[last - 1];
      slot[last] = slot[last - 1];
      impulse[last] = impulse[last - 1];
    }
    body[at] = mover;
    slot[at] = moverSlot;
    impulse[at] = normalImpulse;
    movers[seat] = Math.min(movers[seat] + 1, MAX_MOVERS);
  }

  /** Writes {@link BodyWords#TOUCHED_COUNT} words; what has been destroyed since is left out. */
  void write(int seat, int[] words, int offset) {
    Arrays.fill(words, offset, offset + BodyWords.TOUCHED_COUNT, 0);
    int at = offset;
    for (int i = seat * MAX_MOVERS; i < seat * MAX_MOVERS + movers[seat]; i++) {
      if (bodies.exists(body[i])) {
        BodyWords.writeTouch(bodies, body[i], slot[i], impulse[i], words, at);
        at += BodyWords.TOUCH_WORDS;
      }
    }
  }
}
