package ringmaster.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each flaw is found, under the law that it breaks, with the place where it shows. */
final class GameLawsTest {
  /**
   * A flaw and what must be said of it.
   *
   * @param pattern of the message
   */
  private record Case(String name, Supplier<Flaw> flaw, String pattern) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String SAME = "law that the same commands lead to the same state: ";
  private static final String PLACE = "PebblesSimulation.visit\\(PebblesSimulation.java:\\d+\\), ";

  private static Case of(Supplier<Flaw> flaw, String pattern) {
    return new Case(flaw.get().getClass().getSimpleName(), flaw, pattern);
  }

  private static Stream<Case> shownByRunning() {
    return Stream.of(
        of(Flaws.HashOrder::new, SAME + "after tick \\d+ the state differs: " + PLACE),
        of(
            Flaws.WallClock::new,
            SAME + "after tick 0 the state differs: " + PLACE + "element 1 of ints: \\d+ and \\d+"),
        of(
            Flaws.Shared::new,
            SAME + "after tick 0 the state differs: " + PLACE + "element 2 of ints: \\d+ and \\d+"),
        of(Flaws.SharedArray::new, SAME + "after tick 0 .* element 2 of ints"),
        of(
            Flaws.SharedMemo::new,
            "law that a match knows nothing of another: after tick \\d+ the state differs: "
                + PLACE
                + "element 2 of ints: .* one beside it"),
        of(Flaws.Chance::new, SAME + "after tick 0 .* element 0 of ints"),
        of(
            Flaws.Unvisited::new,
            "law that a restored match goes on the same: after tick \\d+ .*"
                + PLACE
                + ".* among .*Unvisited.sinceGift: \\d+ and 0"),
        of(
            Flaws.UnvisitedButSeen::new,
            "law that a restored match goes on the same: after tick \\d+ score of the pebble of"
                + " generation 1 in slot 0 is shown as .* and .*, though the states are equal"),
        of(
            Flaws.ReadAndForgotten::new,
            "law that each byte of a saved state counts: byte \\d+ of .* no difference.*"
                + "ReadAndForgotten.visit\\(Flaws.java:\\d+\\) < PebblesSimulation.visit"),
        of(
            Flaws.BelievedIndex::new,
            "law that each byte of a saved state counts: .*ArrayIndexOutOfBounds.* at "
                + ".*BelievedIndex.visit\\(Flaws.java:\\d+\\)"),
        of(
            Flaws.BlocksInOrder::new,
            "law that nothing depends on the workers: after tick 0 .*"
                + PLACE
                + "element 1 of floats"),
        of(
            Flaws.OutOfRange::new,
            "law that what is captured fits the schema: after tick \\d+ the pebble in slot 0 has"
                + " score 1001, outside 0 to 1000 \\(step 1001, of 0 to 1000\\)"),
        of(
            Flaws.OneGeneration::new,
            "fits the schema: after tick \\d+ pebble is back in slot 3 with the generation"),
        of(
            Flaws.LookingCounts::new,
            "after tick 0 capture changes the state that it only shows: "
                + PLACE
                + "element 0 of ints"),
        of(Flaws.WordsLeftOver::new, "captureOwner leaves word 0 of seat 0 as it was"),
        of(Flaws.NobodysPurse::new, "private fields stay private: nobody can ever .*\\[pebble\\]"),
        of(
            Flaws.WrongPrediction::new,
            "predicted to the bit: after tick \\d+, the server and the prediction: x .* and "),
        of(
            Flaws.UnfoundedForesight::new,
            "after tick \\d+ ownerForeseen is true, and word 0 is 1 where the prediction writes 0"),
        of(
            Flaws.ThrowsAtLeaving::new,
            "nothing that players do makes it throw: in tick \\d+, .*seat 0 must stay at "
                + ".*ThrowsAtLeaving.leave\\(Flaws.java:\\d+\\)"),
        of(Flaws.PlaysOn::new, "after tick \\d+ the phase goes back from RESULTS to PLAYING"),
        of(
            Flaws.Garbage::new,
            "a tick allocates nothing: tick allocates 24 bytes in tick \\d+, and 4800 at least in"
                + " 200 ticks: int\\[\\] at .*Garbage.tick\\(Flaws.java:\\d+\\)"),
        of(
            Flaws.GarbageInBrain::new,
            "allocates nothing: Brain.command allocates 96 bytes in tick \\d+, .*: long\\[\\] at"
                + " .*GarbageInBrain.*command\\(Flaws.java:\\d+\\)"),
        of(Flaws.Moody::new, SAME + ".*the brain of seat \\d decided otherwise for tick \\d+"));
  }

