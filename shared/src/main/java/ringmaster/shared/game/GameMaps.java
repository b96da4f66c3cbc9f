package ringmaster.shared.game;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The maps that games can be played on, {@code maps/NAME.json} on each game's own class path; each
 * is read once. Any thread.
 */
public final class GameMaps {
  /** A name is also a file name and travels in messages: nothing in it may need escaping. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");

  /** Two games from two jars may each have a map of one name. */
  private record Key(ClassLoader loader, String name) {}

  private final Map<Key, GameMap> maps = new ConcurrentHashMap<>();

  /** Whether a map may be called so. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * Reads a map of a game, or returns the one read before.
   *
   * @throws MapFormatException if there is none of that name, or its file is wrong
   */
  public GameMap load(Game game, String name) {
    Key key = new Key(game.getClass().getClassLoader(), name);
    return maps.computeIfAbsent(key, GameMaps::read);
  }

  private static GameMap read(Key key) {
    String name = key.name();
    if (!isName(name)) {
      throw new MapFormatException(
          "map name \"" + name + "\" must be 1 to 32 of the characters a-z, 0-9 and -");
    }
    String file = "maps/" + name + ".json";
    try (InputStream in = key.loader().getResourceAsStream(file)) {
      if (in == null) {
        throw new MapFormatException("there is no " + file + where(key.loader()));
      }
      return new GameMapReader(file).read(name, in.readNBytes(GameMapReader.MAX_FILE_BYTES + 1));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** A jar's class loader bears the name of its file. */
  private static String where(ClassLoader loader) {
    String jar = loader.getName();
    return jar == null || loader == ClassLoader.getSystemClassLoader()
        ? " on the class path"
        : " in " + jar;
  }
}
