package ringmaster.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ringmaster.shared.game.Game;

/**
 * A test that is handed a match:
 *
 * <pre>{@code
 * @GameTest(game = Tag.class, players = 4, seed = 7, network = "4g")
 * void whoComesFirstIsIt(TestMatch match) {
 *   match.run(1);
 *   assertTrue(match.has("it", 0));
 * }
 * }</pre>
 *
 * <p>When it fails, the report says what was played, up to which tick, and how to run it again.
 */
@Test
@ExtendWith(GameTestExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface GameTest {
  /** The game; it is made by its constructor without parameters. */
  Class<? extends Game> game();

  /** See {@link TestMatch.Setup#players}. */
  int players() default 2;

  /** See {@link TestMatch.Setup#seated}; by default all. */
  int seated() default -1;

  /** See {@link TestMatch.Setup#map(String)}; by default the game's own for so many players. */
  String map() default "";

  /** See {@link TestMatch.Setup#seed}. */
  long seed() default 1;

  /** See {@link TestMatch.Setup#network}. */
  String network() default "none";

  /** See {@link TestMatch.Setup#tickRate}. */
  int tickRate() default 60;

  /** See {@link TestMatch.Setup#timeLimit}. */
  int timeLimitSeconds() default 300;

  /** A brain of that name plays every seat; by default nobody touches anything. */
  String brains() default "";

  /** The game's own settings, each as {@code name=value}. */
  String[] settings() default {};
}
