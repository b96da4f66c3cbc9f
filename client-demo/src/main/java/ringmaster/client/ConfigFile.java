package ringmaster.client;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Defaults of a command's options out of a properties file: keys are the options' names without
 * dashes. What stands on the command line wins.
 */
final class ConfigFile implements IDefaultValueProvider {
  private static final String OPTION = "--config";

  private final Properties properties;

  private ConfigFile(Properties properties) {
    this.properties = properties;
  }

  /** Reads the file that {@code --config} names among the arguments, if it is there. */
  static void apply(CommandLine command, String[] args) {
    String path = pathIn(args);
    boolean concerned = args.length > 0 && args[0].equals(command.getCommandName());
    if (path == null || !concerned || command.getCommandSpec().findOption(OPTION) == null) {
      return;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(path))) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ParameterException(command, "cannot read " + OPTION + " " + path + ": " + e);
    }
    for (String key : properties.stringPropertyNames()) {
      if (command.getCommandSpec().findOption("--" + key) == null || OPTION.endsWith(key)) {
        throw new ParameterException(command, path + ": there is no option '" + key + "'");
      }
    }
    command.setDefaultValueProvider(new ConfigFile(properties));
  }

  private static @Nullable String pathIn(String[] args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(OPTION + "=")) {
        return args[i].substring(OPTION.length() + 1);
      }
      if (args[i].equals(OPTION) && i + 1 < args.length) {
        return args[i + 1];
      }
    }
    return null;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec arg) {
    return arg instanceof OptionSpec option
        ? properties.getProperty(option.longestName().substring(2))
        : null;
  }
}
