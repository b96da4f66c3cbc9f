package ringmaster.client.testbed;

import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyType;
import ringmaster.shared.physics.BoxReader;
import ringmaster.shared.physics.World;

/** The box that a scene is in, metres. */
final class Bounds {
  /** A longer floor goes on for ever, for all that a scene has on it. */
  private static final float FLOOR_METERS = 180;

  private float minX;
  private float minY;
  private float maxX;
  private float maxY;

  /** About all bodies as they are now, but for floors. */
  void measure(World world) {
    minX = Float.MAX_VALUE;
    minY = Float.MAX_VALUE;
    maxX = -Float.MAX_VALUE;
    maxY = -Float.MAX_VALUE;
    BoxReader boxes = world.boxes();
    for (int slot = 0; slot < boxes.slots(); slot++) {
      long body = boxes.body(slot);
      if (body != Bodies.NONE && !isFloor(world, boxes, slot, body)) {
        include(boxes, slot);
      }
    }
    if (minX > maxX) {
      minX = minY = maxX = maxY = 0;
    }
  }

  private static boolean isFloor(World world, BoxReader boxes, int slot, long body) {
    float longer =
        Math.max(boxes.maxX(slot) - boxes.minX(slot), boxes.maxY(slot) - boxes.minY(slot));
    return world.bodies().kind(body).type() == BodyType.STATIC && longer > FLOOR_METERS;
  }

  private void include(BoxReader boxes, int slot) {
    minX = Math.min(minX, boxes.minX(slot));
    minY = Math.min(minY, boxes.minY(slot));
    maxX = Math.max(maxX, boxes.maxX(slot));
    maxY = Math.max(maxY, boxes.maxY(slot));
  }

  float width() {
    return maxX - minX;
  }

  float height() {
    return maxY - minY;
  }

  float centerX() {
    return (minX + maxX) / 2;
  }

  float centerY() {
    return (minY + maxY) / 2;
  }
}
