package ringmaster.server.bench.codec;

import java.util.Arrays;
import ringmaster.server.telemetry.CpuTime;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.time.Clock;

/** Lets a contender code a trace, and looks whether what comes out is what went in. */
final class Meter implements Audience.Visitor {
  /**
   * The first snapshots of a viewer hold all there is, before any round trip; in a match that is
   * once, here it would be once in half a minute.
   */
  static final int JOINING_TICKS = 60;

  /** What no codec exceeds, whatever it makes of the first snapshot. */
  private static final int ROOM_BYTES = 16 * Limits.MAX_DATAGRAM_BYTES;

  private final Audience audience;
  private final Contender contender;
  private final Clock clock;
  private final ViewerCodec[] codecs;
  private final byte[] bytes = new byte[ROOM_BYTES];
  private final int firstTick;
  private final int[] values;
  private final int[] shownValues;

  private long snapshots;
  private long entityBytes;
  private long entities;
  private long decodedEntities;
  private long encodeNanos;
  private long decodeNanos;
  private long allocatedBytes;

  private Meter(Audience audience, Contender contender, Clock clock) {
    this.audience = audience;
    this.contender = contender;
    this.clock = clock;
    codecs = new ViewerCodec[audience.viewers()];
    for (int i = 0; i < codecs.length; i++) {
      codecs[i] = contender.open(audience.frames(), audience.seat(i));
    }
    firstTick = audience.trace().frames().getFirst().tick() + JOINING_TICKS;
    values = new int[audience.trace().schema().maxFields()];
    shownValues = new int[values.length];
  }

  /** Codes the whole trace for all of an audience. */
  static Figures measure(Audience audience, Contender contender, Clock clock) {
    Meter meter = new Meter(audience, contender, clock);
    audience.play(meter);
    return meter.figures();
  }

  private Figures figures() {
    return new Figures(
        (double) entityBytes / snapshots,
        (double) encodeNanos / entities,
        (double) decodeNanos / decodedEntities,
        (double) allocatedBytes / snapshots);
  }

  @Override
  public void acknowledged(int viewer, int tick) {
    codecs[viewer].acknowledge(tick);
  }

  @Override
  public void snapshot(int viewer, Sight now, Sight baseline, boolean arrives) {
    ViewerCodec codec = codecs[viewer];
    boolean counts = now.tick() >= firstTick;
    long allocated = CpuTime.currentThreadAllocatedBytes();
    long begin = clock.nanoTime();
    int length = codec.encode(now, baseline, bytes);
    long nanos = clock.nanoTime() - begin;
    if (counts) {
      snapshots++;
      entities += now.count();
      encodeNanos += nanos;
      entityBytes += codec.entityBytes(bytes, length);
    }
    if (arrives) {
      receive(codec, length, now, baseline, counts);
    }
    allocatedBytes += counts ? CpuTime.currentThreadAllocatedBytes() - allocated : 0;
  }

  private void receive(ViewerCodec codec, int length, Sight now, Sight baseline, boolean counts) {
    long begin = clock.nanoTime();
    EntityFrame shown = codec.decode(bytes, length, baseline);
    long nanos = clock.nanoTime() - begin;
    if (counts) {
      decodedEntities += now.count();
      decodeNanos += nanos;
    }
    check(now, shown);
  }

  private void check(Sight now, EntityFrame shown) {
    for (int slot = 0; slot < shown.capacity(); slot++) {
      if (!same(now, shown, slot)) {
        throw new IllegalStateException(
            "%s shows seat %d something else in slot %d at tick %d"
                .formatted(contender.name(), now.seat(), slot, now.tick()));
      }
    }
  }

  private boolean same(Sight now, EntityFrame shown, int slot) {
    if (!now.shows(slot)) {
      return !shown.present(slot);
    }
    EntityFrame truth = now.frame();
    if (shown.type(slot) != truth.type(slot) || shown.generation(slot) != truth.generation(slot)) {
      return false;
    }
    now.read(slot, values);
    shown.read(slot, EntityFrame.ACCESS_LEVELS - 1, shownValues);
    int fields = truth.schema().types().get(truth.type(slot)).fields().size();
    return Arrays.equals(values, 0, fields, shownValues, 0, fields);
  }
}
