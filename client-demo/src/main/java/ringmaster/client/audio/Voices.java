package ringmaster.client.audio;

import org.lwjgl.openal.AL10;
import ringmaster.client.scene.Sound;
import ringmaster.client.scene.SoundCues;

/**
 * Plays what is heard once. There are so many voices and no more; a new sound takes the one with
 * the least left to hear, if that is less than its own.
 */
final class Voices implements AutoCloseable {
  static final int VOICES = 32;

  private final Buffers buffers;
  private final int[] sources = new int[VOICES];

  /** As loud as each was at the ear when it began, the player's volume apart. */
  private final float[] loudness = new float[VOICES];

  private final float[] gains = new float[VOICES];
  private final long[] startedNanos = new long[VOICES];
  private final long[] lengthNanos = new long[VOICES];
  private float volume = 1;

  Voices(Buffers buffers) {
    this.buffers = buffers;
    AL10.alGenSources(sources);
    for (int source : sources) {
      Distance.applyTo(source);
    }
  }

  /** Begins all sounds of a frame. */
  void play(SoundCues cues, float atVolume, long nowNanos) {
    setVolume(atVolume);
    for (int i = 0; i < cues.count(); i++) {
      float gain = gainOf(cues.sound(i));
      float meters =
          cues.positioned(i) ? Distance.meters(cues, cues.x(i), cues.y(i)) : Distance.NEAR_METERS;
      float loud = gain * Distance.gain(meters);
      int voice = voiceFor(loud, nowNanos);
      if (voice >= 0) {
        loudness[voice] = loud;
        gains[voice] = gain;
        begin(voice, cues, i, nowNanos);
      }
    }
  }

  /**
   * How sounds stand to one another. Each is synthesised at full level, where what beeps is louder
   * to the ear than what rumbles: by A-weighted level of the loudest eighth of a second, these put
   * shots and explosions first, then what concerns the player, then signals.
   */
  private static float gainOf(Sound sound) {
    return switch (sound) {
      case EXPLOSION -> 1;
      case RAIL, HURT -> 0.9f;
      case GOAL -> 0.8f;
      case ROCKET, DEATH -> 0.75f;
      case HIT, BOOST, SHOVE -> 0.6f;
      case SHIELD_GONE, SPAWN, PICKUP, KICKOFF, COUNTDOWN, MATCH_OVER -> 0.35f;
      case HIT_CONFIRMED, CHAT, CLICK -> 0.3f;
    };
  }

  private int voiceFor(float loud, long nowNanos) {
    int least = 0;
    for (int voice = 1; voice < VOICES; voice++) {
      if (left(voice, nowNanos) < left(least, nowNanos)) {
        least = voice;
      }
    }
    return left(least, nowNanos) < loud ? least : -1;
  }

  /** Loudness times the share of the sound that is to come; 0 if the voice is free. */
  private float left(int voice, long nowNanos) {
    long leftNanos = lengthNanos[voice] - (nowNanos - startedNanos[voice]);
    return leftNanos <= 0 ? 0 : loudness[voice] * leftNanos / lengthNanos[voice];
  }

  private void begin(int voice, SoundCues cues, int i, long nowNanos) {
    Sound sound = cues.sound(i);
    startedNanos[voice] = nowNanos;
    lengthNanos[voice] = buffers.nanosOf(sound);
    int source = sources[voice];
    AL10.alSourceStop(source);
    AL10.alSourcei(source, AL10.AL_BUFFER, buffers.of(sound));
    AL10.alSourcef(source, AL10.AL_GAIN, gains[voice] * volume);
    boolean inHead = !cues.positioned(i);
    AL10.alSourcei(source, AL10.AL_SOURCE_RELATIVE, inHead ? AL10.AL_TRUE : AL10.AL_FALSE);
    AL10.alSource3f(source, AL10.AL_POSITION, cues.x(i), cues.y(i), 0);
    AL10.alSourcePlay(source);
  }

  private void setVolume(float atVolume) {
    if (atVolume != volume) {
      volume = atVolume;
      for (int voice = 0; voice < VOICES; voice++) {
        AL10.alSourcef(sources[voice], AL10.AL_GAIN, gains[voice] * volume);
      }
    }
  }

  @Override
  public void close() {
    AL10.alDeleteSources(sources);
  }
}
