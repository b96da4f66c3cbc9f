package ringmaster.client.interpolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.client.interpolation.InterpolatedView.Footing;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EntityType.Shape;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.snapshot.EventSink;
import ringmaster.shared.snapshot.FrameRing;
import ringmaster.shared.snapshot.InterestSet;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.snapshot.SnapshotDecoder;
import ringmaster.shared.snapshot.SnapshotEncoder;
import ringmaster.shared.snapshot.SnapshotHeader;
import ringmaster.shared.time.TickRate;
import ringmaster.shared.wire.BitReader;

final class InterpolatedViewTest {
  private static final TickRate RATE = new TickRate(60);
  private static final int X = 0;
  private static final int VELOCITY_X = 1;
  private static final int FACING = 2;
  private static final int SPIN = 3;
  private static final int HEALTH = 4;
  private static final int ROOM_BYTES = 256;
  private static final int ROOM_FOR_ONE_BYTES = 14;
  private static final float TURN = (float) (2 * Math.PI);

  private static final EntitySchema SCHEMA =
      new EntitySchema(
          List.of(
              new EntityType(
                  "tank",
                  List.of(
                      new EntityField("x", "m", -100, 100, 1f / 64),
                      new EntityField("velocityX", "m/s", -64, 64, 1f / 32),
                      new EntityField("facing", "rad", 0, TURN, TURN / 4096),
                      new EntityField("spin", "rad/s", -8, 8, 1f / 64),
                      EntityField.count("health", 0, 100)),
                  Shape.CIRCLE,
                  1,
                  0)),
          4);

  private final FrameRing frames = new FrameRing(SCHEMA);
  private final SnapshotCodec codec = SnapshotCodec.general(SCHEMA, new TickRate(60));
  private final SnapshotEncoder encoder = new SnapshotEncoder(codec, 0);
  private final SnapshotDecoder decoder = new SnapshotDecoder(codec, 0);
  private final InterpolatedView view = new InterpolatedView(decoder, SCHEMA, RATE);

  @Test
  void aPositionLiesBetweenTheSnapshotsAround() {
    snapshot(10, 0, 0, 100, 1);
    snapshot(12, 8, 0, 60, 1);
    view.moveTo(RATE.nanosOf(11));
    assertEquals(4, view.get(0, X), 0.01);
    assertEquals(100, view.get(0, HEALTH));
  }

  @Test
  void anAngleGoesTheShortWay() {
    snapshot(10, 0, 0.1f, 100, 1);
    snapshot(12, 0, TURN - 0.1f, 100, 1);
    view.moveTo(RATE.nanosOf(11));
    assertEquals(0, view.get(0, FACING), 0.01);
  }

  @Test
  void nothingIsGuessedBeforeTheOldest() {
    moving(10, 1, 6);
    moving(12, 3, 6);
    view.moveTo(RATE.nanosOf(2));
    assertEquals(1, view.get(0, X), 0.01);
    assertEquals(Footing.BETWEEN, view.footing());
  }

  /** 20 m/s and 4 rad/s, of which a tenth of a second at half of them is left. */
  @Test
  void withoutALaterSnapshotABodyGoesOnAndComesToAStop() {
    moving(10, 0, 20);
    double metersBefore = 0;
    double stepBefore = 1;
    for (int tick = 11; tick <= 16; tick++) {
      view.moveTo(RATE.nanosOf(tick));
      assertEquals(tick < 16 ? Footing.CARRIED : Footing.STANDING, view.footing());
      double step = view.get(0, X) - metersBefore;
      assertTrue(step > 0 && step < stepBefore, "steps become shorter");
      stepBefore = step;
      metersBefore = view.get(0, X);
    }
    assertEquals(1, view.get(0, X), 0.01);
    assertEquals(1.2, view.get(0, FACING), 0.01);
    view.moveTo(RATE.nanosOf(40));
    assertEquals(1, view.get(0, X), 0.01);
  }

