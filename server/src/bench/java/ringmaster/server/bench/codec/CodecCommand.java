package ringmaster.server.bench.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.install.GameJarException;
import ringmaster.shared.install.GameJars;
import ringmaster.shared.report.JsonOutput;
import ringmaster.shared.report.Provenance;
import ringmaster.shared.snapshot.CodecTrainer;
import ringmaster.shared.time.Clock;
import ringmaster.shared.time.SystemClock;

/** What snapshots take, beside other codecs on the same traffic; and the training of models. */
@Command(
    name = "codec",
    description =
        "Bytes and time of a snapshot's entities, beside other codecs on the same trace of"
            + " skirmish, over links of several round trips and losses. With --train: makes a"
            + " codec's model instead.",
    showDefaultValues = true)
@SuppressWarnings("NullAway.Init") // picocli sets the options
public final class CodecCommand implements Callable<Integer> {
  private static final List<Integer> HZ = List.of(60, 20);
  private static final List<Integer> RTT_MILLIS = List.of(33, 100, 200);
  private static final List<Integer> LOSS_PERCENT = List.of(0, 5, 20);
  private static final int MAX_RTT_MILLIS = 1000;
  private static final int MAX_LOSS_PERCENT = 50;
  private static final int MAX_SECONDS = 120;

  @Option(names = "--players", defaultValue = "32", description = "Fighters in the match.")
  private int players;

  @Option(names = "--map", defaultValue = "citadel", description = "Where they fight.")
  private String mapName;

  @Option(names = "--seconds", defaultValue = "20", description = "Length of the trace.")
  private int seconds;

  @Option(names = "--seed", defaultValue = "1", description = "Of the match.")
  private long seed;

  @Option(
      names = "--hz",
      paramLabel = "N",
      description = "Only this snapshot rate. Default: 60 and 20.")
  private @Nullable Integer hz;

  @Option(
      names = "--rtt",
      paramLabel = "MILLIS",
      description = "Only this round trip. Default: 33, 100 and 200.")
  private @Nullable Integer rttMillis;

  @Option(
      names = "--loss",
      paramLabel = "PERCENT",
      description = "Only this loss, each way. Default: 0, 5 and 20.")
  private @Nullable Integer lossPercent;

  @Option(
      names = "--dump",
      paramLabel = "FILE",
      description =
          "Measure nothing; write what codecs are given into a file, by default for 60 Hz, 100 ms"
              + " and 5 %%: see docs/codec.md.")
  private @Nullable Path dump;

  @Option(
      names = "--train",
      split = ",",
      paramLabel = "MODE",
      showDefaultValue = Visibility.NEVER,
      description =
          "Measure nothing; train the model of a game, or with "
              + Training.GENERAL
              + " the one that serves games without one; several with commas.")
  private List<String> train = new ArrayList<>();

  @Option(
      names = "--games",
      paramLabel = "DIR",
      description = "Folder of game jars to train for beside the built-in games.")
  private @Nullable Path gamesFolder;

  @Option(
      names = "--into",
      defaultValue = "assets",
      paramLabel = "DIR",
      description = "Where a trained model goes, as codec/MODE.model below it.")
  private Path into;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the figures as JSON; - prints them as the last line.")
  private @Nullable String json;

  @Spec private CommandSpec spec;

  private final Clock clock = new SystemClock();

  @Override
  public Integer call() throws IOException {
    if (!train.isEmpty()) {
      train(games());
      return 0;
    }
    require(seconds >= 2 && seconds <= MAX_SECONDS, "--seconds", "2 to " + MAX_SECONDS);
    require(players >= 1 && players <= MatchSettings.MAX_PLAYERS, "--players", "1 to 64");
    require(hz == null || (hz > 0 && Trace.RATE.hz() % hz == 0), "--hz", "a divisor of 60");
    require(isWithin(rttMillis, MAX_RTT_MILLIS), "--rtt", "0 to " + MAX_RTT_MILLIS);
    require(isWithin(lossPercent, MAX_LOSS_PERCENT), "--loss", "0 to " + MAX_LOSS_PERCENT);
    Instant startedAt = Instant.now();
    Trace measured = trace();
    say("trace %016x".formatted(measured.hash()));
    if (dump != null) {
      dump(dump, measured);
    } else {
      report(measured, compare(measured), startedAt);
    }
    return 0;
  }

