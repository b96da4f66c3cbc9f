package ringmaster.client.audio;

import java.util.Arrays;
import org.lwjgl.openal.AL10;
import org.lwjgl.openal.AL11;
import ringmaster.client.scene.SoundCues;

/** Lets the nearest engines hum. Each keeps its source; what comes or goes is faded. */
final class Engines implements AutoCloseable {
  static final int ENGINES = 8;

  /** In this time most of a change is done: faster would click, slower would lag behind. */
  private static final float SMOOTHING_SECONDS = 0.06f;

  private static final float INAUDIBLE = 0.001f;
  private static final int NONE = -1;

  /** Spreads the beginnings over the loop: engines in step would sound like one loud one. */
  private static final int OFFSET_SAMPLES = 7919;

  private final int[] sources = new int[ENGINES];
  private final boolean[] running = new boolean[ENGINES];
  private final int[] ids = new int[ENGINES];
  private final float[] gains = new float[ENGINES];
  private final float[] pitches = new float[ENGINES];

  /** The nearest of this frame, as places among the cues; taken ones are crossed out. */
  private final int[] nearest = new int[ENGINES];

  private final float[] nearestMeters = new float[ENGINES];

  Engines(Buffers buffers) {
    AL10.alGenSources(sources);
    for (int source : sources) {
      Distance.applyTo(source);
      AL10.alSourcei(source, AL10.AL_LOOPING, AL10.AL_TRUE);
      AL10.alSourcei(source, AL10.AL_BUFFER, buffers.engine());
    }
  }

  /**
   * Goes on by a frame.
   *
   * @param volume 0..1
   * @param seconds since the last one
   */
  void play(SoundCues cues, float volume, float seconds) {
    findNearest(cues);
    float change = seconds / (SMOOTHING_SECONDS + seconds);
    for (int i = 0; i < ENGINES; i++) {
      if (running[i]) {
        goOn(i, cues, volume, change);
      }
    }
    for (int place : nearest) {
      int free = freeSource();
      if (place != NONE && free != NONE) {
        begin(free, cues, place);
      }
    }
  }

  /** Insertion into a short sorted list. */
  private void findNearest(SoundCues cues) {
    Arrays.fill(nearest, NONE);
    Arrays.fill(nearestMeters, Float.MAX_VALUE);
    for (int place = 0; place < cues.engines(); place++) {
      float meters = Distance.meters(cues, cues.engineX(place), cues.engineY(place));
      int at = ENGINES;
      while (at > 0 && meters < nearestMeters[at - 1]) {
        at--;
      }
      if (at < ENGINES) {
        System.arraycopy(nearest, at, nearest, at + 1, ENGINES - 1 - at);
        System.arraycopy(nearestMeters, at, nearestMeters, at + 1, ENGINES - 1 - at);
        nearest[at] = place;
        nearestMeters[at] = meters;
      }
    }
  }

  private void goOn(int i, SoundCues cues, float volume, float change) {
    int place = take(ids[i], cues);
    float gain = 0;
    if (place != NONE) {
      float load = Math.clamp(cues.engineLoad(place), 0, 2);
      gain = volume * gainAt(load);
      pitches[i] += change * (pitchAt(load) - pitches[i]);
      AL10.alSourcef(sources[i], AL10.AL_PITCH, pitches[i]);
      move(i, cues, place);
    }
    gains[i] += change * (gain - gains[i]);
    AL10.alSourcef(sources[i], AL10.AL_GAIN, gains[i]);
    if (place == NONE && gains[i] < INAUDIBLE) {
      stop(i);
    }
  }

  /** The place of an engine among the nearest, which is crossed out there. */
  private int take(int id, SoundCues cues) {
    for (int k = 0; k < ENGINES; k++) {
      int place = nearest[k];
      if (place != NONE && cues.engineId(place) == id) {
        nearest[k] = NONE;
        return place;
      }
    }
    return NONE;
  }

  private static float gainAt(float load) {
    return 0.25f + 0.25f * load;
  }

  private static float pitchAt(float load) {
    return 0.8f + 0.5f * load;
  }

  private int freeSource() {
    for (int i = 0; i < ENGINES; i++) {
      if (!running[i]) {
        return i;
      }
    }
    return NONE;
  }

  private void begin(int i, SoundCues cues, int place) {
    running[i] = true;
    ids[i] = cues.engineId(place);
    gains[i] = 0;
    pitches[i] = pitchAt(Math.clamp(cues.engineLoad(place), 0, 2));
    AL10.alSourcef(sources[i], AL10.AL_GAIN, 0);
    AL10.alSourcef(sources[i], AL10.AL_PITCH, pitches[i]);
    move(i, cues, place);
    int offset = Math.floorMod(ids[i] * OFFSET_SAMPLES, Synth.RATE_HZ);
    AL10.alSourcei(sources[i], AL11.AL_SAMPLE_OFFSET, offset);
    AL10.alSourcePlay(sources[i]);
  }

  private void move(int i, SoundCues cues, int place) {
    AL10.alSource3f(sources[i], AL10.AL_POSITION, cues.engineX(place), cues.engineY(place), 0);
  }

  private void stop(int i) {
    running[i] = false;
    AL10.alSourceStop(sources[i]);
  }

  /** Forgets all engines, so that those that are still there begin anew. */
  void stopAll() {
    for (int i = 0; i < ENGINES; i++) {
      stop(i);
    }
  }

  @Override
  public void close() {
    AL10.alDeleteSources(sources);
  }
}
