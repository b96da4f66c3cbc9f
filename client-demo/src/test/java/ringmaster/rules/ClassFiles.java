package ringmaster.rules;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/**
 * What compiled classes say about each other.
 *
 * @param classNames full names of all classes, {@code package-info} among them
 * @param references from them to whatever they use
 */
record ClassFiles(List<String> classNames, List<Reference> references) {
  /** Reads the main classes of every module. */
  static ClassFiles ofModules() {
    return of(
        new ClassFileImporter()
            .importPaths(
                SourceTree.modules().stream()
                    .map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList()));
  }

  static ClassFiles of(JavaClasses classes) {
    return new ClassFiles(
        classes.stream().map(JavaClass::getName).toList(),
        classes.stream().flatMap(ClassFiles::references).toList());
  }

  private static Stream<Reference> references(JavaClass origin) {
    Stream<Reference> types =
        origin.getDirectDependenciesFromSelf().stream()
            .map(dependency ->
                new Reference(
                    origin.getName(),
                    dependency.getTargetClass().getBaseComponentType().getName(),
                    "",
                    dependency.getSourceCodeLocation().toString()));
    Stream<Reference> members =
        Stream.of(
                origin.getCodeUnitCallsFromSelf().stream(),
                origin.getCodeUnitReferencesFromSelf().stream())
            .<JavaCodeUnitAccess<?>>flatMap(accesses -> accesses)
            .map(access -> memberReference(origin, access));
    return Stream.concat(types, members);
  }

  private static Reference memberReference(JavaClass origin, JavaAccess<?> access) {
    return new Reference(
        origin.getName(),
        access.getTargetOwner().getName(),
        access.getTarget().getName(),
        access.getSourceCodeLocation().toString());
  }
}
