package ringmaster.client.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.client.settings.Action;
import ringmaster.client.settings.Settings;
import ringmaster.client.window.Key;
import ringmaster.client.window.PadAxes;
import ringmaster.shared.command.Command;
import ringmaster.shared.math.AimTable;

final class ControlsTest {
  private static final int RAIL = 1;
  private static final int BOOST = 4;
  private static final float EXACT = 1e-6f;

  private final Settings settings = new Settings();
  private final List<Action> heard = new ArrayList<>();
  private final Controls controls =
      new Controls(settings, Map.of(Action.RAIL, RAIL, Action.BOOST, BOOST), heard::add);

  private void down(Key key) {
    controls.key(key, true, false);
  }

  private void up(Key key) {
    controls.key(key, false, false);
  }

  private void assertTaken(int turn, int thrust, int buttons) {
    long command = controls.takeCommand();
    assertEquals(turn, Command.turn(command), "turn");
    assertEquals(thrust, Command.thrust(command), "thrust");
    assertEquals(buttons, Command.buttons(command), "buttons");
  }

  @Test
  void untouchedTheyAreNeutral() {
    assertEquals(Command.NEUTRAL, controls.takeCommand());
  }

  @Test
  void heldKeysAreInEveryCommand() {
    down(Key.W);
    down(Key.A);
    down(Key.MOUSE_1);
    assertTaken(127, 127, RAIL);
    assertTaken(127, 127, RAIL);
    up(Key.A);
    down(Key.D);
    up(Key.W);
    down(Key.S);
    up(Key.MOUSE_1);
    assertTaken(-127, -127, 0);
  }

  @Test
  void oppositeKeysCancel() {
    down(Key.W);
    down(Key.S);
    down(Key.LEFT);
    down(Key.D);
    assertTaken(0, 0, 0);
    up(Key.S);
    assertTaken(0, 127, 0);
  }

  @Test
  void aTapBetweenTwoTicksReachesOneOfThem() {
    down(Key.MOUSE_1);
    up(Key.MOUSE_1);
    down(Key.W);
    up(Key.W);
    assertFalse(controls.isDown(Action.RAIL));
    assertTaken(0, 127, RAIL);
    assertTaken(0, 0, 0);
  }

  @Test
  void aPressInACommandIsNoTapInTheNext() {
    down(Key.MOUSE_1);
    assertTaken(0, 0, RAIL);
    up(Key.MOUSE_1);
    assertTaken(0, 0, 0);
  }

  @Test
  void anActionIsDownWhileAnyOfItsKeysIs() {
    down(Key.SPACE);
    down(Key.LEFT_SHIFT);
    up(Key.SPACE);
    assertTaken(0, 0, BOOST);
    up(Key.LEFT_SHIFT);
    assertTaken(0, 0, 0);
    assertEquals(List.of(Action.BOOST), heard, "one press of the action");
  }

  @Test
  void aKeyOfTwoActionsDoesBoth() {
    settings.bindings.put(Action.BOOST, List.of(Key.W));
    controls.settingsChanged();
    down(Key.W);
    assertTaken(0, 127, BOOST);
    assertEquals(List.of(Action.FORWARD, Action.BOOST), heard);
  }

  @Test
  void repeatsAndStrayReleasesAreNothing() {
    controls.key(Key.F12, true, true);
    up(Key.F12);
    down(Key.F12);
    down(Key.F12);
    controls.key(Key.F12, true, true);
    assertEquals(List.of(Action.SCREENSHOT), heard);
    up(Key.F12);
    assertFalse(controls.isDown(Action.SCREENSHOT));
  }

  @Test
  void losingTheKeyboardLetsGoOfEverything() {
    PadAxes axes = new PadAxes();
    axes.leftY = 1;
    controls.sticks(axes, 0.01f);
    down(Key.W);
    down(Key.MOUSE_1);
    controls.focused(false);
    assertTaken(0, 0, 0);
    controls.focused(true);
    controls.key(Key.W, true, true);
    up(Key.W);
    assertTaken(0, 0, 0);
    down(Key.W);
    assertTaken(0, 127, 0);
  }

  @Test
  void newBindingsCountAtOnce() {
    down(Key.W);
    settings.bindings.put(Action.FORWARD, List.of(Key.I));
    controls.settingsChanged();
    assertTaken(0, 0, 0);
    down(Key.W);
    assertTaken(0, 0, 0);
    down(Key.I);
    assertTaken(0, 127, 0);
  }

