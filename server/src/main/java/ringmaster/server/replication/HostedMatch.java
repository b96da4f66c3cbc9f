package ringmaster.server.replication;

import ringmaster.server.match.Match;
import ringmaster.server.match.MatchTable;
import ringmaster.server.session.MatchView;
import ringmaster.server.session.Seating;
import ringmaster.server.session.Session;
import ringmaster.shared.snapshot.FrameRing;
import ringmaster.shared.snapshot.SnapshotHeader;

/** A match with its frames and viewers. Built off the tick thread, since it allocates. */
public final class HostedMatch implements MatchTable.Entry {
  private final Match match;
  private final MatchView view;
  private final long createdSequence;
  private final FrameRing frames;
  private final Viewer[] viewers;

  /**
   * @param createdSequence ring sequence of the match's CREATE
   */
  public HostedMatch(
      Match match, MatchView view, long createdSequence, ReplicationSettings settings) {
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
    frames = new FrameRing(match.schema());
    viewers = new Viewer[match.settings().maxPlayers()];
    for (int seat = 0; seat < viewers.length; seat++) {
      viewers[seat] = new Viewer(match, frames, seat, settings);
    }
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

  int seats() {
    return viewers.length;
  }

  Viewer viewer(int seat) {
    return viewers[seat];
  }

  /** Quantises what there is to see after the newest tick; an error in it fails the match. */
  public void capture() {
    if (match.failure() != null) {
      return;
    }
    try {
      int tick = match.tick() - 1;
      match.capture(frames.begin(tick));
      frames.commit(tick);
    } catch (Throwable t) {
      match.fail(t);
    }
  }
}
