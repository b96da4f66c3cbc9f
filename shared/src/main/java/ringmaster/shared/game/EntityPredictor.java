package ringmaster.shared.game;

/**
 * Foretells what an entity of one type looks like, so that a snapshot need only say in how far it
 * came otherwise. Server and client ask the same questions in the same order and must get the same
 * answers: integers only, no state, no clock. Products should stay within 53 bits, for clients in
 * other languages.
 *
 * <p>All values are step numbers of {@link EntityField}. What is foretold need not be in range, and
 * need not be right: a wrong guess costs bits and nothing else.
 */
public interface EntityPredictor {
  /**
   * The order in which the type's fields are sent, each once. What tells most about the others
   * should come first: speed before place.
   */
  int[] order();

  /**
   * Foretells a field from an earlier look at the same entity.
   *
   * @param then all fields as they were
   * @param now the fields now, as far as they are earlier in {@link #order}; the others are 0
   * @param ageTicks ticks from then to now, 1 to 127
   */
  int predict(int field, int[] then, int[] now, int ageTicks);

  /**
   * Foretells a field of an entity that the viewer has not seen before.
   *
   * @param now as in {@link #predict}
   * @param others what else the viewer is shown
   */
  int expect(int field, int slot, int[] now, Seen others);

  /** Entities that stand before this one in the same snapshot, as the viewer may see them. */
  interface Seen {
    /** Slot of the viewer's own body; -1: none. */
    int ownBody();

    /** Type of a slot's entity; {@link EntityFrame#EMPTY} if the snapshot has not come to it. */
    int type(int slot);

    /** A field of a slot whose type is not empty. */
    int value(int slot, int field);
  }
}
