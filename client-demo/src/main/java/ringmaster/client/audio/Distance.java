package ringmaster.client.audio;

import org.lwjgl.openal.AL10;
import ringmaster.client.scene.SoundCues;

/**
 * How far away sounds are. The arena's plane is OpenAL's plane of x and y, with z up: both are
 * right-handed, so left stays left.
 */
final class Distance {
  /** Up to here a sound is as loud as it can be: a few hulls. */
  static final float NEAR_METERS = 10;

  /** The ear is this much above the plane, so that what passes beneath it does not jump sides. */
  private static final float EAR_METERS = 3;

  /** Looking direction, then up. */
  private final float[] orientation = {1, 0, 0, 0, 0, 1};

  /** Puts the ear where the cues have it. */
  void listen(SoundCues cues) {
    AL10.alListener3f(AL10.AL_POSITION, cues.listenerX, cues.listenerY, EAR_METERS);
    orientation[0] = cues.listenerCos;
    orientation[1] = cues.listenerSin;
    AL10.alListenerfv(AL10.AL_ORIENTATION, orientation);
  }

  /** Metres from the ear to a point of the plane. */
  static float meters(SoundCues cues, float x, float y) {
    float dx = x - cues.listenerX;
    float dy = y - cues.listenerY;
    return (float) Math.sqrt(dx * dx + dy * dy + EAR_METERS * EAR_METERS);
  }

  /** What OpenAL's inverse model makes of a distance: half as loud at each doubling. */
  static float gain(float meters) {
    return NEAR_METERS / Math.max(NEAR_METERS, meters);
  }

  /** Makes a source follow the model. */
  static void applyTo(int source) {
    AL10.alSourcef(source, AL10.AL_REFERENCE_DISTANCE, NEAR_METERS);
  }
}
