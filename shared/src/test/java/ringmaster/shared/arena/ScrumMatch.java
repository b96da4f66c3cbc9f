package ringmaster.shared.arena;

import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.time.TickRate;

/** A match of scrum. */
final class ScrumMatch extends ArenaMatch<ScrumSlots> {
  /** Without warm-up. */
  ScrumMatch(GameMap map, int players, int hz, int seconds, long seed) {
    this(
        map,
        new MatchSettings("scrum", map.name(), players, new TickRate(hz), seconds, seed)
            .with(MatchTimer.WARM_UP, 0));
  }

  ScrumMatch(GameMap map, MatchSettings settings) {
    super(new Scrum(), map, settings, new ScrumSlots(settings, map));
  }

  /** All seats taken, 60 Hz, ten minutes, on the map for so many. */
  static ScrumMatch full(int players, long seed) {
    GameMap map = map(new Scrum().mapFor(players));
    ScrumMatch match = new ScrumMatch(map, players, 60, 600, seed);
    match.joinAll();
    return match;
  }

  /** A map that ships. */
  static GameMap map(String name) {
    return MAPS.load(new Scrum(), name);
  }

  float ball(int field) {
    return capture().get(slots.ball(), field);
  }

  float crate(int crate, int field) {
    return capture().get(slots.crate(crate), field);
  }

  int goals(int team) {
    return match(team == 1 ? ArenaSlots.MATCH_SCORE_1 : ArenaSlots.MATCH_SCORE_2);
  }
}
