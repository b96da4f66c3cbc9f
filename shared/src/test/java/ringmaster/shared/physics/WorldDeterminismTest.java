package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same calls give the same bits: with any number of workers, in whatever order they do their
 * blocks, and however the code is compiled. What the bits are is recorded in {@link Golden#ALL}.
 */
final class WorldDeterminismTest {
  private static void expectGolden(Workers workers) {
    List<Golden> played = Golden.ALL.stream().map(golden -> golden.playedBy(workers)).toList();
    String lines = played.stream().map(Golden::toString).collect(Collectors.joining("\n"));
    assertTrue(Golden.ALL.equals(played), () -> "the hashes are now\n" + lines);
  }

  @Test
  void theRecordedHashesHold() {
    expectGolden(Workers.ALONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void anyNumberOfThreadsComputesTheSame(int lanes) {
    try (ThreadedWorkers workers = new ThreadedWorkers(lanes)) {
      expectGolden(workers);
      assertTrue(workers.helped() > 1_000, workers.helped() + " blocks by others");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void theOrderOfBlocksAndTheirLanesCannotBeSeen(int lanes) {
    expectGolden(new UnfairWorkers(lanes));
  }

  /** The hashes can tell: one step more is another one. */
  @Test
  void everyStepOfAPlayChangesItsHash() {
    Golden golden = Golden.ALL.getFirst();
    assertNotEquals(golden.earlyHash(), golden.hash(Workers.ALONE, golden.early() + 1));
  }

  @Test
  void theInterpreterComputesTheSame() throws Exception {
    play(List.of("-Xint"), GoldenCommand.EARLY);
  }

  @Test
  void theFirstCompilerComputesTheSame() throws Exception {
    play(List.of("-XX:TieredStopAtLevel=1"));
  }

  @Test
  void theSecondCompilerComputesTheSame() throws Exception {
    play(List.of("-XX:-TieredCompilation"));
  }

  private static void play(List<String> options, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(GoldenCommand.class.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), options + ": " + output);
  }
}
