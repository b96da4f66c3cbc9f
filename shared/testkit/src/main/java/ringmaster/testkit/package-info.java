/**
 * What an author of a game tests it with: the laws that every game has to keep, matches that are
 * played in a time of their own, and a check of class files. For tests only; a game's jar never
 * needs it. The game runs on a thread that the test's own waits for, though not for ever.
 *
 * <pre>{@code
 * final class TagTest {
 *   @Test
 *   void tagKeepsTheLaws() {
 *     GameLaws.check(new Tag());
 *   }
 *
 *   @GameTest(game = Tag.class, players = 4, seed = 7, network = "4g", brains = "chaser")
 *   void somebodyElseIsItWithinHalfAMinute(TestMatch match) {
 *     match.run(1);
 *     int first = match.entities("it").getFirst().slot();
 *     match.until(() -> match.entities("it").getFirst().slot() != first, 30);
 *   }
 * }
 * }</pre>
 *
 * <p>{@link ringmaster.testkit.GameLaws} is the one call to begin with. {@link
 * ringmaster.testkit.TestMatch} is for the rules of the game itself, and {@link
 * ringmaster.testkit.DeterminismCheck} for games that come as a jar.
 */
@NullMarked
package ringmaster.testkit;

import org.jspecify.annotations.NullMarked;
