package ringmaster.shared.body;

import java.util.Arrays;
import ringmaster.shared.physics.ContactReader;

/**
 * Which walls each player's body leans on, and how hard: without it a client could not go on from
 * there as the server does. Read from the world once a tick; no state.
 */
final class WallTouches {
  /** A body in a corner; a third wall in reach would start from nothing. */
  static final int MAX_WALLS = 2;

  /** Further ones are not told of: {@link BodyWords} has 16 bits. */
  private static final int MAX_WALLS_OF_A_MAP = 0xFFFF;

  private final ContactReader contacts;
  private final long[] players;
  private final int[] walls;
  private final int[] part;
  private final float[] impulse;

  /**
   * @param players each seat's body as of now, read anew each time
   */
  WallTouches(ContactReader contacts, long[] players) {
    this.contacts = contacts;
    this.players = players;
    walls = new int[players.length];
    part = new int[players.length * MAX_WALLS];
    impulse = new float[players.length * MAX_WALLS];
  }

  /** Reads the contacts between walls, the first body, and players' bodies. */
  void read() {
    Arrays.fill(walls, 0);
    for (int contact = 0; contact < contacts.count(); contact++) {
      if (contacts.touches(contact) && contacts.bodyA(contact) == MapWorld.WALLS) {
        note(contact);
      }
    }
  }

  private void note(int contact) {
    int seat = PlayerBodies.seatOf(players, contacts.bodyB(contact), contacts.tagB(contact));
    boolean fits = contacts.partA(contact) < MAX_WALLS_OF_A_MAP;
    if (fits && seat != PlayerBodies.NOBODYS && walls[seat] < MAX_WALLS) {
      int at = seat * MAX_WALLS + walls[seat]++;
      part[at] = contacts.partA(contact);
      impulse[at] = contacts.normalImpulse(contact, 0);
    }
  }

  /** How many walls a body touches, as far as they count. */
  int walls(int seat) {
    return walls[seat];
  }

  /** Which part of the walls. */
  int part(int seat, int index) {
    return part[seat * MAX_WALLS + index];
  }

  /** Newton seconds. */
  float impulse(int seat, int index) {
    return impulse[seat * MAX_WALLS + index];
  }
}
