package ringmaster.shared.arena;

import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.TickRate;

/** A match of skirmish. */
final class SkirmishMatch extends ArenaMatch<SkirmishSlots> {
  /** Without warm-up and overtime. */
  SkirmishMatch(GameMap map, int players, int hz, int seconds, long seed) {
    this(map, settings(map, players, hz, seconds, seed));
  }

  SkirmishMatch(GameMap map, MatchSettings settings) {
    super(new Skirmish(), map, settings, new SkirmishSlots(settings, map));
  }

  static MatchSettings settings(GameMap map, int players, int hz, int seconds, long seed) {
    return new MatchSettings("skirmish", map.name(), players, new TickRate(hz), seconds, seed)
        .with(MatchTimer.WARM_UP, 0)
        .with(MatchTimer.OVERTIME, 0);
  }

  /** All seats taken, 60 Hz, ten minutes, on the map for so many. */
  static SkirmishMatch full(int players, long seed) {
    GameMap map = map(new Skirmish().mapFor(players));
    SkirmishMatch match = new SkirmishMatch(map, players, 60, 600, seed);
    match.joinAll();
    return match;
  }

  /** A map that ships. */
  static GameMap map(String name) {
    return MAPS.load(new Skirmish(), name);
  }

  void setRewind(int seat, int sixteenths) {
    rewinds[seat] = sixteenths;
  }

  /** A random rewind too: only here shots are judged by what their shooters saw. */
  @Override
  void setRandom(Rng rng, int seat) {
    super.setRandom(rng, seat);
    rewinds[seat] = rng.nextInt(400);
  }

  int health(int seat) {
    return (int) capture().get(slots.tank(seat), SkirmishSlots.TANK_HEALTH);
  }

  float crate(int crate, int field) {
    return capture().get(slots.crate(crate), field);
  }

  boolean barrel(int barrel) {
    return capture().present(slots.barrel(barrel));
  }

  int rockets() {
    capture();
    int count = 0;
    for (int i = 0; i < players() * Rockets.PER_TANK; i++) {
      count += frame.present(slots.rocket(i)) ? 1 : 0;
    }
    return count;
  }
}
