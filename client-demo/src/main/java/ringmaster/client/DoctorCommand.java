package ringmaster.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringmaster.client.Finding.Verdict;
import ringmaster.shared.report.JsonOutput;
import ringmaster.shared.report.Provenance;
import ringmaster.shared.time.SystemClock;

/** Says what is missing on this machine. */
@Command(
    name = "doctor",
    description = "Says what is missing on this machine, and what to do. Exits 1 on a problem.",
    showDefaultValues = true)
@SuppressWarnings("NullAway.Init") // picocli sets the options
final class DoctorCommand implements Callable<Integer> {
  private static final int MAX_PORT = 0xFFFF;

  @Option(
      names = "--port",
      defaultValue = "7777",
      description = "The port you want to serve at, by TCP and UDP.")
  private int port;

  @Option(
      names = "--bind",
      defaultValue = "0.0.0.0",
      description = "The address you want to serve at.")
  private String bind;

  @Option(
      names = "--http",
      defaultValue = "127.0.0.1:7780",
      paramLabel = "HOST:PORT",
      converter = Values.HostAndPort.class,
      description = "Where you want to serve status and metrics.")
  private InetSocketAddress http;

  @Option(
      names = "--data",
      defaultValue = "ringmaster-data",
      paramLabel = "DIR",
      description = "Your data directory.")
  private Path data;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the findings as JSON; - prints them as the last line.")
  private @Nullable String json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port must be 0 to " + MAX_PORT + ", not " + port);
    }
    Instant startedAt = Instant.now();
    List<Finding> findings =
        new Checkup(new InetSocketAddress(bind, port), http, data, new SystemClock()).findings();
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(finding -> out.println(finding.line()));
    out.println(summary(findings));
    if (json != null) {
      write(json, report(findings, startedAt));
    }
    return count(findings, Verdict.PROBLEM) == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void write(String target, JsonObject report) {
    try {
      JsonOutput.write(target, report.toString(), spec.commandLine().getOut());
    } catch (IOException e) {
      throw new RunFailed("the report cannot be written: " + e.getMessage(), e);
    }
  }

  private static long count(List<Finding> findings, Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).count();
  }

  private static String summary(List<Finding> findings) {
    return "problems: %d, warnings: %d"
        .formatted(count(findings, Verdict.PROBLEM), count(findings, Verdict.WARNING));
  }

  private JsonObject report(List<Finding> findings, Instant startedAt) {
    JsonObject report = new JsonObject();
    report.addProperty("problems", count(findings, Verdict.PROBLEM));
    report.addProperty("warnings", count(findings, Verdict.WARNING));
    JsonArray list = new JsonArray();
    findings.forEach(finding -> list.add(finding.toJson()));
    report.add("findings", list);
    String typed = String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    Provenance.here("ringmaster " + typed, startedAt).addTo(report);
    return report;
  }
}
