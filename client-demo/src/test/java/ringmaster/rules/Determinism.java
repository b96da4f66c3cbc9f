package ringmaster.rules;

import java.lang.classfile.ClassModel;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says where classes of a simulation use what may differ from run to run, machine to machine or JDK
 * to JDK. It needs class files only, so a game can be checked that comes as a jar.
 *
 * <p>It reads what a class says itself: a library that it calls, or a map that it is handed, may
 * still hide a {@link Hazard}. What is left is for golden hashes to find.
 */
final class Determinism {
  private final List<Allowance> allowances;

  /**
   * @param allowances each must be needed by the classes that are checked
   */
  Determinism(List<Allowance> allowances) {
    this.allowances = allowances;
  }

  /** One sentence for each breach; empty when all is well. */
  List<String> breaches(Collection<ClassModel> classes) {
    List<Use> hazardous =
        classes.stream()
            .flatMap(model -> Bytecode.usesOf(model).stream())
            .filter(use -> Hazard.of(use).isPresent())
            .toList();
    Stream<String> breaches =
        hazardous.stream()
            .filter(use -> allowances.stream().noneMatch(allowance -> allowance.covers(use)))
            .map(use -> Hazard.of(use).orElseThrow().sentence(use));
    Stream<String> leftOver =
        allowances.stream()
            .filter(allowance -> hazardous.stream().noneMatch(allowance::covers))
            .map(Allowance::leftOver);
    return Stream.concat(breaches, leftOver).distinct().toList();
  }
}
