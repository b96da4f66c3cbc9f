package ringmaster.client.window;

/** The sticks of a gamepad, -1..1, right and up positive; all 0 without one. */
public final class PadAxes {
  public float leftX;
  public float leftY;
  public float rightX;
  public float rightY;
}
