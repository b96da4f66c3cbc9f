package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.math.Rng;

final class SkirmishDeterminismTest extends ArenaDeterminism<SkirmishMatch> {
  SkirmishDeterminismTest() {
    super(8, 64);
  }

  @Override
  SkirmishMatch full(int players, long seed) {
    return SkirmishMatch.full(players, seed);
  }

  /**
   * Bits that every machine must reach. If they change on purpose, so does the outcome of every
   * journal and replay: raise {@link Skirmish#version}.
   */
  @ParameterizedTest
  @CsvSource({"8, 201f74dc54d8f8fd", "64, 41b04f237954ac38"})
  void aThousandTicksLeadToTheHashOnRecord(int players, String hash) {
    assertEquals(hash, hashOfAThousandTicks(players));
  }

  /** Teams, sudden death, and with it all that begins anew or ends with a phase. */
  @ParameterizedTest
  @ValueSource(ints = {60, 119, 121, 400, 640, 700})
  void aTeamMatchRestoredInAnyPhaseGoesOnTheSame(int ticks) {
    Rng rng = new Rng(ticks);
    SkirmishMatch match = play(phases(), ticks, rng);
    SkirmishMatch restored = phases();
    restored.restore(match.save());
    assertEquals(match.simulation.phase(), restored.simulation.phase());
    assertGoOnTheSame(match, restored, 1_400, rng, "after " + ticks);
    assertEquals(Phase.OVER, match.simulation.phase());
  }

  /** Two seconds of warm-up, eight of play, at most two of overtime, and all seats taken. */
  private static SkirmishMatch phases() {
    GameMap map = SkirmishMatch.map("yard");
    SkirmishMatch match =
        new SkirmishMatch(
            map,
            SkirmishMatch.settings(map, 8, 60, 8, 3)
                .with(Skirmish.TEAMS, 2)
                .with(MatchTimer.WARM_UP, 2)
                .with(MatchTimer.OVERTIME, 2));
    match.joinAll();
    return match;
  }
}
