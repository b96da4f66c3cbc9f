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
  private final int[] walls;
  private final int[] part;
  private final float[] impulse;

  WallTouches(ContactReader contacts, int seats) {
    this.contacts = contacts;
    walls = new int[seats];
    part = new int[seats * MAX_WALLS];
    impulse = new float[seats * MAX_WALLS];
  }

  /** Reads the contacts between walls, the first body, and bodies whose tag is a seat. */
  void read() {
    Arrays.fill(walls, 0);
    for (int contact = 0; contact < contacts.count(); contact++) {
      if (contacts.touches(contact) && contacts.bodyA(contact) == MapWorld.WALLS) {
        note(contact);
      }
    }
  }

  private void note(int contact) {
    int seat = contacts.tagB(contact);
    boolean fits = contacts.partA(contact) < MAX_WALLS_OF_A_MAP;
    if (fits && seat >= 0 && seat < walls.length && walls[seat] < MAX_WALLS) {
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
