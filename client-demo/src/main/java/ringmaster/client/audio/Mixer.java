package ringmaster.client.audio;

import org.lwjgl.openal.AL10;
import ringmaster.client.scene.SoundCues;
import ringmaster.client.settings.Settings;

/** All that sounds at once, and how loud the player wants it. */
final class Mixer implements AutoCloseable {
  private final Buffers buffers;
  private final Voices voices;
  private final Engines engines;
  private final Distance distance = new Distance();

  Mixer(SoundBank bank) {
    buffers = new Buffers(bank);
    voices = new Voices(buffers);
    engines = new Engines(buffers);
  }

  void play(SoundCues cues, Settings settings, float seconds, long nowNanos) {
    AL10.alListenerf(AL10.AL_GAIN, gain(settings.masterVolumePercent));
    distance.listen(cues);
    voices.play(cues, gain(settings.effectsVolumePercent), nowNanos);
    engines.play(cues, gain(settings.engineVolumePercent), seconds);
  }

  /** Squared, since ears hear ratios: half way should sound half as loud. */
  private static float gain(int volumePercent) {
    float share = volumePercent / 100f;
    return share * share;
  }

  /** After the device was away, which stopped everything. */
  void beginAnew() {
    engines.stopAll();
  }

  @Override
  public void close() {
    voices.close();
    engines.close();
    buffers.close();
  }
}
