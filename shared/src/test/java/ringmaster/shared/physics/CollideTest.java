package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CollideTest {
  private static final float CLOSE = 1e-6f;
  private static final float DIAGONAL = (float) Math.sqrt(0.5);

  private static final Shape BOX = Shape.box(1, 1);
  private static final Shape ROUND_BOX = Shape.box(0.9f, 0.9f, 0.1f);
  private static final Shape DISC = Shape.circle(0.5f);
  private static final Shape CAPSULE = Shape.capsule(-1, 0, 1, 0, 0.5f);
  private static final Shape LINE = Shape.segment(-1, 0, 1, 0);

  /** From right to left, so that it is open above; one of three in a row. */
  private static final Shape FLOOR = Shape.chain(false, 3, 0, 1, 0, -1, 0, -3, 0).get(1);

  private static void assertNormal(float x, float y, Manifold found) {
    assertEquals(x, found.normalX, CLOSE);
    assertEquals(y, found.normalY, CLOSE);
  }

  private static void assertOnePoint(float x, float y, float separation, Manifold found) {
    assertEquals(1, found.count);
    assertEquals(x, found.x0, CLOSE);
    assertEquals(y, found.y0, CLOSE);
    assertEquals(separation, found.separation0, CLOSE);
  }

  /** Both points at the same separation, in either order. */
  private static void assertTwoPoints(
      float x0, float y0, float x1, float y1, float separation, Manifold found) {
    assertEquals(2, found.count);
    boolean swapped = Math.abs(found.x0 - x0) + Math.abs(found.y0 - y0) > CLOSE;
    assertEquals(x0, swapped ? found.x1 : found.x0, CLOSE);
    assertEquals(y0, swapped ? found.y1 : found.y0, CLOSE);
    assertEquals(x1, swapped ? found.x0 : found.x1, CLOSE);
    assertEquals(y1, swapped ? found.y0 : found.y1, CLOSE);
    assertEquals(separation, found.separation0, CLOSE);
    assertEquals(separation, found.separation1, CLOSE);
    assertNotEquals(found.id0, found.id1);
  }

  @Test
  void circlesMeetBetweenTheirCentres() {
    Manifold found = new PartPair(DISC, Shape.circle(0.25f)).collide(0.6f, 0);
    assertNormal(1, 0, found);
    assertOnePoint(0.425f, 0, -0.15f, found);
  }

  @Test
  void circlesInOnePlaceHaveANormalAllTheSame() {
    Manifold found = new PartPair(DISC, DISC).collide(0, 0);
    assertNormal(1, 0, found);
    assertOnePoint(0, 0, -1, found);
  }

  @Test
  void partsMeetUpToTheSpeculativeDistance() {
    PartPair pair = new PartPair(DISC, DISC);
    assertEquals(1, pair.collide(1 + 0.99f * Limits.SPECULATIVE_METERS, 0).count);
    assertEquals(0, pair.collide(1 + 1.01f * Limits.SPECULATIVE_METERS, 0).count);
    PartPair boxes = new PartPair(BOX, BOX);
    assertEquals(2, boxes.collide(0, 2 + 0.99f * Limits.SPECULATIVE_METERS).count);
    assertEquals(0, boxes.collide(0, 2 + 1.01f * Limits.SPECULATIVE_METERS).count);
  }

  @Test
  void aCircleMeetsTheSideOfACapsule() {
    Manifold found = new PartPair(CAPSULE, DISC).collide(0.5f, -0.9f);
    assertNormal(0, -1, found);
    assertOnePoint(0.5f, -0.45f, -0.1f, found);
  }

  @Test
  void aCircleMeetsTheEndOfACapsule() {
    Manifold found = new PartPair(CAPSULE, DISC).collide(1 + DIAGONAL, DIAGONAL);
    assertNormal(DIAGONAL, DIAGONAL, found);
    assertOnePoint(1 + 0.5f * DIAGONAL, 0.5f * DIAGONAL, 0, found);
  }

  @Test
  void aSegmentIsSolidOnBothSides() {
    PartPair pair = new PartPair(LINE, DISC);
    assertNormal(0, 1, pair.collide(0, 0.4f));
    assertNormal(0, -1, pair.collide(0, -0.4f));
    assertEquals(1, pair.collide(0, 0).count);
  }

  @Test
  void aCircleMeetsTheSideOfABox() {
    Manifold found = new PartPair(BOX, DISC).collide(1.4f, 0.25f);
    assertNormal(1, 0, found);
    assertOnePoint(0.95f, 0.25f, -0.1f, found);
  }

  @Test
  void aCircleMeetsTheCornerOfABox() {
    Manifold found = new PartPair(BOX, DISC).collide(1.3f, 1.4f);
    assertNormal(0.6f, 0.8f, found);
    assertOnePoint(1, 1, 0, found);
  }

  @Test
  void aCircleInsideABoxIsPushedOutTheShortestWay() {
    Manifold found = new PartPair(BOX, DISC).collide(0.1f, -0.7f);
    assertNormal(0, -1, found);
    assertOnePoint(0.1f, -0.6f, -0.8f, found);
  }

  @Test
  void theRadiusOfARoundBoxCounts() {
    Manifold found = new PartPair(ROUND_BOX, DISC).collide(0.9f + 0.36f, 0.9f + 0.48f);
    assertNormal(0.6f, 0.8f, found);
    assertOnePoint(0.9f + 0.06f, 0.9f + 0.08f, 0, found);
  }

  @Test
  void stackedBoxesMeetAtTwoPoints() {
    Manifold found = new PartPair(BOX, BOX).collide(0.5f, 1.99f);
    assertNormal(0, 1, found);
    assertTwoPoints(-0.5f, 0.995f, 1, 0.995f, -0.01f, found);
  }

  @Test
  void aPointIsNamedByTheCornersThatMeetThere() {
    PartPair pair = new PartPair(BOX, BOX);
    for (double angle : new double[] {-1e-3, 0, 1e-3}) {
      Manifold found = Placed.at(pair, 0.5, 1.99, angle).collide();
      // Corners are counted counter-clockwise from the lower left one.
      int right = found.x0 > found.x1 ? found.id0 : found.id1;
      assertEquals(Manifold.id(2, 1), right);
      assertEquals(Manifold.id(3, 0), found.id0 + found.id1 - right);
    }
  }

  @Test
  void aPointKeepsItsIdAsItsBoxSlides() {
    PartPair pair = new PartPair(BOX, BOX);
    Manifold before = pair.collide(0.5f, 1.99f);
    Manifold after = pair.collide(0.6f, 1.995f, 1, 0);
    assertEquals(before.id0, after.id0);
    assertEquals(before.id1, after.id1);
  }

  @Test
  void cornersOfBoxesThatAreApartMeetAtOnePoint() {
    Manifold found = new PartPair(BOX, BOX).collide(2.006f, 2.008f);
    assertEquals(0.6f, found.normalX, 1e-4f);
    assertEquals(0.8f, found.normalY, 1e-4f);
    assertEquals(1, found.count);
    assertEquals(0.01f, found.separation0, CLOSE);
  }

  @Test
  void roundBoxesMeetCornerToCorner() {
    float offset = 1.8f + 0.2f * DIAGONAL;
    Manifold found = new PartPair(ROUND_BOX, ROUND_BOX).collide(offset, offset);
    assertNormal(DIAGONAL, DIAGONAL, found);
    assertOnePoint(0.5f * offset, 0.5f * offset, 0, found);
  }

  @Test
  void aBoxOnItsTipMeetsAtOnePoint() {
    float height = 1 + 2 * DIAGONAL;
    Manifold found = new PartPair(BOX, BOX).collide(0.25f, height, DIAGONAL, DIAGONAL);
    assertNormal(0, 1, found);
    assertOnePoint(0.25f, 1, 0, found);
  }

  @Test
  void aBoxInABoxIsPushedOutTheShortestWay() {
    Manifold found = new PartPair(BOX, Shape.box(0.5f, 0.5f)).collide(-0.3f, 0.1f);
    assertNormal(-1, 0, found);
    assertEquals(-1.2f, found.separation0, CLOSE);
  }

  @Test
  void capsulesSideBySideMeetAtTwoPoints() {
    Manifold found = new PartPair(CAPSULE, CAPSULE).collide(0.5f, 1);
    assertNormal(0, 1, found);
    assertTwoPoints(-0.5f, 0.5f, 1, 0.5f, 0, found);
  }

  @Test
  void capsulesInARowMeetAtTheirEnds() {
    Manifold found = new PartPair(CAPSULE, CAPSULE).collide(2.9f, 0);
    assertNormal(1, 0, found);
    assertOnePoint(1.45f, 0, -0.1f, found);
    assertEquals(Manifold.id(1, 0), found.id0);
    assertNormal(-1, 0, new PartPair(CAPSULE, CAPSULE).collide(-2.9f, 0));
    assertNormal(1, 0, new PartPair(CAPSULE, CAPSULE).collide(2, 0));
  }

  @Test
  void crossedCapsulesArePushedApart() {
    Manifold found = new PartPair(CAPSULE, CAPSULE).collide(0, 0.8f, 0, 1);
    assertNormal(0, 1, found);
    assertEquals(-1.2f, Math.min(found.separation0, found.separation1), CLOSE);
  }

  @Test
  void aCapsuleLiesOnASegmentWithTwoPoints() {
    Manifold found = new PartPair(LINE, CAPSULE).collide(0.25f, 0.48f);
    assertNormal(0, 1, found);
    assertTwoPoints(-0.75f, -0.01f, 1, -0.01f, -0.02f, found);
  }

  @Test
  void aCapsuleLiesOnABoxWithTwoPoints() {
    Manifold found = new PartPair(BOX, CAPSULE).collide(0, 1.5f);
    assertNormal(0, 1, found);
    assertTwoPoints(-1, 1, 1, 1, 0, found);
  }

  @Test
  void aBoxLiesOnASegmentWithTwoPoints() {
    Manifold found = new PartPair(LINE, Shape.box(0.25f, 0.5f)).collide(0, 0.5f);
    assertNormal(0, 1, found);
    assertTwoPoints(-0.25f, 0, 0.25f, 0, 0, found);
  }

  @Test
  void linesDoNotMeetLines() {
    for (Shape other : List.of(LINE, FLOOR)) {
      assertEquals(0, new PartPair(LINE, other).collide(0, 0, 0, 1).count);
      assertEquals(0, new PartPair(other, LINE).collide(0, 0, 0, 1).count);
    }
    assertEquals(0, new PartPair(FLOOR, FLOOR).collide(0, 0, 0, 1).count);
  }

  @Test
  void aChainIsOpenOnTheRightOfItsDirection() {
    for (Shape shape : List.of(DISC, BOX, CAPSULE)) {
      PartPair pair = new PartPair(FLOOR, shape);
      float height = shape == BOX ? 1 : 0.5f;
      assertNormal(0, 1, pair.collide(0, height - 0.01f));
      assertEquals(0, pair.collide(0, 0.01f - height).count);
    }
  }

  @Test
  void aBoxLiesOnAChainSegmentWithTwoPoints() {
    Manifold found = new PartPair(FLOOR, BOX).collide(0.5f, 0.99f);
    assertNormal(0, 1, found);
    assertTwoPoints(-0.5f, -0.005f, 1, -0.005f, -0.01f, found);
  }

  @Test
  void aBoxOnTheNextSegmentOfAStraightChainIsLeftToIt() {
    assertEquals(0, new PartPair(FLOOR, BOX).collide(2.01f, 0.99f).count);
    assertEquals(1, new PartPair(FLOOR, CAPSULE).collide(1, 1.49f, 0, 1).count);
    assertEquals(0, new PartPair(FLOOR, CAPSULE).collide(1.01f, 1.49f, 0, 1).count);
  }

  @Test
  void whatHangsThroughAChainByLessThanHalfIsPulledBackOut() {
    // Its flat top is nearer to the floor than its tip, yet most of its points are above.
    Shape wedge = Shape.polygon(0, 0, -1, 1, 0.6f, -1, 0.6f);
    Manifold found = new PartPair(FLOOR, wedge).collide(0, 0);
    assertNormal(0, 1, found);
    assertEquals(-1, Math.min(found.separation0, found.separation1), CLOSE);
  }

  @Test
  void anOpenChainEndsWithoutAnEdge() {
    Shape end = Shape.chain(false, 1, 0, 0, 0).get(0);
    assertEquals(1, new PartPair(end, DISC).collide(0.01f, 0.4f).count);
    assertEquals(0, new PartPair(end, DISC).collide(-0.01f, 0.4f).count);
  }

  @Test
  void whatRestsInACornerOfAChainMeetsBothSides() {
    // The floor runs to the left, then the wall up.
    List<Shape> corner = Shape.chain(false, 4, 0, 0, 0, 0, 4);
    for (Shape shape : List.of(BOX, Shape.circle(1))) {
      for (float deeper : new float[] {0.99f, 0.98f}) {
        assertNormal(0, 1, new PartPair(corner.get(0), shape).collide(0.99f, deeper));
        assertNormal(1, 0, new PartPair(corner.get(1), shape).collide(0.99f, deeper));
        assertNormal(0, 1, new PartPair(corner.get(0), shape).collide(deeper, 0.99f));
        assertNormal(1, 0, new PartPair(corner.get(1), shape).collide(deeper, 0.99f));
      }
    }
  }

  @Test
  void aBoxOverAnEdgeOfAChainIsMetByTheTopAlone() {
    // Over the top to the left, then down.
    List<Shape> ledge = Shape.chain(false, 4, 0, 0, 0, 0, -4);
    assertEquals(2, new PartPair(ledge.get(0), BOX).collide(0, 0.995f).count);
    assertEquals(0, new PartPair(ledge.get(1), BOX).collide(0, 0.995f).count);
  }

  @Test
  void everyTypeMeetsEveryOtherEitherWayRound() {
    List<Shape> shapes = List.of(DISC, CAPSULE, BOX, ROUND_BOX, LINE, FLOOR);
    for (Shape a : shapes) {
      for (Shape b : shapes) {
        boolean lines = (a == LINE || a == FLOOR) && (b == LINE || b == FLOOR);
        // The chain is open above.
        float y = b == FLOOR ? -0.25f : 0.25f;
        Placed placed = new Placed(new PartPair(a, b), 0, y, 1, 0);
        assertEquals(!lines, placed.collide().count > 0, placed::toString);
        assertEquals(!lines, placed.exchanged().count > 0, placed::toString);
        if (!lines) {
          assertTrue(placed.collide().separation0 < 0, placed::toString);
        }
      }
    }
  }
}
