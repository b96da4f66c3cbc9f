package ringmaster.client.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.snapshot.SnapshotHeader;

/** Frames of 5 ms; the thing is 2 m further on where it is predicted than where it is seen. */
final class PredictedViewTest {
  private static final int SLOT = 0;
  private static final float SEEN_X = 10;
  private static final float AHEAD_METERS = 2;

  /** The way of 2 m in 150 ms. */
  private static final float GLIDE_METERS = AHEAD_METERS * 5 / 150 + 0.01f;

  private final EntityType type =
      new EntityType("thing", BodyFields.and(), EntityType.Shape.CIRCLE, 1, 0);
  private final EntitySchema schema = new EntitySchema(List.of(type), 1);
  private final EntityFrame seen = new EntityFrame(schema);
  private final CommandHistory commands = new CommandHistory();
  private final SnapshotHeader header = new SnapshotHeader();
  private final ToyPrediction present = new ToyPrediction();
  private final PredictedBody body =
      PredictedBody.surrounded(present, new ToyPrediction(), commands, -1);
  private final FramePose pose = new FramePose(body, new ToyPrediction(), OwnTank.RATE);
  private final Launches launches = new Launches(schema);
  private final PredictedView view = new PredictedView(pose, launches, schema, seen);
  private long nowNanos = 1_000_000_000;
  private int tick = -1;

  PredictedViewTest() {
    seen.put(SLOT, 0, 1);
    seen.set(SLOT, BodyFields.X, SEEN_X);
    frame();
    tell(SEEN_X + AHEAD_METERS, 1, true);
  }

  /** A snapshot says that the thing is elsewhere; x is NaN if it is none that is simulated. */
  private void tell(float x, int generation, boolean foreseeable) {
    commands.add(++tick, 0, 0);
    body.advance();
    header.tick = tick;
    header.withWords = true;
    header.ownerWordCount = ToyPrediction.WORDS;
    header.ownerWords[0] = tick + 1; // always another one than foretold
    header.ownerWords[1] = Float.floatToRawIntBits(x);
    header.ownerWords[2] = generation;
    header.ownerWords[3] = foreseeable ? 1 : 0;
    body.reconcile(header);
  }

  private void frame() {
    nowNanos += 5_000_000;
    pose.moveTo(nowNanos, 0, 0);
    view.moveTo(nowNanos, seen, tick);
  }

  /** Frames until nothing moves any more, none of which goes further than a glide does. */
  private int framesToRest(float mostMeters) {
    int frames = 0;
    float before;
    do {
      before = view.get(SLOT, BodyFields.X);
      frame();
      assertEquals(before, view.get(SLOT, BodyFields.X), mostMeters, "frame " + frames);
      frames++;
    } while (before != view.get(SLOT, BodyFields.X) && frames < 1_000);
    return frames;
  }

  @Test
  void whatIsPredictedGlidesThereIn150Millis() {
    int frames = framesToRest(GLIDE_METERS);
    assertEquals(SEEN_X + AHEAD_METERS, view.get(SLOT, BodyFields.X), 1e-4f);
    assertEquals(31, frames, 1);
    assertTrue(view.isPredicted(SLOT));
  }

  @Test
  void whatIsPredictedNoMoreGlidesBack() {
    framesToRest(GLIDE_METERS);
    tell(SEEN_X + AHEAD_METERS, 1, false);
    int frames = framesToRest(GLIDE_METERS);
    assertEquals(SEEN_X, view.get(SLOT, BodyFields.X));
    assertEquals(31, frames, 1);
    assertFalse(view.isPredicted(SLOT));
  }

  @Test
  void whatTurnsRoundOnItsWayDoesSoWhereItIs() {
    framesToRest(GLIDE_METERS);
    tell(SEEN_X + AHEAD_METERS, 1, false);
    for (int i = 0; i < 10; i++) {
      frame();
    }
    tell(SEEN_X + AHEAD_METERS, 1, true);
    framesToRest(GLIDE_METERS);
    assertEquals(SEEN_X + AHEAD_METERS, view.get(SLOT, BodyFields.X), 1e-3f);
  }

  @Test
  void aCorrectionFadesInATenthOfASecond() {
    framesToRest(GLIDE_METERS);
    float x = view.get(SLOT, BodyFields.X);
    tell(SEEN_X + AHEAD_METERS + 0.5f, 1, true);
    frame();
    assertTrue(view.get(SLOT, BodyFields.X) - x < 0.08f, "no jump");
    for (int i = 0; i < 20; i++) {
      frame();
    }
    assertEquals(x + 0.5f, view.get(SLOT, BodyFields.X), 0.03f);
  }

  @Test
  void aCorrectionOfManyMetersIsShownAtOnce() {
    framesToRest(GLIDE_METERS);
    tell(SEEN_X - 20, 1, true);
    frame();
    assertEquals(SEEN_X - 20, view.get(SLOT, BodyFields.X), 1e-3f);
  }

  @Test
  void anotherEntityInTheSlotIsWhereItIsSeen() {
    framesToRest(GLIDE_METERS);
    seen.put(SLOT, 0, 2);
    seen.set(SLOT, BodyFields.X, 50);
    frame();
    assertEquals(50, view.get(SLOT, BodyFields.X));
    assertFalse(view.isPredicted(SLOT));
  }

  @Test
  void whatIsSeenNoMoreIsNotThere() {
    framesToRest(GLIDE_METERS);
    seen.remove(SLOT);
    frame();
    assertFalse(view.present(SLOT));
    assertFalse(view.isPredicted(SLOT));
    seen.put(SLOT, 0, 1);
    seen.set(SLOT, BodyFields.X, SEEN_X);
    frame();
    assertEquals(SEEN_X, view.get(SLOT, BodyFields.X), GLIDE_METERS);
  }

  @Test
  void whenTheOwnBodyIsGoneAllIsAsSeen() {
    framesToRest(GLIDE_METERS);
    header.tick = ++tick;
    header.ownerWords[0] = 0;
    body.reconcile(header);
    framesToRest(GLIDE_METERS);
    assertEquals(SEEN_X, view.get(SLOT, BodyFields.X));
  }
}