  /** It had turned round meanwhile. */
  @Test
  void aGuessThatWasWrongFadesWithinATenthOfASecond() {
    moving(10, 0, 20);
    view.moveTo(RATE.nanosOf(14));
    double guessed = view.get(0, X);
    moving(14, -1, -20);
    moving(15, -1.25f, -20);
    view.moveTo(RATE.nanosOf(14) + 1_000_000);
    assertEquals(guessed, view.get(0, X), 0.1, "no jump");
    for (int tick = 16; tick <= 22; tick++) {
      moving(tick, -1.25f, 0);
      double before = view.get(0, X);
      view.moveTo(RATE.nanosOf(tick - 1));
      assertTrue(before - view.get(0, X) < 1, "no jump");
    }
    assertEquals(-1.25, view.get(0, X), 0.1);
  }

  @Test
  void whatIsFarFromTheGuessIsShownThereAtOnce() {
    moving(10, 0, 20);
    view.moveTo(RATE.nanosOf(14));
    moving(14, 30, 0);
    moving(15, 30, 0);
    view.moveTo(RATE.nanosOf(14) + 1_000_000);
    assertEquals(30, view.get(0, X), 0.01);
  }

  /** It died and is back elsewhere: the old guess is none of its own. */
  @Test
  void aNewLifeBeginsWhereItIs() {
    moving(10, 0, 20);
    view.moveTo(RATE.nanosOf(14));
    snapshot(14, 3, 0, 100, 2);
    view.moveTo(RATE.nanosOf(14) + 1_000_000);
    assertEquals(3, view.get(0, X), 0.01);
  }

  /** The second did not fit into the snapshots of ticks 11 and 12. */
  @Test
  void whatHadToWaitMovesEvenlyFromValueToValue() {
    waitingPair(10, false);
    waitingPair(11, true);
    waitingPair(12, true);
    waitingPair(13, false);
    waitingPair(14, false);
    for (int sixth = 0; sixth < 18; sixth++) {
      view.moveTo(RATE.nanosOf(10) + sixth * RATE.periodNanos() / 6);
      assertEquals(sixth / 6.0, view.get(0, X), 0.02, "sixth " + sixth);
      assertEquals(sixth / 6.0, view.get(1, X), 0.02, "sixth " + sixth);
    }
  }

  /** As above, but its next value has not come when it is looked for. */
  @Test
  void whatHasToWaitIsCarriedOnMeanwhile() {
    waitingPair(10, false);
    waitingPair(11, true);
    waitingPair(12, true);
    view.moveTo(RATE.nanosOf(11) + 1_000_000);
    assertEquals(Footing.BETWEEN, view.footing());
    assertTrue(view.get(1, X) > 0.8 && view.get(1, X) < 1.1, "at " + view.get(1, X));
    double before = view.get(1, X);
    waitingPair(13, false);
    view.moveTo(RATE.nanosOf(11) + 2_000_000);
    assertEquals(before, view.get(1, X), 0.1, "no jump");
  }

  @Test
  void aLeapInTimeIsNotLookedThroughTickByTick() {
    snapshot(Limits.MAX_TICK - 1, 1, 0, 100, 1);
    snapshot(Limits.MAX_TICK, 3, 0, 100, 1);
    assertTimeoutPreemptively(
        Duration.ofSeconds(1),
        () -> {
          for (int frame = 0; frame < 100; frame++) {
            view.moveTo(0);
          }
        });
    assertEquals(1, view.get(0, X), 0.01);
    view.moveTo(2 * RATE.nanosOf(Limits.MAX_TICK));
    assertEquals(3, view.get(0, X), 0.01);
  }

  @Test
  void anotherEntityInTheSlotIsNotBlendedIn() {
    snapshot(10, 0, 0, 100, 1);
    snapshot(12, 50, 0, 100, 2);
    view.moveTo(RATE.nanosOf(11));
    assertEquals(0, view.get(0, X), 0.01);
  }

