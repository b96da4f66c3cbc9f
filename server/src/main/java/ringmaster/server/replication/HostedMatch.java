package ringmaster.server.replication;

import org.jspecify.annotations.Nullable;
import ringmaster.server.guard.Guard;
import ringmaster.server.match.Match;
import ringmaster.server.match.MatchTable;
import ringmaster.server.session.Audience;
import ringmaster.server.session.MatchView;
import ringmaster.server.session.Seating;
import ringmaster.server.session.Session;
import ringmaster.server.telemetry.FailureCause;
import ringmaster.shared.interest.InterestGrid;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.snapshot.FrameRing;
import ringmaster.shared.snapshot.InterestSet;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.snapshot.SnapshotHeader;

/** A match with its frames and viewers. Built off the tick thread, since it allocates. */
public final class HostedMatch implements MatchTable.Entry {
  private final Match match;
  private final MatchView view;
  private final long createdSequence;
  private final SnapshotCodec codec;
  private final FrameRing frames;
  private final InterestGrid grid;
  private final ReplicationSettings settings;
  private final @Nullable Guard guard;

  /** What concerns the viewer that the guard's thread writes to. */
  private final InterestSet interest = new InterestSet();

  private final Viewer[] viewers;

  /** By place in the audience; null until somebody came: most matches have no spectators. */
  private final @Nullable Viewer[] spectators = new Viewer[Limits.MAX_SPECTATORS];

  /**
   * @param createdSequence ring sequence of the match's CREATE
   * @param guard whose thread alone may run the game; null for one that any worker may run
   */
  public HostedMatch(
      Match match,
      MatchView view,
      long createdSequence,
      ReplicationSettings settings,
      @Nullable Guard guard) {
    this.match = match;
    this.view = view;
    this.createdSequence = createdSequence;
    if (match.ownerWords() > SnapshotHeader.MAX_OWNER_WORDS) {
      throw new IllegalArgumentException(
          "a game may have "
              + SnapshotHeader.MAX_OWNER_WORDS
              + " owner words, and "
              + match.settings().mode()
              + " has "
              + match.ownerWords());
    }
    this.settings = settings;
    this.guard = guard;
    codec = match.codec();
    frames = new FrameRing(match.schema());
    grid = new InterestGrid(match.interest());
    viewers = new Viewer[match.settings().maxPlayers()];
    for (int seat = 0; seat < viewers.length; seat++) {
      viewers[seat] = newViewer(seat);
    }
  }

  private Viewer newViewer(int seat) {
    return new Viewer(match, frames, grid, codec, seat, settings, guard != null);
  }

  @Override
  public Match match() {
    return match;
  }

  public MatchView view() {
    return view;
  }

  /** Ring sequence of the match's CREATE. */
  public long createdSequence() {
    return createdSequence;
  }

  /** Whose thread alone may run the game; null for one that any worker may run. */
  public @Nullable Guard guard() {
    return guard;
  }

  /** The match will not be stepped again. */
  public void close() {
    if (guard != null) {
      guard.close();
    }
  }

  /** Tick thread: the seat's player is to be sent snapshots. */
  public void attach(Seating seating, Session session) {
    viewers[seating.seat()].attach(session, seating.epoch());
  }

  /** Tick thread: the seat's player has gone. */
  public void detach(int seat) {
    if (seat < viewers.length) {
      viewers[seat].detach();
    }
  }

  /**
   * Tick thread, before any match is stepped: shows the match to those who are in its audience now,
   * and to no one else. A spectator who went on belongs to its new match's viewer alone.
   */
  public void followAudience() {
    if (match.failure() != null) {
      return;
    }

    Audience audience = view.audience();
    int places = audience.usedPlaces();
    for (int place = 0; place < places; place++) {
      follow(place, audience.at(place));
    }
  }

  private void follow(int place, @Nullable Session session) {
    Viewer viewer = spectators[place];
    if (session == null) {
      if (viewer != null) {
        viewer.detach();
      }
      return;
    }
    Seating seating = session.seating();
    if (seating.match() != view) {
      return;
    }
    if (viewer == null) {
      viewer = newViewer(ControlMessage.NO_SEAT);
      spectators[place] = viewer;
    }
    if (viewer.session() != session) {
      viewer.attach(session, seating.epoch());
    }
  }

  /** Seats, then places in the audience. */
  int places() {
    return viewers.length + view.audience().usedPlaces();
  }

  /** The viewer of a place; null where nobody ever was. */
  @Nullable Viewer viewer(int place) {
    return place < viewers.length ? viewers[place] : spectators[place - viewers.length];
  }

  /** The guard's thread: a whole tick, and the snapshots of it. */
  public void turn() {
    match.step(Workers.ALONE);
    captureNewest();
    int places = places();
    for (int place = 0; place < places && match.failure() == null; place++) {
      Viewer viewer = viewer(place);
      if (viewer != null) {
        viewer.prepare(interest);
      }
    }
  }

  /** A worker: advances by one tick, unless that is the guard's. */
  public void step(Workers workers) {
    if (guard == null) {
      match.step(workers);
    }
  }

  /** A worker: quantises what there is to see after the newest tick, unless that is the guard's. */
  public void capture() {
    if (guard == null) {
      captureNewest();
    }
  }

  private void captureNewest() {
    if (match.failure() != null) {
      return;
    }
    try {
      int tick = match.tick() - 1;
      match.capture(frames.begin(tick));
      frames.commit(tick);
      grid.rebuild(frames.newest());
    } catch (Throwable t) {
      match.fail(FailureCause.CAPTURE, t);
    }
  }
}
