package ringmaster.client;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringmaster.shared.Version;

/**
 * The command line. Exit codes: 0 success, 1 a run that failed, 2 a wrong option or value.
 *
 * <p>A new command is a class with {@code @Command}, named in {@code subcommands} below; it gets
 * {@code --help} by itself. It returns its exit code, or throws {@link RunFailed} for a failure
 * that one sentence explains. Any other exception is a bug and is printed with its stack trace.
 */
@Command(
    name = "ringmaster",
    description = "An authoritative multiplayer game server and its tools.",
    versionProvider = Main.VersionLine.class,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true,
    subcommands = {
      ServeCommand.class,
      PlayCommand.class,
      BotsCommand.class,
      ReplayCommand.class,
      DoctorCommand.class
    })
public final class Main implements Runnable {
  /**
   * Benches are compiled as tests of the server, so that their rivals never reach users: the
   * command is there only when the launcher has put those classes on the class path.
   */
  private static final String BENCH_COMMAND = "ringmaster.server.bench.BenchCommand";

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets spec
  private Main() {}

  public static void main(String[] args) {
    System.exit(execute(args));
  }

  static int execute(String... args) {
    CommandLine commandLine = commandLine();
    try {
      for (CommandLine command : commandLine.getSubcommands().values()) {
        ConfigFile.apply(command, args);
      }
    } catch (ParameterException e) {
      return reportWrongUse(e, args);
    }
    return commandLine.execute(args);
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Main());
    benchCommand().ifPresent(commandLine::addSubcommand);
    configure(commandLine);
    return commandLine;
  }

  /** Gives a command, and all below it, --help and the exit codes. */
  static void configure(CommandLine commandLine) {
    addHelp(commandLine);
    commandLine.setParameterExceptionHandler(Main::reportWrongUse);
    commandLine.setExecutionExceptionHandler(Main::reportFailure);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  private static void addHelp(CommandLine commandLine) {
    CommandSpec spec = commandLine.getCommandSpec();
    if (!spec.optionsMap().containsKey("--help")) {
      spec.mixinStandardHelpOptions(true);
      spec.versionProvider(new VersionLine());
    }
    addModes(commandLine);
    commandLine.getSubcommands().values().forEach(Main::addHelp);
  }

  /** Help of what opens games says which there are, those of --games beside it included. */
  private static void addModes(CommandLine commandLine) {
    for (CommandSpec mixin : commandLine.getCommandSpec().mixins().values()) {
      if (mixin.userObject() instanceof GamesFolder folder) {
        commandLine
            .getHelpSectionMap()
            .put(
                CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER,
                help -> Modes.listed(folder.open().games()));
      }
    }
  }

  private static Optional<Class<?>> benchCommand() {
    try {
      return Optional.of(Class.forName(BENCH_COMMAND));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static int reportWrongUse(ParameterException wrong, String[] args) {
    String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
    wrong
        .getCommandLine()
        .getErr()
        .println(name + ": " + firstLine(wrong) + " (" + name + " --help lists what there is)");
    return CommandLine.ExitCode.USAGE;
  }

  private static int reportFailure(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) {
    if (failure instanceof RunFailed) {
      String name = commandLine.getCommandSpec().qualifiedName();
      commandLine.getErr().println(name + ": " + firstLine(failure));
    } else {
      failure.printStackTrace(commandLine.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String firstLine(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }

  /** What {@code --version} prints. */
  static final class VersionLine implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"ringmaster " + Version.current()};
    }
  }
}
