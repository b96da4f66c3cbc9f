package ringmaster.shared.install;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ringmaster.shared.game.Game;

/**
 * The file in which a jar names its games: a class in each line, comments after {@code #}. Read
 * here and not by {@link java.util.ServiceLoader}, so that what is wrong with it is said in one
 * sentence with its line.
 */
final class ServiceFile {
  static final String PATH = "META-INF/services/" + Game.class.getName();

  private static final Pattern CLASS_NAME =
      Pattern.compile(
          "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
              + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");

  private final JarLoader loader;
  private final String jar;

  ServiceFile(JarLoader loader, String jar) {
    this.loader = loader;
    this.jar = jar;
  }

  /**
   * Makes each game of the jar that is named.
   *
   * @throws GameJarException if a line is wrong, or there is none
   */
  List<Game> games() throws IOException {
    URL file = loader.findResource(PATH);
    if (file == null) {
      throw new GameJarException(jar + ": it has no " + PATH);
    }
    List<Game> games = new ArrayList<>();
    List<String> lines = read(file).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String name = lines.get(i).replaceFirst("#.*", "").strip();
      if (!name.isEmpty()) {
        games.add(game(name, i + 1));
      }
    }
    if (games.isEmpty()) {
      throw new GameJarException(jar + ": " + PATH + " names no class");
    }
    return games;
  }

  private static String read(URL file) throws IOException {
    try (InputStream in = file.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Game game(String name, int line) {
    if (!CLASS_NAME.matcher(name).matches()) {
      throw wrong(line, "\"" + name + "\" is no name of a class");
    }
    Class<?> type = load(name, line);
    if (type.getClassLoader() != loader) {
      throw wrong(line, name + " is no class of this jar");
    }
    if (!Game.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
      throw wrong(line, name + " is no class that implements " + Game.class.getSimpleName());
    }
    return make(type.asSubclass(Game.class), line);
  }

  private Class<?> load(String name, int line) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw wrong(line, "there is no class " + name);
    }
  }

  private Game make(Class<? extends Game> type, int line) {
    try {
      return type.getConstructor().newInstance();
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw wrong(
          line, type.getName() + " must be public, with a public constructor without parameters");
    } catch (InstantiationException | InvocationTargetException e) {
      throw new GameJarException(jar + ": its game cannot be made: " + Blame.of(e, jar), e);
    }
  }

  private GameJarException wrong(int line, String sentence) {
    return new GameJarException(jar + ": " + PATH + ", line " + line + ": " + sentence);
  }
}