  /** Left and back again far away: nothing is drawn on the way. */
  @Test
  void whatComesAndGoesIsNotDrawnInBetween() {
    snapshot(10, -90, 0, 100, 1);
    emptySnapshot(12);
    snapshot(40, 90, 0, 100, 1);
    view.moveTo(RATE.nanosOf(11));
    assertFalse(view.present(0), "it is about to leave");
    assertEquals(EntityFrame.EMPTY, view.type(0));
    view.moveTo(RATE.nanosOf(26));
    assertFalse(view.present(0));
    view.moveTo(RATE.nanosOf(41));
    assertTrue(view.present(0));
    assertEquals(90, view.get(0, X), 0.01);
  }

  @Test
  void isEmptyBeforeTheFirstSnapshot() {
    view.moveTo(RATE.nanosOf(5));
    assertFalse(view.present(0));
    snapshot(10, 0, 0, 100, 1);
    view.moveTo(RATE.nanosOf(10));
    assertTrue(view.present(0));
    assertEquals(0, view.type(0));
    assertEquals(EntityFrame.EMPTY, view.type(1));
  }

  private void snapshot(int tick, float x, float facing, float health, int generation) {
    EntityFrame frame = frames.begin(tick);
    put(frame, 0, generation, x, 0);
    frame.set(0, FACING, facing);
    frame.set(0, HEALTH, health);
    send(frame);
  }

  /** One that drives and turns, at a fifth of its speed. */
  private void moving(int tick, float x, float velocityX) {
    EntityFrame frame = frames.begin(tick);
    put(frame, 0, 1, x, velocityX);
    frame.set(0, FACING, 1);
    frame.set(0, SPIN, velocityX / 5);
    send(frame);
  }

  /** Two side by side that go on by a metre a tick from tick 10, the second perhaps left out. */
  private void waitingPair(int tick, boolean secondWaits) {
    EntityFrame frame = frames.begin(tick);
    put(frame, 0, 1, tick - 10, 60);
    put(frame, 1, 1, tick - 10, 60);
    frame.set(1, HEALTH, tick * 37 % 100); // nobody can foretell it, so it costs something
    frame.set(1, SPIN, tick * 3 % 16 - 8);
    send(frame, secondWaits ? ROOM_FOR_ONE_BYTES : ROOM_BYTES);
    assertEquals(secondWaits, decoder.asOfTick(1) < tick, "room for too much or too little");
  }

  private static void put(EntityFrame frame, int slot, int generation, float x, float velocityX) {
    frame.put(slot, 0, generation);
    frame.set(slot, X, x);
    frame.set(slot, VELOCITY_X, velocityX);
    frame.set(slot, FACING, 0);
    frame.set(slot, SPIN, 0);
    frame.set(slot, HEALTH, 100);
  }

  /** One with nobody in it. */
  private void emptySnapshot(int tick) {
    send(frames.begin(tick));
  }

  private void send(EntityFrame frame) {
    send(frame, ROOM_BYTES);
  }

  private void send(EntityFrame frame, int roomBytes) {
    int tick = frame.tick();
    frames.commit(tick);
    byte[] bytes = new byte[ROOM_BYTES];
    SnapshotHeader header = new SnapshotHeader();
    InterestSet interest = new InterestSet();
    for (int slot = 0; slot < frame.capacity(); slot++) {
      if (frame.present(slot)) {
        interest.add(slot, slot == 0 ? InterestSet.MUST : 1);
      }
    }
    int length = encoder.encode(frames, header, interest, bytes, 0, roomBytes);
    encoder.acknowledge(tick);
    BitReader reader = new BitReader().wrap(bytes, 0, length);
    header.read(reader, tick);
    assertEquals(SnapshotDecoder.Outcome.TAKEN, decoder.decode(header, reader, EventSink.NONE));
  }
}
