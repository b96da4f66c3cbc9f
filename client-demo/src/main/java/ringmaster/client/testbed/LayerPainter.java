package ringmaster.client.testbed;

import ringmaster.client.render.FlatDrawing;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BoxReader;
import ringmaster.shared.physics.ContactReader;
import ringmaster.shared.physics.Joints;

/** Draws over the bodies what a world keeps about them: contacts, joints, fat boxes. */
final class LayerPainter {
  private static final float LEAST_NORMAL_PIXELS = 3;
  private static final float MOST_NORMAL_PIXELS = 9;
  private static final float NORMAL_METERS = 0.3f;

  /** Of the hardest push of the frame; others in proportion. */
  private static final float IMPULSE_PIXELS = 42;

  private static final float LEAST_POINT_PIXELS = 1;
  private static final float MOST_POINT_PIXELS = 3.5f;
  private static final float POINT_METERS = 0.08f;

  private static final float ANCHOR_PIXELS = 3.5f;

  private final FlatDrawing drawing;
  private final View view;

  LayerPainter(FlatDrawing drawing, View view) {
    this.drawing = drawing;
    this.view = view;
  }

  /**
   * Adds each point that touches, the normal that leads out of it, and how hard it was pushed along
   * that.
   */
  void contacts(ContactReader contacts, float strokePixels) {
    float most = hardest(contacts);
    float perImpulse = most > 0 ? IMPULSE_PIXELS * strokePixels / most : 0;
    for (int contact = 0; contact < contacts.count(); contact++) {
      for (int point = 0; point < contacts.points(contact); point++) {
        contact(contacts, contact, point, perImpulse, strokePixels);
      }
    }
  }

  /** The greatest impulse of all, newton seconds. */
  static float hardest(ContactReader contacts) {
    float most = 0;
    for (int contact = 0; contact < contacts.count(); contact++) {
      for (int point = 0; point < contacts.points(contact); point++) {
        most = Math.max(most, contacts.normalImpulse(contact, point));
      }
    }
    return most;
  }

  private void contact(
      ContactReader contacts, int contact, int point, float perImpulse, float strokePixels) {
    float x = view.pixelX(contacts.x(contact, point));
    float y = view.pixelY(contacts.y(contact, point));
    if (!view.shows(x, y, x, y)) {
      return;
    }
    float normalX = contacts.normalX(contact);
    float normalY = contacts.normalY(contact);
    float push = perImpulse * contacts.normalImpulse(contact, point);
    float tick = sized(NORMAL_METERS, LEAST_NORMAL_PIXELS, MOST_NORMAL_PIXELS) * strokePixels;
    drawing.line(x, y, x + push * normalX, y + push * normalY, 2 * strokePixels, Hues.IMPULSE);
    drawing.line(x, y, x + tick * normalX, y + tick * normalY, strokePixels, Hues.NORMAL);
    float radius = sized(POINT_METERS, LEAST_POINT_PIXELS, MOST_POINT_PIXELS) * strokePixels;
    drawing.disc(x, y, radius, Hues.CONTACT);
  }

  /** A length that grows with what is shown, as long as it can be seen and hides nothing. */
  private float sized(float meters, float leastPixels, float mostPixels) {
    return Math.clamp(meters * view.pixelsPerMeter(), leastPixels, mostPixels);
  }

  /** Adds the box of every part. */
  void boxes(BoxReader boxes, float strokePixels) {
    for (int slot = 0; slot < boxes.slots(); slot++) {
      if (boxes.body(slot) != Bodies.NONE) {
        box(boxes, slot, strokePixels);
      }
    }
  }

  private void box(BoxReader boxes, int slot, float strokePixels) {
    float minX = view.pixelX(boxes.minX(slot));
    float minY = view.pixelY(boxes.minY(slot));
    float maxX = view.pixelX(boxes.maxX(slot));
    float maxY = view.pixelY(boxes.maxY(slot));
    if (view.shows(minX, minY, maxX, maxY)) {
      drawing.line(minX, minY, maxX, minY, strokePixels, Hues.BOX);
      drawing.line(maxX, minY, maxX, maxY, strokePixels, Hues.BOX);
      drawing.line(maxX, maxY, minX, maxY, strokePixels, Hues.BOX);
      drawing.line(minX, maxY, minX, minY, strokePixels, Hues.BOX);
    }
  }

  /** Adds each joint: from body to anchor, from anchor to anchor, and on to the other body. */
  void joints(Joints joints, Bodies bodies, float strokePixels) {
    for (int slot = 0; slot < joints.slots(); slot++) {
      long joint = joints.at(slot);
      if (joint != Joints.NONE) {
        joint(joints, bodies, joint, strokePixels);
      }
    }
  }

  private void joint(Joints joints, Bodies bodies, long joint, float strokePixels) {
    float ax = view.pixelX(joints.pointAX(joint));
    float ay = view.pixelY(joints.pointAY(joint));
    float bx = view.pixelX(joints.pointBX(joint));
    float by = view.pixelY(joints.pointBY(joint));
    long bodyA = joints.bodyA(joint);
    long bodyB = joints.bodyB(joint);
    if (bodyA != bodyB) {
      arm(bodies, bodyA, ax, ay, strokePixels);
    }
    arm(bodies, bodyB, bx, by, strokePixels);
    drawing.line(ax, ay, bx, by, 2 * strokePixels, Hues.JOINT);
    drawing.disc(ax, ay, ANCHOR_PIXELS * strokePixels, Hues.JOINT);
    drawing.ring(bx, by, ANCHOR_PIXELS * strokePixels, strokePixels, Hues.JOINT);
  }

  private void arm(Bodies bodies, long body, float x, float y, float strokePixels) {
    float middleX = view.pixelX(bodies.x(body));
    float middleY = view.pixelY(bodies.y(body));
    drawing.line(middleX, middleY, x, y, strokePixels, Hues.dimmed(Hues.JOINT));
  }
}
