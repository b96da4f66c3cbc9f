package ringmaster.testkit;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.IncompleteExecutionException;
import ringmaster.shared.game.Game;

/** Makes the matches of {@link GameTest}s, and says of those that fail how to see it again. */
final class GameTestExtension implements ParameterResolver, TestExecutionExceptionHandler {
  private static final ExtensionContext.Namespace OWN =
      ExtensionContext.Namespace.create(GameTestExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestMatch.class;
  }

  @Override
  public TestMatch resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestMatch match = start(context.getRequiredTestMethod().getAnnotation(GameTest.class));
    context.getStore(OWN).put(TestMatch.class, match);
    return match;
  }

  private static TestMatch start(GameTest test) {
    TestMatch.Setup setup =
        TestMatch.of(newGame(test.game()))
            .players(test.players())
            .seated(test.seated())
            .map(test.map())
            .seed(test.seed())
            .network(test.network())
            .tickRate(test.tickRate())
            .timeLimit(test.timeLimitSeconds());
    for (String setting : test.settings()) {
      set(setup, setting);
    }
    return (test.brains().isEmpty() ? setup : setup.brains(test.brains())).start();
  }

  private static Game newGame(Class<? extends Game> type) {
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          type.getName() + " cannot be made by a constructor without parameters", e);
    }
  }

  private static void set(TestMatch.Setup setup, String setting) {
    int equals = setting.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("\"" + setting + "\" is not name=value");
    }
    setup.set(setting.substring(0, equals), Integer.parseInt(setting.substring(equals + 1)));
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    TestMatch match = context.getStore(OWN).get(TestMatch.class, TestMatch.class);
    if (match == null || thrown instanceof IncompleteExecutionException) {
      throw thrown; // nothing was played, or the test was called off
    }
    throw failure(thrown, match, context.getRequiredTestMethod());
  }

  /** What a test threw, with all that is needed to see it again. */
  static AssertionError failure(Throwable thrown, TestMatch match, Method test) {
    return new AssertionError(
        thrown.getMessage() + "\n  in " + match + "\n  again: " + again(test), thrown);
  }

  private static String again(Method method) {
    return "mvn test -Dtest='"
        + method.getDeclaringClass().getName().replaceFirst(".*\\.", "")
        + "#"
        + method.getName()
        + "'";
  }
}
