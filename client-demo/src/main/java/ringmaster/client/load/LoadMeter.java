package ringmaster.client.load;

import org.HdrHistogram.Histogram;
import ringmaster.shared.game.EntitySchema;

/** What the bots of one load thread record within the window. Written by that thread alone. */
final class LoadMeter {
  private static final long MAX_NANOS = 60_000_000_000L;

  /** A kilometre: larger than any map. */
  private static final long MAX_MICROMETERS = 1_000_000_000L;

  /** Where the bands of {@link #ageTicks} end; what is farther is not measured. */
  static final int[] BAND_METERS = {15, 30, 60};

  /** Half a minute and more: nothing that is shown is so old. */
  private static final long MAX_TICKS = 4_095;

  /** Input margins are recorded from here on: a histogram has no negative values. */
  static final long LATEST_MARGIN_NANOS = -1_000_000_000;

  private static final int DIGITS = 3;

  /** Above a second, of which a quarter of a millisecond is what the protocol can tell. */
  private static final int MARGIN_DIGITS = 4;

  private static final long MICROMETERS_PER_MILLIMETER = 1_000;
  private static final long MICROMETERS_PER_10_CENTIMETERS = 100_000;

  final Histogram inputToSnapshotNanos = new Histogram(MAX_NANOS, DIGITS);
  final Histogram snapshotIntervalNanos = new Histogram(MAX_NANOS, DIGITS);
  final Histogram generatorLateNanos = new Histogram(MAX_NANOS, DIGITS);
  final Histogram interpolationDelayNanos = new Histogram(MAX_NANOS, DIGITS);
  final Histogram rewindNanos = new Histogram(MAX_NANOS, DIGITS);

  /** Above {@link #LATEST_MARGIN_NANOS}. */
  final Histogram inputMarginNanos = new Histogram(MAX_NANOS, MARGIN_DIGITS);

  final Histogram untouchedErrorMicrometers = new Histogram(MAX_MICROMETERS, DIGITS);
  final Histogram contactErrorMicrometers = new Histogram(MAX_MICROMETERS, DIGITS);

  /** By distance: {@link #BAND_METERS}. */
  final Histogram[] ageTicks = {
    new Histogram(MAX_TICKS, DIGITS),
    new Histogram(MAX_TICKS, DIGITS),
    new Histogram(MAX_TICKS, DIGITS)
  };

  final Histogram visibleEntities = new Histogram(EntitySchema.MAX_CAPACITY, DIGITS);
  long corrections;
  long correctionsOver10cm;

  /** Whether the window is open. */
  boolean recording;

  void recordNanos(Histogram histogram, long nanos) {
    if (recording) {
      histogram.recordValue(Math.clamp(nanos, 0, MAX_NANOS));
    }
  }

  void recordMargin(long nanos) {
    recordNanos(inputMarginNanos, nanos - LATEST_MARGIN_NANOS);
  }

  void recordAge(double meters, int ticks) {
    for (int band = 0; recording && band < BAND_METERS.length; band++) {
      if (meters < BAND_METERS[band]) {
        ageTicks[band].recordValue(Math.clamp(ticks, 0, MAX_TICKS));
        return;
      }
    }
  }

  void recordVisible(int entities) {
    if (recording) {
      visibleEntities.recordValue(entities);
    }
  }

  void recordError(float errorMeters, boolean inContact) {
    if (!recording) {
      return;
    }
    long micrometers = Math.clamp(Math.round(errorMeters * 1e6), 0, MAX_MICROMETERS);
    (inContact ? contactErrorMicrometers : untouchedErrorMicrometers).recordValue(micrometers);
    if (micrometers > MICROMETERS_PER_MILLIMETER) {
      corrections++;
    }
    if (micrometers > MICROMETERS_PER_10_CENTIMETERS) {
      correctionsOver10cm++;
    }
  }

  /** Adds what another thread recorded, once that is done. */
  void add(LoadMeter other) {
    inputToSnapshotNanos.add(other.inputToSnapshotNanos);
    snapshotIntervalNanos.add(other.snapshotIntervalNanos);
    generatorLateNanos.add(other.generatorLateNanos);
    interpolationDelayNanos.add(other.interpolationDelayNanos);
    rewindNanos.add(other.rewindNanos);
    inputMarginNanos.add(other.inputMarginNanos);
    untouchedErrorMicrometers.add(other.untouchedErrorMicrometers);
    contactErrorMicrometers.add(other.contactErrorMicrometers);
    for (int band = 0; band < ageTicks.length; band++) {
      ageTicks[band].add(other.ageTicks[band]);
    }
    visibleEntities.add(other.visibleEntities);
    corrections += other.corrections;
    correctionsOver10cm += other.correctionsOver10cm;
  }
}
