package ringmaster.server.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringmaster.server.bench.codec.CodecCommand;
import ringmaster.server.bench.physics.PhysicsCommand;

/** The project's own measurements. The command line finds this class by its name. */
@Command(
    name = "bench",
    description = "The project's own measurements.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TickCommand.class,
      JournalCommand.class,
      PhysicsCommand.class,
      CodecCommand.class
    })
@SuppressWarnings("NullAway.Init") // picocli sets spec
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to measure");
  }
}
