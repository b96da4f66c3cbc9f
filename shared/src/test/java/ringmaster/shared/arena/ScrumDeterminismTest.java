package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScrumDeterminismTest extends ArenaDeterminism<ScrumMatch> {
  ScrumDeterminismTest() {
    super(10, 16);
  }

  @Override
  ScrumMatch full(int players, long seed) {
    return ScrumMatch.full(players, seed);
  }

  /**
   * Bits that every machine must reach. If they change on purpose, so does the outcome of every
   * journal and replay: raise {@link Scrum#version}.
   */
  @ParameterizedTest
  @CsvSource({"10, 8c896b0c385ca373", "16, a117018721e798db"})
  void aThousandTicksLeadToTheHashOnRecord(int players, String hash) {
    assertEquals(hash, hashOfAThousandTicks(players));
  }
}
