package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.TickRate;

/** How strikers play, among themselves and against worse and better ones. */
final class StrikerSimulation {
  private static final int HZ = 60;
  private static final int MATCH_SECONDS = 300;

  /** As old as a view on a good line: 100 ms. */
  private static final int DELAY_TICKS = 6;

  /** Some matches of one brain against another, which change ends after each. */
  private static final class Series {
    int goals;
    int goalsAgainst;
    int wins;
    int losses;
    int ownGoals;
    int leftEndGoals;
    int matches;

    Series(String brain, String other, int players, int matches) {
      for (int i = 0; i < matches; i++) {
        play(brain, other, players, i);
      }
    }

    private void play(String brain, String other, int players, int index) {
      ScrumMatch match = newMatch(players, index);
      int team = 1 + index % 2;
      Brain[] brains = new Brain[players];
      for (int seat = 0; seat < players; seat++) {
        String name = 1 + seat % 2 == team ? brain : other;
        brains[seat] = match.brain(name, Rng.mix(1_000 * index + seat));
      }
      play(match, brains, MATCH_SECONDS);
      int scored = match.goals(team);
      int conceded = match.goals(3 - team);
      goals += scored;
      goalsAgainst += conceded;
      leftEndGoals += match.goals(1);
      wins += scored > conceded ? 1 : 0;
      losses += scored < conceded ? 1 : 0;
      matches++;
    }

    private void play(ScrumMatch match, Brain[] brains, int seconds) {
      EntityFrame[] views = views(match);
      for (int tick = 0; tick < seconds * HZ; tick++) {
        EntityFrame view = views[tick % DELAY_TICKS];
        for (int seat = 0; seat < brains.length; seat++) {
          match.set(seat, brains[seat].command(view, seat, tick));
        }
        match.step();
        view.copyFrom(match.capture());
        ownGoals += ownGoals(view.events());
      }
    }

    private static int ownGoals(EventList events) {
      int count = 0;
      for (int i = 0; i < events.count(); i++) {
        boolean own =
            events.type(i) == ScrumEvents.GOAL && events.quantized(i, 1) == ScrumEvents.NO_SEAT;
        count += own ? 1 : 0;
      }
      return count;
    }

    @Override
    public String toString() {
      return goals
          + ":"
          + goalsAgainst
          + " goals, "
          + wins
          + ":"
          + losses
          + " wins, "
          + ownGoals
          + " own goals, "
          + leftEndGoals
          + " by the left end";
    }
  }

  private static EntityFrame[] views(ScrumMatch match) {
    EntityFrame[] views = new EntityFrame[DELAY_TICKS];
    Arrays.setAll(views, i -> new EntityFrame(match.frame.schema()));
    return views;
  }

  private static ScrumMatch newMatch(int players, long seed) {
    GameMap map = ScrumMatch.map(new Scrum().mapFor(players));
    TickRate rate = new TickRate(HZ);
    ScrumMatch match =
        new ScrumMatch(
            map,
            new MatchSettings("scrum", map.name(), players, rate, MATCH_SECONDS, seed)
                .with(MatchTimer.WARM_UP, 0)
                .with(Scrum.SCORE_LIMIT, 0));
    match.joinAll();
    return match;
  }

  @ParameterizedTest
  @CsvSource({
    "striker-hard, striker-easy, 20",
    "striker-hard, striker, 5",
    "striker, striker-easy, 5"
  })
  void theBetterStrikersWin(String better, String worse, int moreGoals) {
    Series series = new Series(better, worse, 10, 4);
    assertTrue(series.wins >= 3, () -> "" + series);
    assertTrue(series.goals >= series.goalsAgainst + moreGoals, () -> "" + series);
  }

