package ringmaster.client.scene;

/**
 * Colours that most kinds of colour-blind eyes tell apart.
 *
 * <p>After Okabe and Ito, "Color Universal Design" (2008), lightened for a dark arena.
 */
public final class Palette {
  private static final int[] SEATS = {
    0xE69F00, 0x56B4E9, 0x00B383, 0xF0E442, 0x3D8BE8, 0xE8642C, 0xD985B4, 0xC8CDD4
  };

  /** Team 0 is nobody's. */
  private static final int[] TEAMS = {0xC8CDD4, 0x3D8BE8, 0xE69F00};

  /** For sentences by the server. */
  public static final int NEUTRAL = 0xC8CDD4;

  private Palette() {}

  /** 0xRRGGBB of a player where everybody plays for himself; repeats after eight. */
  public static int ofSeat(int seat) {
    return SEATS[Math.floorMod(seat, SEATS.length)];
  }

  /** 0xRRGGBB of a team. */
  public static int ofTeam(int team) {
    return TEAMS[Math.clamp(team, 0, TEAMS.length - 1)];
  }
}