  @Test
  void thePointerTurnsTheTurretOnlyWhileCaptured() {
    controls.pointerMoved(100, 50);
    controls.pointerMoved(300, 50);
    assertEquals(0, controls.aimRadians());
    controls.capturePointer(true);
    controls.pointerMoved(500, 80);
    assertEquals(-0.2f * settings.mouseSensitivity, controls.aimRadians(), EXACT, "clockwise");
    controls.pointerMoved(100, 80);
    assertEquals(0.2f * settings.mouseSensitivity, controls.aimRadians(), EXACT);
    controls.capturePointer(false);
    controls.pointerMoved(900, 80);
    assertEquals(0.2f * settings.mouseSensitivity, controls.aimRadians(), EXACT);
  }

  @Test
  void thePointersFirstPlaceIsNoMotion() {
    controls.capturePointer(true);
    controls.pointerMoved(640, 360);
    controls.pointerMoved(Double.POSITIVE_INFINITY, 360);
    controls.pointerMoved(Double.NaN, 360);
    controls.pointerMoved(0, 0);
    assertEquals(0, controls.aimRadians());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1.5707964, 1024", "-1.5707964, 3072", "3.1415927, 2048", "-6.2831, 0"})
  void theCommandCarriesTheNearestAim(float radians, int aim) {
    controls.aimAt(radians);
    assertEquals(aim, Command.aim(controls.takeCommand()));
  }

  @Test
  void theAimStaysWithinATurnAndLosesNothing() {
    controls.capturePointer(true);
    controls.pointerMoved(0, 0);
    double pixelsPerTurn = 2 * Math.PI / settings.mouseSensitivity * 1_000;
    for (int i = 1; i <= 4_000; i++) {
      controls.pointerMoved(i * pixelsPerTurn / 4, 0);
      assertTrue(Math.abs(controls.aimRadians()) <= 3.1416f);
    }
    assertEquals(0, controls.aimRadians(), 1e-4f);
  }

  @Test
  void releasingKeepsTheAim() {
    controls.aimAt(1);
    controls.releaseAll();
    int aim = Math.round(AimTable.ANGLES / (2 * (float) Math.PI));
    assertEquals(aim, Command.aim(controls.takeCommand()));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.15, 0", "-0.15, 0", "0.6, 67", "-0.6, -67", "1, 127", "-1.1, -127"})
  void theLeftStickDrivesInProportionBeyondItsDeadZone(float way, int axis) {
    PadAxes axes = new PadAxes();
    axes.leftX = -way;
    axes.leftY = way;
    controls.sticks(axes, 0.01f);
    assertTaken(axis, axis, 0);
  }

  @Test
  void keysOutdoTheStickAndCancelledOnesLeaveItTheAxis() {
    PadAxes axes = new PadAxes();
    axes.leftY = 0.6f;
    controls.sticks(axes, 0.01f);
    down(Key.S);
    assertTaken(0, -127, 0);
    down(Key.W);
    assertTaken(0, 67, 0);
  }

  @Test
  void theRightStickTurnsByTimeAndFinelyNearTheMiddle() {
    PadAxes axes = new PadAxes();
    axes.rightX = 1;
    controls.sticks(axes, 0.1f);
    assertEquals(-0.1f * settings.padSensitivity, controls.aimRadians(), EXACT);
    controls.aimAt(0);
    axes.rightX = -0.575f;
    controls.sticks(axes, 0.1f);
    assertEquals(0.25f * 0.1f * settings.padSensitivity, controls.aimRadians(), EXACT);
  }

  /** Each tap waits for a command that has it; one that is lost is waited for in vain. */
  @Test
  void noTapIsLostBetweenThreads() throws InterruptedException {
    AtomicInteger with = new AtomicInteger();
    AtomicInteger without = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    Thread network =
        Thread.ofPlatform()
            .start(() -> {
              while (!over.get()) {
                boolean fires = Command.pressed(controls.takeCommand(), RAIL);
                (fires ? with : without).incrementAndGet();
              }
            });
    try {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            for (int i = 0; i < 20_000; i++) {
              int before = with.get();
              down(Key.MOUSE_1);
              up(Key.MOUSE_1);
              awaitMoreThan(before, with);
              awaitMoreThan(without.get(), without); // so that this tap cannot pass for the next
            }
          });
    } finally {
      over.set(true);
      network.join();
    }
  }

  private static void awaitMoreThan(int count, AtomicInteger counter) {
    while (counter.get() == count) {
      Thread.onSpinWait();
    }
  }
}
