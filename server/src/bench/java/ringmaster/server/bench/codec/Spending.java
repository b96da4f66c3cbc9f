package ringmaster.server.bench.codec;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.protocol.Limits;

/**
 * What our own codec spends its bits on, and how old what viewers hold is.
 *
 * <p>The age is that of the newest value that came through, less the time any takes on its way: 0
 * for what was in the tick's own snapshot.
 */
final class Spending implements Audience.Visitor {
  /** What an entity may be, to its viewer. */
  private enum Kind {
    MOVING_PLAYER("movingPlayer", "tank"),
    MOVING_CRATE("movingCrate", "crate"),
    PROJECTILE("projectile", "rocket"),
    OTHER("other", ""),
    /** The same as in the baseline in every field. */
    RESTING("resting", ""),
    /** Not in the baseline. */
    NEW("new", "");

    private final String label;
    private final String typeName;

    Kind(String label, String typeName) {
      this.label = label;
      this.typeName = typeName;
    }

    static Kind ofMoving(String typeName) {
      for (Kind kind : values()) {
        if (kind.typeName.equals(typeName)) {
          return kind;
        }
      }
      return OTHER;
    }
  }

  private static final float NEAR_METERS = 30;
  private static final double SIXTEENTHS = 16;
  private static final String NEAR = "within30m";
  private static final String FAR = "beyond30m";

  private final Ringmaster.Viewer[] viewers;
  private final int firstTick;

  /** By type. */
  private final Kind[] moving;

  /** By viewer and slot: since when it has been shown without a break; -1: it is not. */
  private final int[][] shownSince;

  private final long[] sixteenths = new long[Kind.values().length];
  private final long[] counts = new long[Kind.values().length];
  private final Histogram nearAges = new Histogram(Limits.FRAME_HISTORY, 2);
  private final Histogram farAges = new Histogram(Limits.FRAME_HISTORY, 2);
  private final byte[] bytes = new byte[Limits.MAX_DATAGRAM_BYTES];
  private long snapshots;
  private long entities;

  private Spending(Audience audience) {
    Ringmaster codec = Ringmaster.trained(audience.trace());
    viewers = new Ringmaster.Viewer[audience.viewers()];
    shownSince = new int[viewers.length][audience.trace().schema().capacity()];
    for (int i = 0; i < viewers.length; i++) {
      viewers[i] = codec.open(audience.frames(), audience.seat(i));
    }
    moving =
        audience.trace().schema().types().stream()
            .map(type -> Kind.ofMoving(type.name()))
            .toArray(Kind[]::new);
    firstTick = audience.trace().frames().getFirst().tick() + Meter.JOINING_TICKS;
  }

  static Spending of(Audience audience) {
    Spending spending = new Spending(audience);
    audience.play(spending);
    return spending;
  }

  @Override
  public void acknowledged(int viewer, int tick) {
    viewers[viewer].acknowledge(tick);
  }

  @Override
  public void snapshot(int viewer, Sight now, Sight baseline, boolean arrives) {
    Ringmaster.Viewer codec = viewers[viewer];
    int length = codec.encode(now, baseline, bytes);
    if (arrives) {
      codec.decode(bytes, length, baseline);
    }
    if (now.tick() >= firstTick) {
      snapshots++;
      entities += now.count();
      for (int i = 0; i < now.count(); i++) {
        int kind = kind(now, baseline, now.slot(i)).ordinal();
        sixteenths[kind] += codec.costSixteenths(i);
        counts[kind]++;
      }
    }
  }

  private Kind kind(Sight now, Sight baseline, int slot) {
    if (!now.continues(baseline, slot)) {
      return Kind.NEW;
    }
    int access = now.frame().access(slot, now.seat());
    boolean same = now.frame().same(baseline.frame(), slot, access);
    return same ? Kind.RESTING : moving[now.frame().type(slot)];
  }

  @Override
  public void passed(int viewer, Sight now, Surroundings surroundings) {
    EntityFrame frame = now.frame();
    int[] since = shownSince[viewer];
    for (int slot = 0; slot < since.length; slot++) {
      if (!now.shows(slot)) {
        since[slot] = -1;
        continue;
      }
      since[slot] = since[slot] < 0 ? now.tick() : since[slot];
      if (now.tick() >= firstTick && surroundings.hasPlace(frame.type(slot))) {
        boolean near = surroundings.meters(frame, slot) <= NEAR_METERS;
        (near ? nearAges : farAges).recordValue(ageTicks(viewer, now.tick(), slot));
      }
    }
  }

  private int ageTicks(int viewer, int tick, int slot) {
    int newest = viewers[viewer].asOfTick(slot);
    return Math.min(tick - Math.max(newest, shownSince[viewer][slot] - 1), Limits.FRAME_HISTORY);
  }

  double visiblePerSnapshot() {
    return (double) entities / snapshots;
  }

  private double bits(Kind kind) {
    return sixteenths[kind.ordinal()] / SIXTEENTHS / Math.max(1, counts[kind.ordinal()]);
  }

  private double perSnapshot(Kind kind) {
    return (double) counts[kind.ordinal()] / snapshots;
  }

  void print(PrintWriter out) {
    StringBuilder line = new StringBuilder("  bits each (how many in a snapshot):");
    for (Kind kind : Kind.values()) {
      line.append(
          String.format(Locale.ROOT, " %s %.2f (%.1f)", kind.label, bits(kind), perSnapshot(kind)));
    }
    out.println(line);
    out.printf(
        Locale.ROOT,
        "  age in ticks, p50 / p99 / max: within 30 m %d / %d / %d, beyond %d / %d / %d%n",
        nearAges.getValueAtPercentile(50),
        nearAges.getValueAtPercentile(99),
        nearAges.getMaxValue(),
        farAges.getValueAtPercentile(50),
        farAges.getValueAtPercentile(99),
        farAges.getMaxValue());
  }

  void addTo(JsonObject run) {
    run.addProperty("visiblePerSnapshot", visiblePerSnapshot());
    JsonObject bits = new JsonObject();
    JsonObject perSnapshot = new JsonObject();
    for (Kind kind : Kind.values()) {
      bits.addProperty(kind.label, bits(kind));
      perSnapshot.addProperty(kind.label, perSnapshot(kind));
    }
    run.add("bitsPerEntity", bits);
    run.add("entitiesPerSnapshot", perSnapshot);
    JsonObject ages = new JsonObject();
    ages.add(NEAR, toJson(nearAges));
    ages.add(FAR, toJson(farAges));
    run.add("ageTicks", ages);
  }

  private static JsonObject toJson(Histogram ages) {
    JsonObject json = new JsonObject();
    json.addProperty("p50", ages.getValueAtPercentile(50));
    json.addProperty("p99", ages.getValueAtPercentile(99));
    json.addProperty("max", ages.getMaxValue());
    return json;
  }
}
