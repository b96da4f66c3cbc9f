package ringmaster.client.render;

import ringmaster.client.settings.Quality;

/**
 * What a quality means to the renderer.
 *
 * @param perPixel light is reckoned for each pixel, not at the corners only
 * @param fine models have all their edges
 * @param shadowMapPixels side of the shadow map; 0: dark spots on the floor instead
 * @param shadowReach how many neighbouring texels soften a shadow's edge, each way
 * @param samples of each pixel, to smooth edges; 1: none
 */
record Detail(boolean perPixel, boolean fine, int shadowMapPixels, int shadowReach, int samples) {

  static Detail of(Quality quality) {
    return switch (quality) {
      case LOWEST -> new Detail(false, false, 0, 0, 1);
      case LOW -> new Detail(true, true, 0, 0, 1);
      case MEDIUM -> new Detail(true, true, 1024, 1, 2);
      case HIGH -> new Detail(true, true, 2048, 1, 4);
      case AUTO -> throw new IllegalArgumentException("AUTO has to be resolved first");
    };
  }

  boolean shadows() {
    return shadowMapPixels > 0;
  }
}