  @ParameterizedTest
  @MethodSource("shownByRunning")
  void aFlawThatShowsInARunIsNamedWithItsLawAndPlace(Case planted) {
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () -> GameLaws.of(new Pebbles(planted.flaw())).players(4).seconds(18).checkRuns());
    String message = String.valueOf(error.getMessage());
    assertTrue(Pattern.compile(planted.pattern()).matcher(message).find(), message);
    assertTrue(message.contains("pebbles on yard, 4 seats, seed "), message);
  }

  private static Stream<Case> loops() {
    return Stream.of(
        of(Flaws.LoopsWhenMade::new, "^pebbles did not come back from Game.newSimulation "),
        of(
            Flaws.LoopsInTick::new,
            SAME + "pebbles did not come back from Simulation.tick of tick 50 "),
        of(Flaws.LoopsInCapture::new, "did not come back from Simulation.capture of tick 50 "),
        of(Flaws.LoopsInVisit::new, "did not come back from Simulation.visit of tick \\d+ "),
        of(Flaws.LoopsInBrain::new, "did not come back from Brain.command of tick \\d+ "),
        of(Flaws.LoopsInPrediction::new, "did not come back from Prediction.step of tick 0 "));
  }

  @ParameterizedTest
  @MethodSource("loops")
  void aCallThatDoesNotComeBackIsNamedWithTheAuthorsLine(Case planted) {
    Pebbles game = new Pebbles(planted.flaw());
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () -> GameLaws.of(game).seconds(2).watch(new Watch(game, 1)).checkRuns());
    String message = String.valueOf(error.getMessage());
    String pattern =
        planted.pattern() + ".*within 1 s; it stands at .*Flaws.loop\\(Flaws.java:\\d+\\)";
    assertTrue(Pattern.compile(pattern).matcher(message).find(), message);
  }

  private static Stream<Case> shownByReading() {
    return Stream.of(
        of(Flaws.HashOrder::new, "HashOrder.<init> \\(Flaws.java:\\d+\\) creates HashMap"),
        of(Flaws.Sine::new, "Sine.tick \\(Flaws.java:\\d+\\) calls Math.sin"),
        of(Flaws.WallClock::new, "WallClock.tick \\(Flaws.java:\\d+\\) calls System.nanoTime"),
        of(Flaws.Shared::new, "declares the static field .*Shared.ticksOfAll"),
        of(
            Flaws.SharedArray::new,
            "SharedArray.tick \\(Flaws.java:\\d+\\) changes what is in the static field"
                + " .*SharedArray.TICKS_OF_ALL"),
        of(Flaws.Chance::new, "Chance.<init> \\(Flaws.java:\\d+\\) creates Random"),
        of(Flaws.Moody::new, "changes what is in the static field .*Moody.RNG"));
  }

  @ParameterizedTest
  @MethodSource("shownByReading")
  void aFlawThatStandsInTheCodeIsNamedWithItsLine(Case planted) {
    List<String> breaches = DeterminismCheck.of(planted.flaw().get().getClass()).breaches();
    Pattern pattern = Pattern.compile(planted.pattern());
    assertTrue(
        breaches.stream().anyMatch(breach -> pattern.matcher(breach).find()), breaches::toString);
  }

  @Test
  void aSoundGameKeepsAllLaws() {
    GameLaws.check(new Pebbles());
  }

  @Test
  void theClassesOfTheGameAloneAreRead() {
    List<String> names = DeterminismCheck.of(Pebbles.class).classNames();
    assertTrue(names.contains(PebblesPrediction.class.getName()), names::toString);
    assertEquals(
        List.of(),
        names.stream().filter(name -> name.contains("Flaws") || name.endsWith("Test")).toList());
  }
}
