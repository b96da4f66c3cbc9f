package ringmaster.client.input;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import ringmaster.client.settings.Action;
import ringmaster.client.settings.Settings;
import ringmaster.client.window.InputSink;
import ringmaster.client.window.Key;
import ringmaster.client.window.PadAxes;
import ringmaster.shared.command.Command;
import ringmaster.shared.math.AimTable;

/**
 * From what a person holds, moves and taps to the command of a tick.
 *
 * <p>All runs on the main thread but {@link #takeCommand}, which the client's network thread calls
 * once a tick. Two words pass between them. {@code wanted} says what is held now and where the
 * turret points; one volatile long, so that it is never half old. {@code taps} collects the presses
 * since the last command, so that a key that went down and up between two ticks still reaches one
 * of them. A press is in {@code taps} before it is in {@code wanted}, and a command reads them the
 * other way round: so it never takes a press from {@code wanted} and leaves its tap for the next.
 */
public final class Controls implements InputSink {
  private static final Action[] ACTIONS = Action.values();
  private static final double TURN_RADIANS = 2 * Math.PI;
  private static final int FULL = 127;

  private final Settings settings;
  private final ActionListener listener;

  /** The bit of the command that each action sets, or 0. */
  private final int[] buttonBits = new int[ACTIONS.length];

  /** By key: the actions it is bound to, a bit each. */
  private final int[] actionsOfKey = new int[Key.values().length];

  private final boolean[] keyDown = new boolean[actionsOfKey.length];

  /** By action: how many of its keys are down. */
  private final int[] keysDown = new int[ACTIONS.length];

  private double aimRadians;
  private boolean captured;
  private double pointerX = Double.NaN;
  private int stickTurn;
  private int stickThrust;

  /** A command of stick and aim, and above it a bit for each action that is down. */
  private volatile long wanted;

  private final AtomicInteger taps = new AtomicInteger();

  /**
   * @param buttons which bit of a command an action sets, as the game has it
   */
  public Controls(Settings settings, Map<Action, Integer> buttons, ActionListener listener) {
    this.settings = settings;
    this.listener = listener;
    buttons.forEach((action, bits) -> buttonBits[action.ordinal()] = bits);
    settingsChanged();
  }

  /** Uses the keys that the settings name now. */
  public void settingsChanged() {
    releaseAll();
    Arrays.fill(actionsOfKey, 0);
    for (Action action : ACTIONS) {
      for (Key key : settings.bindings.getOrDefault(action, List.of())) {
        actionsOfKey[key.ordinal()] |= bit(action);
      }
    }
  }

  private static int bit(Action action) {
    return 1 << action.ordinal();
  }

  /**
   * Lets go of everything, as when a menu opens: nobody will see the keys come up. A key that is
   * still held counts again when it is pressed again.
   */
  public void releaseAll() {
    Arrays.fill(keyDown, false);
    Arrays.fill(keysDown, 0);
    stickTurn = 0;
    stickThrust = 0;
    publish();
    taps.set(0);
  }

  /** Whether the pointer turns the turret, or belongs to a menu. */
  public void capturePointer(boolean capture) {
    captured = capture;
  }

  /** Points the turret, as when the player's tank appears. */
  public void aimAt(float radians) {
    aimRadians = Math.IEEEremainder(radians, TURN_RADIANS);
    publish();
  }

  /** Where the turret is wanted, counter-clockwise from +x, within half a turn of 0. */
  public float aimRadians() {
    return (float) aimRadians;
  }

  /** Whether a key of the action is down. */
  public boolean isDown(Action action) {
    return keysDown[action.ordinal()] > 0;
  }

  @Override
  public void key(Key key, boolean down, boolean repeat) {
    int ordinal = key.ordinal();
    if (repeat || keyDown[ordinal] == down) {
      return;
    }
    keyDown[ordinal] = down;
    int pressed = count(actionsOfKey[ordinal], down ? 1 : -1);
    if (pressed != 0) {
      taps.accumulateAndGet(pressed, (some, more) -> some | more);
    }
    publish();
    tell(pressed);
  }

