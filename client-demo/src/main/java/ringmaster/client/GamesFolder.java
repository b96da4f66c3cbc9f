package ringmaster.client;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringmaster.shared.game.Games;
import ringmaster.shared.install.GameJarException;
import ringmaster.shared.install.GameJars;
import ringmaster.shared.install.GuestGames;

/** The option of all commands that need games: where more of them are. */
@SuppressWarnings("NullAway.Init") // picocli sets the command
final class GamesFolder {
  @Option(
      names = "--games",
      paramLabel = "DIR",
      description = "Folder of game jars to play beside the built-in games.")
  private @Nullable Path folder;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** As it was typed; null if it was not. */
  @Nullable Path folder() {
    return folder;
  }

  /** All games; what is wrong with a jar is wrong use of the command. */
  GuestGames open() {
    try {
      return GameJars.open(folder, Games.installed());
    } catch (GameJarException e) {
      throw new ParameterException(
          command.commandLine(), "--games: " + String.valueOf(e.getMessage()), e);
    }
  }
}
