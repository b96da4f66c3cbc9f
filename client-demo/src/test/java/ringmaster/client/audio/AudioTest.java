package ringmaster.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.client.scene.Sound;
import ringmaster.client.scene.SoundCues;
import ringmaster.client.settings.Settings;

/** What comes out of the loudspeakers, rendered into arrays. */
final class AudioTest {
  private static final CompletableFuture<SoundBank> BANK =
      CompletableFuture.completedFuture(new SoundBank());
  private static final float FRAME_SECONDS = 1 / 60f;
  private static final long FRAME_NANOS = 16_666_667;
  private static final double NOTHING = 1e-4;

  private final Settings settings = new Settings();
  private final SoundCues cues = new SoundCues();
  private LoopbackOutput output;
  private Audio audio;
  private long nowNanos = 77;

  @BeforeEach
  void open() {
    output = LoopbackOutput.open();
    audio = Audio.open(settings, () -> output, BANK);
  }

  @AfterEach
  void close() {
    audio.close();
    assertTrue(output.isClosed());
  }

  /** What a frame with the cues at hand sounds like; the cues are gone afterwards. */
  private Stereo frame() {
    audio.play(cues, nowNanos);
    nowNanos += FRAME_NANOS;
    cues.clear();
    return new Stereo(output.render(FRAME_SECONDS));
  }

  /** A sound somewhere, heard for six frames. */
  private Stereo heard(Sound sound, float x, float y) {
    cues.add(sound, x, y);
    audio.play(cues, nowNanos);
    cues.clear();
    Stereo heard = new Stereo(output.render(6 * FRAME_SECONDS));
    nowNanos += 2_000_000_000L;
    output.render(2);
    return heard;
  }