  private void require(boolean valid, String option, String range) {
    if (!valid) {
      throw new ParameterException(
          spec.commandLine(),
          option + " must be " + range + ", not " + spec.findOption(option).getValue());
    }
  }

  private static boolean isWithin(@Nullable Integer value, int most) {
    return value == null || (value >= 0 && value <= most);
  }

  private void say(String progress) {
    spec.commandLine().getErr().println(progress);
  }

  private void train(Games games) throws IOException {
    for (String mode : train) {
      require(
          mode.equals(Training.GENERAL) || games.find(mode) != null,
          "--train",
          "one of " + games.modes() + " or " + Training.GENERAL);
    }
    for (String mode : train) {
      Training training = Training.of(mode, games);
      Path file = into.resolve(CodecTrainer.path(mode));
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      byte[] model = training.model();
      Files.write(file, model);
      spec.commandLine()
          .getOut()
          .printf("%s: %,d bytes, of %,d snapshots%n", file, model.length, training.snapshots());
    }
  }

  private Games games() {
    try {
      return GameJars.open(gamesFolder, Games.installed()).games();
    } catch (GameJarException e) {
      throw new ParameterException(
          spec.commandLine(), "--games: " + String.valueOf(e.getMessage()), e);
    }
  }

  private Trace trace() {
    List<String> maps = Objects.requireNonNull(Games.installed().find(Trace.MODE)).maps();
    require(maps.contains(mapName), "--map", "one of " + maps);
    return Trace.ofSkirmish(mapName, players, seed, seconds * Trace.RATE.hz());
  }

  private void dump(Path file, Trace measured) throws IOException {
    Conditions conditions =
        new Conditions(or(hz, HZ.getFirst()), or(rttMillis, 100), or(lossPercent, 5));
    int[] seats = Audience.seats(measured, Comparison.VIEWERS);
    Dump.write(file, new Audience(measured, conditions, seats));
    spec.commandLine().getOut().printf("%s: %,d bytes%n", file, Files.size(file));
  }

  private static int or(@Nullable Integer typed, int otherwise) {
    return typed == null ? otherwise : typed;
  }

  private List<Comparison> compare(Trace measured) {
    Trace training = Comparison.training(measured);
    List<Comparison> comparisons = new ArrayList<>();
    for (int eachHz : only(hz, HZ)) {
      for (int eachRtt : only(rttMillis, RTT_MILLIS)) {
        for (int eachLoss : only(lossPercent, LOSS_PERCENT)) {
          Conditions conditions = new Conditions(eachHz, eachRtt, eachLoss);
          Comparison comparison = Comparison.of(conditions, training, measured, clock);
          comparison.print(spec.commandLine().getOut());
          comparisons.add(comparison);
        }
      }
    }
    return comparisons;
  }

  private static List<Integer> only(@Nullable Integer typed, List<Integer> all) {
    return typed == null ? all : List.of(typed);
  }

  private void report(Trace measured, List<Comparison> comparisons, Instant startedAt)
      throws IOException {
    if (json != null) {
      JsonObject report = new JsonObject();
      JsonArray runs = new JsonArray();
      comparisons.forEach(comparison -> runs.add(comparison.toJson()));
      report.addProperty("trace", "%016x".formatted(measured.hash()));
      report.add("runs", runs);
      String typed = String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
      Provenance.here("ringmaster " + typed, startedAt).addTo(report);
      JsonOutput.write(json, report.toString(), spec.commandLine().getOut());
    }
  }
}
