package ringmaster.client.audio;

import static ringmaster.client.audio.Envelope.struck;
import static ringmaster.client.audio.Wave.SAW;
import static ringmaster.client.audio.Wave.SINE;

import ringmaster.client.scene.Sound;

/**
 * All sounds of the game, synthesised. No recordings: nothing to license, 50 ms of work for all of
 * them, and a change is a diff that can be read.
 */
final class SoundBank {
  private static final Sound[] SOUNDS = Sound.values();

  private final short[][] sounds = new short[SOUNDS.length][];
  private final short[] engine = engine();

  SoundBank() {
    for (Sound sound : SOUNDS) {
      sounds[sound.ordinal()] = recipe(sound).finish();
    }
  }

  /** Mono, at {@link Synth#RATE_HZ}. */
  short[] samples(Sound sound) {
    return sounds[sound.ordinal()];
  }

  /** A hover engine idling, to be repeated without end. */
  short[] engineSamples() {
    return engine;
  }

  private static Synth recipe(Sound sound) {
    return switch (sound) {
      case RAIL -> rail();
      case ROCKET -> rocket();
      case EXPLOSION -> explosion();
      case HIT -> hit();
      case HIT_CONFIRMED -> hitConfirmed();
      case HURT -> hurt();
      case DEATH -> death();
      case SPAWN -> spawn();
      case BOOST -> boost();
      case SHIELD_GONE -> shieldGone();
      case PICKUP -> pickup();
      case GOAL -> goal();
      case KICKOFF -> kickoff();
      case SHOVE -> shove();
      case COUNTDOWN -> countdown();
      case MATCH_OVER -> matchOver();
      case CHAT -> chat();
      case CLICK -> click();
    };
  }

  /** A zap that falls four octaves, and sparks after it. */
  private static Synth rail() {
    return new Synth(0.9f)
        .add(new Tone(SAW, 2800, 160, 0.22f), struck(0.35f), 0.6f)
        .add(new Tone(SINE, 6400, 500, 0.15f), struck(0.2f), 0.5f)
        .add(new Tone(SINE, 140, 45, 0.15f), struck(0.3f), 0.7f)
        .add(sparks(), new Envelope(0.01f, 0.01f, 0.85f), 3);
  }

  /** Noise that a hum switches on and off. */
  private static Source sparks() {
    Noise noise = new Noise(1, 2500, 12_000, 5000, 0.7f);
    Tone hum = new Tone(SAW, 110, 70, 0.7f);
    return () -> noise.next() * Math.max(0, hum.next());
  }

  /** A whoosh that opens, over a burning motor. */
  private static Synth rocket() {
    return new Synth(1.1f)
        .add(new Noise(2, 250, 700, 5000, 0.35f), new Envelope(0, 0.09f, 1.0f), 1)
        .add(new Noise(3, 20, 220, 160, 1), new Envelope(0, 0.03f, 1.1f), 2.2f)
        .add(new Tone(SAW, 130, 75, 0.5f), struck(0.4f), 0.25f);
  }

  /** A thump in the ground, a crack, and rubble. */
  private static Synth explosion() {
    return new Synth(1.4f)
        .add(new Tone(SINE, 120, 32, 0.6f), struck(1.3f), 1.3f)
        .add(new Noise(4, 1800, 14_000, 6000, 0.1f), struck(0.14f), 0.6f)
        .add(new Noise(5, 30, 3500, 250, 1.2f), new Envelope(0, 0.03f, 1.35f), 3.5f);
  }

  /** A plate of metal: partials that are no harmonics. */
  private static Synth hit() {
    return new Synth(0.45f)
        .add(new Tone(SINE, 520, 510, 0.4f), struck(0.4f), 0.5f)
        .add(new Tone(SINE, 1433, 1420, 0.4f), struck(0.3f), 0.5f)
        .add(new Tone(SINE, 2808, 2790, 0.4f), struck(0.2f), 0.4f)
        .add(new Tone(SINE, 4643, 4600, 0.4f), struck(0.12f), 0.3f)
        .add(new Noise(6, 1500, 9000, 3000, 0.05f), struck(0.06f), 0.9f);
  }

  private static Synth hitConfirmed() {
    return new Synth(0.16f)
        .add(new Tone(SINE, 2100, 2100, 0), struck(0.06f), 0.8f)
        .add(new Tone(SINE, 2800, 2800, 0), new Envelope(0.06f, 0.001f, 0.08f), 1);
  }

  private static Synth hurt() {
    return new Synth(0.4f)
        .add(new Tone(SAW, 240, 85, 0.25f), struck(0.35f), 0.6f)
        .add(new Tone(SINE, 95, 50, 0.2f), struck(0.3f), 0.8f)
        .add(new Noise(7, 100, 2500, 400, 0.2f), struck(0.22f), 0.8f);
  }

  /** All that turned runs down. */
  private static Synth death() {
    return new Synth(1.45f)
        .add(new Tone(SAW, 330, 36, 1.2f), new Envelope(0, 0.01f, 1.4f), 0.5f)
        .add(new Tone(SAW, 336, 35, 1.2f), new Envelope(0, 0.01f, 1.4f), 0.5f)
        .add(new Tone(SINE, 90, 28, 0.8f), struck(1.2f), 0.9f)
        .add(new Noise(8, 40, 4000, 200, 1.2f), new Envelope(0, 0.02f, 1.4f), 2);
  }

