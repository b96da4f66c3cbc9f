package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScrumAllocationTest {
  @ParameterizedTest
  @CsvSource({"10, striker", "16, striker-hard", "10, random"})
  void aTickItsCaptureAndItsBrainsAllocateNothing(int players, String brain) {
    assertEquals(0, AllocatedBytes.ofPlay(ScrumMatch.full(players, 3), brain));
  }
}
