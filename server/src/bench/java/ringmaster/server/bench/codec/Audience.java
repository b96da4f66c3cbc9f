package ringmaster.server.bench.codec;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.math.Rng;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.snapshot.FrameRing;

/** Shows a trace to some of its players, each behind a link: the same each time it is played. */
final class Audience {
  private static final int MASK = Limits.FRAME_HISTORY - 1;

  /** Told what each viewer is to be sent, in order. */
  interface Visitor {
    /** The server learns that a snapshot arrived; it may have known. */
    default void acknowledged(int viewer, int tick) {}

    /**
     * A snapshot is due.
     *
     * @param baseline what the newest snapshot known to have arrived showed; nothing at first
     * @param arrives whether this one will
     */
    void snapshot(int viewer, Sight now, Sight baseline, boolean arrives);

    /** A tick has passed, whether a snapshot was due or not. */
    default void passed(int viewer, Sight now, Surroundings surroundings) {}
  }

  private final Trace trace;
  private final Conditions conditions;
  private final int[] seats;
  private final FrameRing frames;

  Audience(Trace trace, Conditions conditions, int[] seats) {
    this.trace = trace;
    this.conditions = conditions;
    this.seats = seats.clone();
    frames = new FrameRing(trace.schema());
  }

  /** So many of a match's seats, spread over all. */
  static int[] seats(Trace trace, int viewers) {
    int players = trace.settings().maxPlayers();
    int[] seats = new int[Math.min(viewers, players)];
    for (int i = 0; i < seats.length; i++) {
      seats[i] = i * players / seats.length;
    }
    return seats;
  }

  int viewers() {
    return seats.length;
  }

  int seat(int viewer) {
    return seats[viewer];
  }

  Trace trace() {
    return trace;
  }

  Conditions conditions() {
    return conditions;
  }

  /** The last frames up to the one that is shown. */
  FrameRing frames() {
    return frames;
  }

  /** Shows all of it, from the beginning. */
  void play(Visitor visitor) {
    Viewer[] viewers = new Viewer[seats.length];
    for (int i = 0; i < viewers.length; i++) {
      viewers[i] = new Viewer(i);
    }
    for (EntityFrame frame : trace.frames()) {
      frames.begin(frame.tick()).copyFrom(frame);
      frames.commit(frame.tick());
      for (Viewer viewer : viewers) {
        viewer.show(frame, visitor);
      }
    }
  }

  private final class Viewer {
    private final int index;
    private final int everyTicks;
    private final Link link;
    private final Surroundings surroundings;
    private final Sight nothing;
    private final Sight[] sights = new Sight[MASK + 1];

    Viewer(int index) {
      this.index = index;
      everyTicks = trace.settings().rate().hz() / conditions.hz();
      long seed = Rng.mix(trace.settings().seed()) + seats[index];
      link = new Link(conditions, trace.settings().rate(), Rng.mix(seed));
      int body = trace.game().bodySlot(trace.settings(), seats[index]);
      surroundings = new Surroundings(trace.schema(), body);
      nothing = new Sight(trace.schema(), seats[index]);
      for (int i = 0; i < sights.length; i++) {
        sights[i] = new Sight(trace.schema(), seats[index]);
      }
    }

    void show(EntityFrame frame, Visitor visitor) {
      int tick = frame.tick();
      link.advance(tick, acknowledged -> visitor.acknowledged(index, acknowledged));
      Sight now = sights[tick & MASK];
      surroundings.look(frame, now);
      if ((tick + seats[index]) % everyTicks == 0) {
        visitor.snapshot(index, now, baseline(tick), link.send(tick));
      }
      visitor.passed(index, now, surroundings);
    }

    private Sight baseline(int tick) {
      int known = link.baselineTick();
      return known < 0 || tick - known > MASK ? nothing : sights[known & MASK];
    }
  }
}