  private static Synth spawn() {
    return new Synth(0.9f)
        .add(new Tone(SINE, 280, 840, 0.4f), new Envelope(0, 0.2f, 0.65f), 0.7f)
        .add(new Tone(SINE, 422, 1264, 0.4f), new Envelope(0.08f, 0.2f, 0.6f), 0.5f)
        .add(new Noise(9, 2000, 4000, 9000, 0.4f), new Envelope(0, 0.3f, 0.5f), 0.3f);
  }

  private static Synth boost() {
    return new Synth(0.75f)
        .add(new Noise(10, 120, 400, 7000, 0.3f), new Envelope(0, 0.05f, 0.65f), 1)
        .add(new Tone(SAW, 70, 210, 0.3f), new Envelope(0, 0.02f, 0.6f), 0.35f);
  }

  /** A bubble that bursts: two tones beat against each other and fall. */
  private static Synth shieldGone() {
    return new Synth(0.5f)
        .add(new Tone(SINE, 1500, 340, 0.3f), struck(0.45f), 0.6f)
        .add(new Tone(SINE, 1524, 345, 0.3f), struck(0.45f), 0.6f)
        .add(new Noise(11, 3500, 12_000, 8000, 0.1f), struck(0.16f), 0.5f);
  }

  /** Three notes upwards, quick: something was gained. */
  private static Synth pickup() {
    Synth notes = new Synth(0.42f);
    float[] notesHz = {659.25f, 880, 1318.5f};
    for (int i = 0; i < notesHz.length; i++) {
      Envelope envelope = new Envelope(0.07f * i, 0.003f, 0.24f);
      notes.add(new Tone(SINE, notesHz[i], notesHz[i], 0), envelope, 0.8f);
      notes.add(new Tone(SINE, 2 * notesHz[i], 2 * notesHz[i], 0), envelope, 0.2f);
    }
    return notes;
  }

  /** A horn of a stadium: reeds a little apart, over the crowd's breath. */
  private static Synth goal() {
    Synth horn = new Synth(1.45f);
    float[] reedsHz = {233.1f, 234.6f, 293.7f, 349.2f};
    for (float reedHz : reedsHz) {
      horn.add(new Tone(SAW, 0.94f * reedHz, reedHz, 0.06f), new Envelope(0, 0.05f, 1.4f), 0.5f);
    }
    return horn.add(new Noise(14, 300, 1200, 2600, 0.6f), new Envelope(0.1f, 0.3f, 1.0f), 1.2f);
  }

  /** A referee's whistle: the pea beats against the tone. */
  private static Synth kickoff() {
    return new Synth(0.6f)
        .add(new Tone(SINE, 2350, 2450, 0.05f), new Envelope(0, 0.015f, 0.56f), 0.7f)
        .add(new Tone(SINE, 2310, 2400, 0.05f), new Envelope(0, 0.015f, 0.56f), 0.6f)
        .add(new Noise(15, 1800, 5000, 4000, 0.2f), new Envelope(0, 0.01f, 0.5f), 0.25f);
  }

  /** Air pushed away at once. */
  private static Synth shove() {
    return new Synth(0.4f)
        .add(new Noise(16, 90, 2600, 350, 0.25f), new Envelope(0, 0.02f, 0.36f), 1.6f)
        .add(new Tone(SINE, 150, 60, 0.2f), struck(0.3f), 0.8f);
  }

  private static Synth countdown() {
    return new Synth(0.22f)
        .add(new Tone(SINE, 880, 880, 0), new Envelope(0, 0.004f, 0.25f), 1)
        .add(new Tone(SINE, 1760, 1760, 0), new Envelope(0, 0.004f, 0.15f), 0.3f);
  }

  /** A major chord, from below. */
  private static Synth matchOver() {
    Synth chord = new Synth(1.45f);
    float[] notesHz = {523.25f, 659.25f, 783.99f, 1046.5f};
    for (int i = 0; i < notesHz.length; i++) {
      Envelope envelope = new Envelope(0.13f * i, 0.005f, 1.1f);
      chord.add(new Tone(SINE, notesHz[i], notesHz[i], 0), envelope, 0.7f);
      chord.add(new Tone(SAW, notesHz[i], notesHz[i], 0), envelope, 0.12f);
    }
    return chord;
  }

  private static Synth chat() {
    return new Synth(0.13f)
        .add(new Tone(SINE, 1150, 1550, 0.06f), new Envelope(0, 0.003f, 0.13f), 1);
  }

  private static Synth click() {
    return new Synth(0.045f)
        .add(new Tone(SINE, 1900, 900, 0.02f), struck(0.04f), 0.8f)
        .add(new Noise(12, 2000, 9000, 9000, 0), struck(0.015f), 0.5f);
  }

  /** One second: whole numbers of cycles, two of them one apart so that it breathes. */
  private static short[] engine() {
    Synth loop = new Synth(1);
    int[] cycles = {48, 49, 96, 144, 193, 240, 385, 620};
    float[] gains = {0.7f, 0.3f, 0.6f, 0.5f, 0.35f, 0.3f, 0.2f, 0.12f};
    for (int i = 0; i < cycles.length; i++) {
      loop.addCycles(cycles[i], gains[i]);
    }
    return loop.addRound(new Noise(13, 60, 20_000, 20_000, 0), 1200, 1.8f).finishLoop();
  }
}
