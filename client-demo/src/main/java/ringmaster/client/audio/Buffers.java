package ringmaster.client.audio;

import org.lwjgl.openal.AL10;
import ringmaster.client.scene.Sound;

/** The sounds as OpenAL has them. */
final class Buffers implements AutoCloseable {
  private static final Sound[] SOUNDS = Sound.values();
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final int[] names = new int[SOUNDS.length];
  private final long[] nanos = new long[SOUNDS.length];
  private final int engine;

  Buffers(SoundBank bank) {
    for (Sound sound : SOUNDS) {
      short[] samples = bank.samples(sound);
      names[sound.ordinal()] = upload(samples);
      nanos[sound.ordinal()] = samples.length * NANOS_PER_SECOND / Synth.RATE_HZ;
    }
    engine = upload(bank.engineSamples());
  }

  private static int upload(short[] samples) {
    int name = AL10.alGenBuffers();
    AL10.alBufferData(name, AL10.AL_FORMAT_MONO16, samples, Synth.RATE_HZ);
    return name;
  }

  int of(Sound sound) {
    return names[sound.ordinal()];
  }

  /** How long it can be heard. */
  long nanosOf(Sound sound) {
    return nanos[sound.ordinal()];
  }

  int engine() {
    return engine;
  }

  /** After the sources that use them. */
  @Override
  public void close() {
    AL10.alDeleteBuffers(names);
    AL10.alDeleteBuffers(engine);
  }
}
