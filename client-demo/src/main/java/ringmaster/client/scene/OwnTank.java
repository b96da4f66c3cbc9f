package ringmaster.client.scene;

/** The player's own body as predicted for this frame. */
public final class OwnTank {
  public boolean alive;

  /** Metres. */
  public float x;

  public float y;

  /** Facing, unit vector. */
  public float facingCos = 1;

  public float facingSin;

  /** The turret, by the mouse as it is now. */
  public float aimRadians;

  /** 0 idle .. 1 full thrust. */
  public float throttle;

  public boolean boosting;
}