  @Test
  void equalsSeeGoalsAtBothEndsAndFewOwnGoals() {
    Series series = new Series("striker", "striker", 10, 8);
    int goals = series.goals + series.goalsAgainst;
    assertTrue(goals >= 3 * series.matches && goals <= 20 * series.matches, () -> "" + series);
    assertTrue(series.wins > 0 && series.losses > 0, () -> "" + series);
    assertTrue(Math.abs(2 * series.leftEndGoals - goals) < 0.5f * goals, () -> "" + series);
    assertTrue(series.ownGoals < 0.25f * goals, () -> "" + series);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 16})
  void fewAndManyPlayAsWell(int players) {
    Series series = new Series("striker", "striker", players, 2);
    assertTrue(series.goals + series.goalsAgainst >= 3, () -> "" + series);
  }

  @Test
  void aTeamDoesNotClump() {
    ScrumMatch match = newMatch(10, 1);
    Brain[] brains = match.brains("striker", 1);
    int near = 0;
    int ticks = 60 * HZ;
    for (int tick = 0; tick < ticks; tick++) {
      match.play(brains);
      match.capture();
      for (int seat = 0; seat < 10; seat += 2) {
        near += distanceToBall(match, seat) < 6 ? 1 : 0;
      }
    }
    float share = (float) near / ticks;
    assertTrue(share > 0.4f && share < 2.5f, "of five " + share + " are at the ball");
  }

  private static double distanceToBall(ScrumMatch match, int seat) {
    int tank = match.slots.tank(seat);
    int ball = match.slots.ball();
    return Math.hypot(
        match.frame.get(tank, BodyFields.X) - match.frame.get(ball, BodyFields.X),
        match.frame.get(tank, BodyFields.Y) - match.frame.get(ball, BodyFields.Y));
  }

  @Test
  void aLoneStrikerScoresWhereverTheBallLies() {
    ScrumMatch match = newMatch(2, 1);
    match.simulation.leave(1);
    Brain brain = match.brain("striker", 1);
    for (int tick = 0; tick < 120 * HZ; tick++) {
      match.set(0, brain.command(match.capture(), 0, tick));
      match.step();
    }
    assertTrue(match.goals(1) >= 6, "goals " + match.goals(1));
    assertEquals(0, match.goals(2));
  }

  @Test
  void theSameSeedPlaysTheSameAndAnotherDoesNot() {
    for (String name : new Scrum().brains()) {
      assertEquals(hashAfterPlay(name, 1), hashAfterPlay(name, 1));
      assertNotEquals(hashAfterPlay(name, 1), hashAfterPlay(name, 2));
    }
  }

  private static long hashAfterPlay(String name, long seed) {
    ScrumMatch match = newMatch(4, 1);
    Brain[] brains = match.brains(name, seed);
    for (int tick = 0; tick < 300; tick++) {
      match.play(brains);
    }
    return match.hash();
  }

  /** Brains play on servers that may be anybody's: no frame of any content may end them. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyFrameHasACommand(long seed) {
    ScrumMatch match = newMatch(10, seed);
    Brain brain = match.brain("striker-hard", seed);
    Rng rng = new Rng(seed);
    for (int tick = 0; tick < 2_000; tick++) {
      match.frame.clear(tick);
      for (int slot = 0; slot < match.frame.capacity(); slot++) {
        fill(match.frame, slot, rng);
      }
      long command = brain.command(match.frame, rng.nextInt(10), tick);
      assertEquals(Command.sanitize(command), command, "seed " + seed + ", tick " + tick);
    }
  }

  /** Mostly what belongs into the slot, with any values; now and then anything. */
  private static void fill(EntityFrame frame, int slot, Rng rng) {
    List<EntityType> types = frame.schema().types();
    int honest = slot == 0 ? ArenaSlots.MATCH : slot <= 10 ? ArenaSlots.PLAYER : ArenaSlots.TANK;
    int proper = slot == 21 ? ScrumSlots.BALL : honest;
    int type = rng.nextInt(10) > 0 ? proper : rng.nextInt(types.size() + 1) - 1;
    if (type == EntityFrame.EMPTY) {
      return;
    }
    frame.put(slot, type, rng.nextInt(EntityFrame.GENERATIONS));
    List<EntityField> fields = types.get(type).fields();
    for (int field = 0; field < fields.size(); field++) {
      frame.setQuantized(slot, field, rng.nextInt(fields.get(field).steps() + 1));
    }
  }

  @Test
  void aStrikerWaitsUntilItSeesItself() {
    ScrumMatch match = newMatch(2, 1);
    Brain brain = match.brain("striker", 1);
    assertTrue(brain.observes());
    assertEquals(Command.NEUTRAL, brain.command(new EntityFrame(match.frame.schema()), 0, 0));
  }

  @Test
  void anUnknownBrainIsRefused() {
    ScrumMatch match = newMatch(2, 1);
    assertThrows(IllegalArgumentException.class, () -> match.brain("genius", 1));
  }
}
