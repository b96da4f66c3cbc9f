package ringmaster.server.ingress;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.server.session.MatchView;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.protocol.MatchOffer;

/**
 * Matches that follow each other with the same settings, and the players and spectators who stay
 * through them. Used by the control thread.
 */
final class MatchSeries {
  final boolean permanent;
  MatchOffer offer;
  MatchView match;

  /** Being built since the present one is over. */
  @Nullable MatchView successor;

  private final @Nullable Guest[] seats;
  private final List<Guest> spectators = new ArrayList<>();
  private final BitSet rosterChanges = new BitSet();
  long emptySinceNanos;

  /** Whether the present match is known to have failed. */
  boolean failing;

  final RetryPause retryPause;

  MatchSeries(MatchOffer offer, MatchView match, boolean permanent, long nowNanos) {
    this.offer = offer;
    this.match = match;
    this.permanent = permanent;
    seats = new Guest[offer.settings().maxPlayers()];
    emptySinceNanos = nowNanos;
    retryPause = new RetryPause(nowNanos);
  }

  MatchSettings settings() {
    return offer.settings();
  }

  int capacity() {
    return seats.length;
  }

  /** The lowest free seat, or -1. */
  int freeSeat() {
    for (int seat = 0; seat < seats.length; seat++) {
      if (seats[seat] == null) {
        return seat;
      }
    }
    return -1;
  }

  void take(int seat, Guest guest) {
    seats[seat] = guest;
  }

  void free(int seat, long nowNanos) {
    seats[seat] = null;
    rosterChanges.set(seat);
    if (guests().isEmpty()) {
      emptySinceNanos = nowNanos;
    }
  }

  /** All who hold a seat, playing or about to. */
  List<Guest> guests() {
    List<Guest> guests = new ArrayList<>();
    for (Guest guest : seats) {
      if (guest != null) {
        guests.add(guest);
      }
    }
    return guests;
  }

  /** Those who play. */
  List<Guest> players() {
    List<Guest> players = guests();
    players.removeIf(guest -> guest.stage != Guest.Stage.PLAYING);
    return players;
  }

  boolean hasRoomToWatch() {
    return spectators.size() < Limits.MAX_SPECTATORS;
  }

  void watch(Guest guest) {
    spectators.add(guest);
  }

  void unwatch(Guest guest) {
    spectators.remove(guest);
  }

  /** All who watch or are about to. */
  List<Guest> spectators() {
    return List.copyOf(spectators);
  }

  /** All who are in the match, with a seat or without. */
  List<Guest> audience() {
    List<Guest> audience = players();
    for (Guest guest : spectators) {
      if (guest.stage == Guest.Stage.PLAYING) {
        audience.add(guest);
      }
    }
    return audience;
  }

  int countPlayers(boolean bots) {
    int count = 0;
    for (Guest guest : seats) {
      if (guest != null && guest.bot == bots) {
        count++;
      }
    }
    return count;
  }

  boolean hasName(String name) {
    return guests().stream().anyMatch(guest -> guest.name.equals(name));
  }

  /** A seat's occupant changed: to be told to all with the next roster. */
  void rosterChanged(int seat) {
    rosterChanges.set(seat);
  }

  /** Everybody. */
  ControlMessage.Roster roster() {
    return new ControlMessage.Roster(
        players().stream().map(guest -> entry(guest.seat, guest)).toList());
  }

  /** What changed since the last call, or null. */
  ControlMessage.@Nullable Roster takeRosterChanges() {
    if (rosterChanges.isEmpty()) {
      return null;
    }
    List<ControlMessage.RosterEntry> entries =
        rosterChanges.stream().mapToObj(seat -> entry(seat, seats[seat])).toList();
    rosterChanges.clear();
    return new ControlMessage.Roster(entries);
  }

  /** Of all players for whom it is known; null if there are none. */
  ControlMessage.@Nullable Pings pings() {
    List<ControlMessage.PingEntry> entries =
        players().stream()
            .filter(guest -> guest.pingMillis() >= 0)
            .map(MatchSeries::pingEntry)
            .toList();
    return entries.isEmpty() ? null : new ControlMessage.Pings(entries);
  }

  private static ControlMessage.PingEntry pingEntry(Guest guest) {
    int millis = Math.min(guest.pingMillis(), ControlMessage.PingEntry.MAX_MILLIS);
    return new ControlMessage.PingEntry(guest.seat, millis);
  }

  private static ControlMessage.RosterEntry entry(int seat, @Nullable Guest guest) {
    return guest == null || guest.stage != Guest.Stage.PLAYING
        ? new ControlMessage.RosterEntry(seat, false, false, "")
        : new ControlMessage.RosterEntry(seat, true, guest.bot, guest.name);
  }
}
