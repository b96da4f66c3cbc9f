package ringmaster.shared.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.Games;

/** Finds the games in a folder of jars. */
public final class GameJars {
  /** Many times what a trial takes, for machines that are busy with other things. */
  private static final int TRIAL_SECONDS = 10;

  private GameJars() {}

  /**
   * Opens every {@code *.jar} of a folder, in the order of their names, each in a class loader of
   * its own, and tries each game once.
   *
   * @param folder null for none; one without jars is a mistake
   * @param installed the games of the class path
   * @throws GameJarException if one of them cannot be used
   */
  public static GuestGames open(@Nullable Path folder, Games installed) {
    return open(folder, installed, TRIAL_SECONDS);
  }

  /**
   * As {@link #open(Path, Games)}.
   *
   * @param trialSeconds how long the games of a jar may take to be made and tried
   */
  public static GuestGames open(@Nullable Path folder, Games installed, int trialSeconds) {
    Games games = installed;
    List<GuestGame> guests = new ArrayList<>();
    if (folder != null) {
      for (Path jar : jars(folder)) {
        for (GuestGame guest : open(jar, trialSeconds)) {
          games = add(games, guest);
          guests.add(guest);
        }
      }
    }
    return new GuestGames(games, guests);
  }

  private static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new GameJarException(
          Files.exists(folder)
              ? folder + " is a file, and must be a folder of game jars"
              : "there is no folder of games " + folder);
    }
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
      found.forEach(jars::add);
    } catch (IOException e) {
      throw new GameJarException("the folder of games " + folder + " cannot be read", e);
    }
    if (jars.isEmpty()) {
      throw new GameJarException("there is no game jar in " + folder);
    }
    jars.sort(null);
    return jars;
  }

  private static Games add(Games games, GuestGame guest) {
    try {
      return games.with(guest.game(), guest.jar());
    } catch (IllegalArgumentException e) {
      throw new GameJarException(String.valueOf(e.getMessage()), e);
    }
  }

  private static List<GuestGame> open(Path file, int trialSeconds) {
    String jar = String.valueOf(file.getFileName());
    String version = implementationVersion(file, jar);
    return new TimeLimit(jar, trialSeconds)
        .run(() -> make(file, jar).stream().map(game -> tryOut(game, jar, version)).toList());
  }

  private static GuestGame tryOut(Game game, String jar, @Nullable String version) {
    GameTrial trial = new GameTrial(game, jar);
    trial.run();
    return new GuestGame(game, jar, version, trial.hasModel());
  }

  private static List<Game> make(Path file, String jar) {
    try {
      return new ServiceFile(new JarLoader(file), jar).games();
    } catch (LinkageError | IOException e) {
      throw new GameJarException(jar + ": its game cannot be made: " + Blame.of(e, jar), e);
    }
  }

  /** Reads the manifest, since a class loader passes over in silence what is no jar at all. */
  private static @Nullable String implementationVersion(Path file, String jar) {
    try (JarFile open = new JarFile(file.toFile())) {
      Manifest manifest = open.getManifest();
      return manifest == null
          ? null
          : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    } catch (IOException e) {
      throw new GameJarException(jar + ": it cannot be read: " + e.getMessage(), e);
    }
  }
}