  /** An engine for a second; how it sounds at the end of it. */
  private Stereo engineAfterASecond(float x, float load) {
    Stereo heard = frame();
    for (int i = 0; i < 60; i++) {
      cues.engine(5, x, 0, load);
      heard = frame();
    }
    cues.engine(5, x, 0, load);
    audio.play(cues, nowNanos);
    cues.clear();
    return new Stereo(output.render(2));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0, 20", "0, 1, -20, 0", "-1, 0, 0, -20", "0, -1, 20, 0"})
  void whatIsLeftIsLeftWhereverOneLooks(float cos, float sin, float x, float y) {
    cues.listenerX = 100;
    cues.listenerY = -50;
    cues.listenerCos = cos;
    cues.listenerSin = sin;
    Stereo left = heard(Sound.EXPLOSION, 100 + x, -50 + y);
    assertTrue(left.left > 2 * left.right, left::toString);
    Stereo right = heard(Sound.EXPLOSION, 100 - x, -50 - y);
    assertTrue(right.right > 2 * right.left, right::toString);
  }

  @Test
  void whatIsAheadOrInTheHeadIsInTheMiddle() {
    Stereo ahead = heard(Sound.RAIL, 15, 0);
    assertEquals(ahead.left, ahead.right, 0.01 * ahead.left);
    assertTrue(ahead.left > NOTHING);
    cues.listenerX = 500;
    cues.add(Sound.HIT_CONFIRMED);
    Stereo inHead = frame();
    assertEquals(inHead.left, inHead.right, 0.01 * inHead.left);
    assertTrue(inHead.left > NOTHING);
  }

  @Test
  void twiceAsFarIsHalfAsLoud() {
    double near = heard(Sound.EXPLOSION, 40, 0).both();
    double far = heard(Sound.EXPLOSION, 80, 0).both();
    assertEquals(0.5, far / near, 0.02);
    assertEquals(heard(Sound.EXPLOSION, 2, 0).both(), heard(Sound.EXPLOSION, 9, 0).both(), 0.05);
  }

  @ParameterizedTest
  @ValueSource(strings = {"master", "effects"})
  void volumeZeroIsSilence(String which) {
    assertTrue(heard(Sound.EXPLOSION, 5, 0).both() > NOTHING);
    if (which.equals("master")) {
      settings.masterVolumePercent = 0;
    } else {
      settings.effectsVolumePercent = 0;
    }
    assertEquals(0, heard(Sound.EXPLOSION, 5, 0).both(), NOTHING);
  }

  @Test
  void volumesCountForWhatIsSounding() {
    cues.add(Sound.EXPLOSION, 5, 0);
    cues.engine(1, 5, 0, 1);
    assertTrue(frame().both() > NOTHING);
    settings.effectsVolumePercent = 0;
    settings.engineVolumePercent = 0;
    for (int i = 0; i < 40; i++) {
      cues.engine(1, 5, 0, 1);
      frame();
    }
    cues.engine(1, 5, 0, 1);
    assertEquals(0, frame().both(), NOTHING);
    settings.engineVolumePercent = 100;
    cues.engine(1, 5, 0, 1);
    frame();
    cues.engine(1, 5, 0, 1);
    assertTrue(frame().both() > NOTHING);
  }

  /** More sounds than voices, for long: the loud newcomer is heard, whoever has to give way. */
  @Test
  void aLoudSoundTakesAVoiceFromQuietOnes() {
    for (int i = 0; i < 50; i++) {
      for (int k = 0; k < SoundCues.MAX; k++) {
        cues.add(Sound.EXPLOSION, 900, 0);
      }
      frame();
    }
    double quiet = frame().both();
    cues.add(Sound.EXPLOSION, 5, 0);
    assertTrue(frame().both() > 2 * quiet);
  }

  @Test
  void aQuietSoundTakesNoVoiceFromLoudOnes() {
    for (int k = 0; k < Voices.VOICES; k++) {
      cues.add(Sound.EXPLOSION, 5, 0);
    }
    double before = frame().both();
    for (int k = 0; k < SoundCues.MAX; k++) {
      cues.add(Sound.CLICK, 900, 0);
    }
    assertTrue(frame().both() > before / 2);
  }

  @Test
  void anEngineHumsHigherAndLouderWithLoad() {
    Stereo idle = engineAfterASecond(5, 0);
    Stereo full = engineAfterASecond(5, 1);
    Stereo boosting = engineAfterASecond(5, 2);
    assertTrue(idle.both() > NOTHING);
    assertTrue(full.both() > 1.3 * idle.both());
    assertTrue(full.crossings > 1.4 * idle.crossings, () -> idle + " " + full);
    assertTrue(boosting.crossings > 1.2 * full.crossings, () -> full + " " + boosting);
  }

  @ParameterizedTest
  @EnumSource(
      value = Sound.class,
      names = {"HIT_CONFIRMED", "COUNTDOWN", "MATCH_OVER", "CHAT", "CLICK"})
  void shotsAreLouderThanSignals(Sound signal) {
    cues.add(signal);
    audio.play(cues, nowNanos);
    cues.clear();
    double quiet = new Stereo(output.render(6 * FRAME_SECONDS)).both();
    nowNanos += 2_000_000_000L;
    output.render(2);
    for (Sound shot : new Sound[] {Sound.RAIL, Sound.ROCKET, Sound.EXPLOSION, Sound.DEATH}) {
      double loud = heard(shot, 5, 0).both();
      assertTrue(loud > 1.2 * quiet, () -> shot + " " + loud + ", " + signal + " " + quiet);
    }
  }

  @Test
  void onesOwnEngineStaysFarBelowShots() {
    double engine = engineAfterASecond(0, 1).both();
    assertTrue(heard(Sound.RAIL, 0, 0).both() > 3 * engine);
  }

  /** Eight engines close by, ten shots and four explosions a second around the player. */
  @Test
  void aFightAtTheUsualVolumesDoesNotClip() {
    double peak = 0;
    for (int i = 0; i < 240; i++) {
      for (int engine = 0; engine < Engines.ENGINES; engine++) {
        cues.engine(engine, engine, 4, 1.3f);
      }
      fight(i);
      peak = Math.max(peak, frame().peak);
    }
    double loudest = peak;
    assertTrue(loudest > 0.5 && loudest < 0.95, () -> "peak " + loudest);
  }

  private void fight(int frame) {
    switch (frame % 30) {
      case 0 -> cues.add(Sound.RAIL, 0, 0);
      case 1 -> cues.add(Sound.HIT_CONFIRMED);
      case 3, 22 -> cues.add(Sound.EXPLOSION, 8, 5);
      case 7, 27 -> cues.add(Sound.RAIL, 20, 10);
      case 12, 25 -> cues.add(Sound.ROCKET, 5, 0);
      case 15 -> {
        cues.add(Sound.HURT);
        cues.add(Sound.HIT, 3, 0);
      }
      default -> {}
    }
  }

  @Test
  void anEngineThatIsGoneStops() {
    assertTrue(engineAfterASecond(5, 1).both() > NOTHING);
    for (int i = 0; i < 60; i++) {
      frame();
    }
    assertEquals(0, frame().both());
  }

  /** A sudden beginning or end would click. */
  @Test
  void anEngineIsFadedInAndOut() {
    double steady = engineAfterASecond(5, 1).both();
    assertTrue(frame().both() > steady / 2, "it is still there in the first frame without it");
    for (int i = 0; i < 60; i++) {
      frame();
    }
    cues.engine(5, 5, 0, 1);
    frame();
    cues.engine(5, 5, 0, 1);
    double second = frame().both();
    assertTrue(second > NOTHING && second < steady / 2, () -> second + " of " + steady);
  }

  @Test
  void theNearestEnginesAreHeardFromTheirSide() {
    for (int i = 0; i < 60; i++) {
      for (int far = 0; far < 30; far++) {
        cues.engine(100 + far, 0, -300, 1);
      }
      for (int near = 0; near < Engines.ENGINES; near++) {
        cues.engine(near, 0, 15, 1);
      }
      Stereo heard = frame();
      if (i == 59) {
        assertTrue(heard.left > 2 * heard.right, heard::toString);
      }
    }
  }

  @Test
  void aLostDeviceIsTriedAgainUntilItIsBack() {
    engineAfterASecond(5, 1);
    output.plugged(false);
    nowNanos += 4_000_000_000L;
    frame();
    assertTrue(audio.warning().contains("device is gone"), audio::warning);
    nowNanos += 4_000_000_000L;
    frame();
    assertFalse(audio.warning().isEmpty());
    output.plugged(true);
    nowNanos += 4_000_000_000L;
    assertTrue(engineAfterASecond(5, 1).both() > NOTHING);
    assertEquals("", audio.warning());
  }

  @Test
  void nothingIsPlayedBeforeTheSoundsAreMade() {
    CompletableFuture<SoundBank> later = new CompletableFuture<>();
    audio.close();
    output = LoopbackOutput.open();
    audio = Audio.open(settings, () -> output, later);
    assertEquals(0, heard(Sound.RAIL, 5, 0).both());
    later.complete(new SoundBank());
    assertTrue(heard(Sound.RAIL, 5, 0).both() > NOTHING);
  }

  /** Each call makes an object until it is compiled; so the frames may take a while to be warm. */
  @Test
  void aFrameAllocatesNothingOnceWarm() {
    long bytes = Long.MAX_VALUE;
    for (int window = 0; bytes > 0 && window < 30; window++) {
      bytes = bytesOfFrames(5_000);
    }
    assertEquals(0, bytes);
  }

  /** Engines and sounds come and go, volumes change. */
  private long bytesOfFrames(int frames) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = 0;
    for (int i = 0; i < frames; i++) {
      for (int engine = 0; engine < 12; engine++) {
        cues.engine(engine + i / 20, engine, i % 100, 0.01f * (i % 200));
      }
      cues.add(Sound.RAIL, i % 30, 5);
      settings.effectsVolumePercent = 50 + i % 2;
      long before = threads.getCurrentThreadAllocatedBytes();
      audio.play(cues, nowNanos);
      bytes += threads.getCurrentThreadAllocatedBytes() - before;
      nowNanos += 100_000_000; // long frames, so that engines come and go in few
      cues.clear();
      output.render(0.001f); // else OpenAL would collect changes without end
    }
    return bytes;
  }

  /** How loud each side is, and how it moves. */
  private static final class Stereo {
    private final double left;
    private final double right;

    private final double peak;

    /** Changes of sign of the left side. */
    private final int crossings;

    private Stereo(float[] samples) {
      double leftSquares = 0;
      double rightSquares = 0;
      double highest = 0;
      int changes = 0;
      for (int i = 0; i < samples.length; i += 2) {
        leftSquares += samples[i] * samples[i];
        rightSquares += samples[i + 1] * samples[i + 1];
        highest = Math.max(highest, Math.max(Math.abs(samples[i]), Math.abs(samples[i + 1])));
        if (i > 0) {
          changes += samples[i] < 0 == samples[i - 2] < 0 ? 0 : 1;
        }
      }
      left = Math.sqrt(2 * leftSquares / samples.length);
      right = Math.sqrt(2 * rightSquares / samples.length);
      peak = highest;
      crossings = changes;
    }

    private double both() {
      return left + right;
    }

    @Override
    public String toString() {
      return "left %.4f right %.4f crossings %d".formatted(left, right, crossings);
    }
  }
}
