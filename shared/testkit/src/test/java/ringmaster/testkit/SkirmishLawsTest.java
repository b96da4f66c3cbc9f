package ringmaster.testkit;

import org.junit.jupiter.api.Test;
import ringmaster.shared.arena.Skirmish;

final class SkirmishLawsTest {
  @Test
  void skirmishKeepsTheLaws() {
    GameLaws.check(new Skirmish());
  }

  @Test
  void skirmishKeepsTheLawsWithAllItsSeatsTaken() {
    GameLaws.of(new Skirmish()).players(64).set("warmUp", 0).seconds(4).seeds(3).check();
  }
}