  /** Counts a key of these actions, and returns those of which it is the first. */
  private int count(int actions, int change) {
    int first = 0;
    for (int rest = actions; rest != 0; rest &= rest - 1) {
      int action = Integer.numberOfTrailingZeros(rest);
      keysDown[action] += change;
      if (change > 0 && keysDown[action] == 1) {
        first |= 1 << action;
      }
    }
    return first;
  }

  private void tell(int pressed) {
    for (int rest = pressed; rest != 0; rest &= rest - 1) {
      listener.pressed(ACTIONS[Integer.numberOfTrailingZeros(rest)]);
    }
  }

  /** Typed text is for text fields. */
  @Override
  public void typed(int codePoint) {}

  @Override
  public void pointerMoved(double x, double y) {
    double movedPixels = x - pointerX;
    pointerX = x;
    if (captured && Double.isFinite(movedPixels)) {
      turnClockwise(movedPixels * settings.mouseSensitivity / 1_000);
    }
  }

  /** Nothing is bound to the wheel. */
  @Override
  public void scrolled(double lines) {}

  /** The keys that go up while another window has the keyboard are never heard of. */
  @Override
  public void focused(boolean focused) {
    if (!focused) {
      releaseAll();
    }
  }

  /**
   * Lets the gamepad's sticks drive and turn. Called once a frame, but not while a menu has the
   * input.
   *
   * @param seconds since the last frame
   */
  public void sticks(PadAxes axes, float seconds) {
    stickTurn = -Math.round(FULL * beyondDeadZone(axes.leftX));
    stickThrust = Math.round(FULL * beyondDeadZone(axes.leftY));
    float turret = beyondDeadZone(axes.rightX);
    // Squared: fine aim near the middle, full speed at the end.
    turnClockwise(turret * Math.abs(turret) * settings.padSensitivity * seconds);
  }

  /** The dead zone is taken off, not cut out: the smallest move beyond it is a small one. */
  private float beyondDeadZone(float axis) {
    float dead = settings.padDeadZonePercent / 100f;
    float way = Math.clamp((Math.abs(axis) - dead) / (1 - dead), 0, 1);
    return Math.copySign(way, axis);
  }

  private void turnClockwise(double radians) {
    aimRadians = Math.IEEEremainder(aimRadians - radians, TURN_RADIANS);
    publish();
  }

  private void publish() {
    long actionsDown = 0;
    for (int i = 0; i < keysDown.length; i++) {
      actionsDown |= keysDown[i] > 0 ? 1L << i : 0;
    }
    int aim = (int) Math.floor(aimRadians / TURN_RADIANS * AimTable.ANGLES + 0.5);
    wanted = Command.of(stickTurn, stickThrust, aim, 0) | actionsDown << Command.BITS;
  }

  /**
   * What the player wants for one tick, packed by {@link Command}. What was tapped since the last
   * call is in it as if it were held. Called on the client's network thread.
   */
  public long takeCommand() {
    long held = wanted;
    return command(held, (int) (held >>> Command.BITS) | taps.getAndSet(0));
  }

  /** What {@link #takeCommand} would give now; takes no tap away. */
  public long heldCommand() {
    long held = wanted;
    return command(held, (int) (held >>> Command.BITS) | taps.get());
  }

  private long command(long held, int actions) {
    int buttons = 0;
    for (int rest = actions; rest != 0; rest &= rest - 1) {
      buttons |= buttonBits[Integer.numberOfTrailingZeros(rest)];
    }
    return Command.of(
        axis(actions, Action.TURN_LEFT, Action.TURN_RIGHT, Command.turn(held)),
        axis(actions, Action.FORWARD, Action.BACK, Command.thrust(held)),
        Command.aim(held),
        buttons);
  }

  /** Keys drive fully, and opposite ones leave the axis to the stick. */
  private static int axis(int actions, Action plus, Action minus, int stick) {
    int keys = Integer.signum(actions & bit(plus)) - Integer.signum(actions & bit(minus));
    return keys == 0 ? stick : keys * FULL;
  }
}
