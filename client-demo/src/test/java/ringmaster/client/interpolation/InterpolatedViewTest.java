package ringmaster.client.interpolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
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
  private static final int FACING = 1;
  private static final int HEALTH = 2;
  private static final float TURN = (float) (2 * Math.PI);

  private static final EntitySchema SCHEMA =
      new EntitySchema(
          List.of(
              new EntityType(
                  "tank",
                  List.of(
                      new EntityField("x", "m", -100, 100, 1f / 64),
                      new EntityField("facing", "rad", 0, TURN, TURN / 4096),
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
  void nothingIsGuessedBeyondTheNewestOrBeforeTheOldest() {
    snapshot(10, 1, 0, 100, 1);
    snapshot(12, 3, 0, 100, 1);
    view.moveTo(RATE.nanosOf(40));
    assertEquals(3, view.get(0, X), 0.01);
    view.moveTo(RATE.nanosOf(2));
    assertEquals(1, view.get(0, X), 0.01);
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
    frame.put(0, 0, generation);
    frame.set(0, X, x);
    frame.set(0, FACING, facing);
    frame.set(0, HEALTH, health);
    send(frame);
  }

  /** One with nobody in it. */
  private void emptySnapshot(int tick) {
    send(frames.begin(tick));
  }

  private void send(EntityFrame frame) {
    int tick = frame.tick();
    frames.commit(tick);
    byte[] bytes = new byte[256];
    SnapshotHeader header = new SnapshotHeader();
    InterestSet interest = new InterestSet();
    interest.setAll(frame, encoder);
    int length = encoder.encode(frames, header, interest, bytes, 0, bytes.length);
    encoder.acknowledge(tick);
    BitReader reader = new BitReader().wrap(bytes, 0, length);
    header.read(reader, tick);
    assertEquals(SnapshotDecoder.Outcome.TAKEN, decoder.decode(header, reader, EventSink.NONE));
  }
}
