package ringmaster.testkit;

import org.junit.jupiter.api.Test;
import ringmaster.shared.arena.Scrum;

final class ScrumLawsTest {
  @Test
  void scrumKeepsTheLaws() {
    GameLaws.check(new Scrum());
  }
}
