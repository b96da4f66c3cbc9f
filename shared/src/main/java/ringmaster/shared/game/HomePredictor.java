package ringmaster.shared.game;

/**
 * Expects new entities where the map has them: what nobody has moved yet costs a viewer next to
 * nothing. Fill it before it is used; from then on it is immutable.
 */
public final class HomePredictor implements EntityPredictor {
  private final EntityPredictor rest;
  private final int firstSlot;
  private final int[][] homes;

  /**
   * @param rest foretells all else
   * @param homes by slot from {@code firstSlot} on: all fields, as step numbers
   */
  public HomePredictor(EntityPredictor rest, int firstSlot, int[][] homes) {
    this.rest = rest;
    this.firstSlot = firstSlot;
    this.homes = homes.clone();
  }

  @Override
  public int[] order() {
    return rest.order();
  }

  @Override
  public int predict(int field, int[] then, int[] now, int ageTicks) {
    return rest.predict(field, then, now, ageTicks);
  }

  @Override
  public int expect(int field, int slot, int[] now, Seen others) {
    int home = slot - firstSlot;
    boolean known = home >= 0 && home < homes.length;
    return known ? homes[home][field] : rest.expect(field, slot, now, others);
  }
}
