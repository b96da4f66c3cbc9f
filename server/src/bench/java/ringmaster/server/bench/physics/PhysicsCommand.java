package ringmaster.server.bench.physics;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ringmaster.server.pool.WorkerPool;
import ringmaster.shared.report.JsonOutput;
import ringmaster.shared.report.Provenance;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.Scenes;
import ringmaster.shared.time.Clock;
import ringmaster.shared.time.SystemClock;

/** What a step of the physics costs, beside other engines in the same scenes. */
@Command(
    name = "physics",
    description =
        "What a step of the physics costs, beside dyn4j and Box2D (libGDX) in the same scenes: one"
            + " after the other, on one thread each, and ours on two as well.",
    showDefaultValues = true)
@SuppressWarnings("NullAway.Init") // picocli sets the options
public final class PhysicsCommand implements Callable<Integer> {
  private static final int MAX_STEPS = 100_000;
  private static final double MAX_WARM_UP_SECONDS = 600;

  @Option(
      names = "--scene",
      paramLabel = "NAME",
      description = "Only this scene; may be repeated. Default: the seven that are measured.")
  private List<String> sceneNames = new ArrayList<>();

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description =
          "Only this engine; may be repeated: ringmaster, twoWorkers, dyn4j, gdxBox2d."
              + " Default: all.")
  private List<String> engineNames = new ArrayList<>();

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Steps to measure; the scene's own number by default.")
  private @Nullable Integer steps;

  @Option(
      names = "--warmup",
      defaultValue = "3",
      paramLabel = "SECONDS",
      description = "How long each engine plays each scene before it is measured.")
  private double warmUpSeconds;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the figures as JSON; - prints them as the last line.")
  private @Nullable String json;

  @Spec private CommandSpec spec;

  private final Clock clock = new SystemClock();

  @Override
  public Integer call() throws IOException {
    require(warmUpSeconds >= 0 && warmUpSeconds <= MAX_WARM_UP_SECONDS, "--warmup", "0 to 600");
    require(steps == null || (steps >= 1 && steps <= MAX_STEPS), "--steps", "1 to " + MAX_STEPS);
    List<Scene> scenes = scenes();
    Instant startedAt = Instant.now();
    try (WorkerPool alone = new WorkerPool(0);
        WorkerPool two = new WorkerPool(1)) {
      List<Engine> engines =
          engines(
              List.of(
                  new OwnEngine(Comparison.OWN, alone),
                  new OwnEngine(Comparison.TWO_WORKERS, two),
                  new Dyn4jEngine("dyn4j"),
                  new Box2dEngine("gdxBox2d")));
      List<Comparison> comparisons = scenes.stream().map(scene -> compare(scene, engines)).toList();
      say("saving and restoring");
      StateCost state = StateCost.measure(scene("crates"), clock);
      state.print(spec.commandLine().getOut());
      report(comparisons, state, startedAt);
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

  private List<Scene> scenes() {
    List<Scene> chosen =
        sceneNames.isEmpty() ? Scenes.MEASURED : sceneNames.stream().map(this::scene).toList();
    Integer ofEach = steps;
    return ofEach == null ? chosen : chosen.stream().map(scene -> scene.withSteps(ofEach)).toList();
  }

  private Scene scene(String name) {
    List<Scene> known = Scenes.comparable();
    String names = String.join(", ", known.stream().map(Scene::name).toList());
    return known.stream()
        .filter(scene -> scene.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(), "no scene '%s'; there are %s".formatted(name, names)));
  }

  private List<Engine> engines(List<Engine> all) {
    List<String> known = all.stream().map(Engine::name).toList();
    for (String name : engineNames) {
      require(known.contains(name), "--engine", String.join(", ", known));
    }
    return all.stream()
        .filter(engine -> engineNames.isEmpty() || engineNames.contains(engine.name()))
        .toList();
  }

  private Comparison compare(Scene scene, List<Engine> engines) {
    Meter meter = new Meter(clock);
    Comparison comparison = new Comparison(scene);
    for (Engine engine : engines) {
      say("%s: %s".formatted(scene.name(), engine.name()));
      meter.warmUp(engine, scene, warmUpSeconds);
      comparison.figures().put(engine, meter.measure(engine, scene));
    }
    comparison.print(spec.commandLine().getOut());
    spec.commandLine().getOut().flush();
    return comparison;
  }

  private void say(String progress) {
    spec.commandLine().getErr().println(progress);
  }

  private void report(List<Comparison> comparisons, StateCost state, Instant startedAt)
      throws IOException {
    if (json != null) {
      PrintWriter out = spec.commandLine().getOut();
      JsonObject scenes = new JsonObject();
      comparisons.forEach(comparison -> scenes.add(comparison.scene().name(), comparison.toJson()));
      JsonObject report = new JsonObject();
      report.add("scenes", scenes);
      report.add("state", state.toJson());
      String typed = String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
      Provenance.here("ringmaster " + typed, startedAt).addTo(report);
      JsonOutput.write(json, report.toString(), out);
    }
  }
}
