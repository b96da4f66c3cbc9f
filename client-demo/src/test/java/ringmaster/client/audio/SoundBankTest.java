package ringmaster.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringmaster.client.scene.Sound;

final class SoundBankTest {
  private static final SoundBank BANK = new SoundBank();
  private static final double LONGEST_SECONDS = 1.5;

  /** A change of a recipe changes it; two machines must not. */
  private static final long GOLDEN_CRC = 154_169_465;

  @ParameterizedTest
  @EnumSource(Sound.class)
  void aSoundIsShortAndAtFullLevel(Sound sound) {
    short[] samples = BANK.samples(sound);
    double seconds = (double) samples.length / Synth.RATE_HZ;
    assertTrue(seconds > 0.04 && seconds < LONGEST_SECONDS, () -> seconds + " s");
    assertEquals(Synth.PEAK, peak(samples, 0, samples.length));
  }

  @ParameterizedTest
  @EnumSource(Sound.class)
  void aSoundHasNoOffset(Sound sound) {
    assertEquals(0, mean(BANK.samples(sound)), 0.005 * Synth.PEAK);
  }

  /** A jump from or to silence would be heard as a click. */
  @ParameterizedTest
  @EnumSource(Sound.class)
  void aSoundBeginsAndEndsInSilence(Sound sound) {
    short[] samples = BANK.samples(sound);
    assertEquals(0, samples[0]);
    assertEquals(0, samples[samples.length - 1]);
    int millisecond = Synth.RATE_HZ / 1_000;
    int end = peak(samples, samples.length - millisecond, samples.length);
    assertTrue(end < 0.01 * Synth.PEAK, () -> "last millisecond: " + end);
  }

  /** What is silent for half of its time was cut too late, or is a recipe gone wrong. */
  @ParameterizedTest
  @EnumSource(Sound.class)
  void aSoundIsHeardToItsMiddle(Sound sound) {
    short[] samples = BANK.samples(sound);
    int middle = samples.length / 2;
    assertTrue(peak(samples, middle, middle + samples.length / 4) > 0.01 * Synth.PEAK);
  }

  @Test
  void theEnginesEndMeetsItsBeginning() {
    short[] loop = BANK.engineSamples();
    int steepest = 0;
    int steepestTurn = 0;
    for (int i = 2; i < loop.length; i++) {
      steepest = Math.max(steepest, Math.abs(loop[i] - loop[i - 1]));
      steepestTurn = Math.max(steepestTurn, Math.abs(loop[i] - 2 * loop[i - 1] + loop[i - 2]));
    }
    int last = loop[loop.length - 1];
    assertTrue(Math.abs(loop[0] - last) <= steepest);
    assertTrue(Math.abs(loop[1] - 2 * loop[0] + last) <= steepestTurn);
    assertEquals(Synth.PEAK, peak(loop, 0, loop.length));
    assertEquals(0, mean(loop), 0.005 * Synth.PEAK);
  }

  @Test
  void brightnessMovesAsInLife() {
    short[] rail = BANK.samples(Sound.RAIL);
    short[] explosion = BANK.samples(Sound.EXPLOSION);
    assertTrue(crossings(explosion, 0.8) < crossings(explosion, 0), "rubble gets duller");
    assertTrue(crossings(rail, 0) > crossings(explosion, 0), "a zap is brighter than a thump");
    short[] rocket = BANK.samples(Sound.ROCKET);
    assertTrue(crossings(rocket, 0.3) > crossings(rocket, 0), "a whoosh gets brighter");
  }

  @Test
  void everyMachineMakesTheSameBits() {
    CRC32 crc = new CRC32();
    for (Sound sound : Sound.values()) {
      update(crc, BANK.samples(sound));
    }
    update(crc, BANK.engineSamples());
    assertEquals(GOLDEN_CRC, crc.getValue());
  }

  private static void update(CRC32 crc, short[] samples) {
    for (short sample : samples) {
      crc.update(sample);
      crc.update(sample >> Byte.SIZE);
    }
  }

  private static int peak(short[] samples, int from, int to) {
    int peak = 0;
    for (int i = from; i < to; i++) {
      peak = Math.max(peak, Math.abs(samples[i]));
    }
    return peak;
  }

  private static double mean(short[] samples) {
    long sum = 0;
    for (short sample : samples) {
      sum += sample;
    }
    return (double) sum / samples.length;
  }

  /** How bright a tenth of a second is: changes of sign. */
  private static int crossings(short[] samples, double atSeconds) {
    int from = (int) (atSeconds * Synth.RATE_HZ);
    int crossings = 0;
    for (int i = from + 1; i < from + Synth.RATE_HZ / 10; i++) {
      crossings += (samples[i] ^ samples[i - 1]) < 0 ? 1 : 0;
    }
    return crossings;
  }
}
