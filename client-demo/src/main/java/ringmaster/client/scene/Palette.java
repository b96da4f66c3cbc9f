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

  private static final String[] TEAM_NAMES = {"Nobody", "Blue", "Orange"};

  /** By kind of pick-up: repair, boost, rail. */
  private static final int[] PICKUPS = {0x35D07F, 0xFFD23C, 0x35D6F0};

  /** A drum that goes up when it is hit. */
  static final int BARREL = 0xE2431E;

  /** For sentences by the server. */
  public static final int NEUTRAL = 0xC8CDD4;

  private Palette() {}

  /** 0xRRGGBB of a player where everybody plays for himself; repeats after eight. */
  public static int ofSeat(int seat) {
    return SEATS[Math.floorMod(seat, SEATS.length)];
  }

  /** 0xRRGGBB of a player, whose team says it if there are teams; 0: there are none. */
  public static int of(int seat, int team) {
    return team == 0 ? ofSeat(seat) : ofTeam(team);
  }

  /** What a team is called: by its colour, so that nothing is said by colour alone. */
  public static String teamName(int team) {
    return TEAM_NAMES[Math.clamp(team, 0, TEAMS.length - 1)];
  }

  /** The same with a share of its light. */
  static int dimmed(int rgb, float share) {
    int red = Math.round((rgb >> 16 & 0xFF) * share);
    int green = Math.round((rgb >> 8 & 0xFF) * share);
    return red << 16 | green << 8 | Math.round((rgb & 0xFF) * share);
  }

  /** 0xRRGGBB of a kind of pick-up. */
  static int ofPickup(int kind) {
    return PICKUPS[Math.clamp(kind, 0, PICKUPS.length - 1)];
  }

  /** 0xRRGGBB of a team. */
  public static int ofTeam(int team) {
    return TEAMS[Math.clamp(team, 0, TEAMS.length - 1)];
  }
}
