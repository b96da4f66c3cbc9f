package ringmaster.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each hazard is planted in {@link Planted}, and seen there. */
final class DeterminismCheckTest {
  private static final MethodTypeDesc DOUBLE_TO_DOUBLE =
      MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double);

  @Test
  void aFolderThatIsNotThereIsAnError(@TempDir Path folder) {
    UncheckedIOException thrown =
        assertThrows(
            UncheckedIOException.class, () -> DeterminismCheck.of(folder.resolve("nowhere")));
    assertTrue(thrown.getCause() instanceof NoSuchFileException);
  }

  @Test
  void aJarIsReadLikeAFolder(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("game.jar");
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Path target = files.getPath("/ringmaster/testkit/Planted$Rounding.class");
      Files.createDirectories(target.getParent());
      Files.write(target, bytesOf(Planted.Rounding.class));
    }
    DeterminismCheck check = DeterminismCheck.of(jar);
    assertEquals(List.of(Planted.Rounding.class.getName()), check.classNames());
    assertTrue(check.breaches().getFirst().contains("calls Math.sin"));
  }

  /** The switch below has no default: a new hazard does not compile without its plant. */
  @ParameterizedTest
  @EnumSource
  void eachHazardIsSeenInARealClassAndOnlyThere(Hazard hazard) {
    Plant plant = plant(hazard);
    List<String> breaches = breaches(plant.model());
    for (String part : plant.sentenceParts()) {
      assertTrue(
          breaches.stream().anyMatch(breach -> breach.contains(" " + part + ", ")),
          () -> part + " is not named in\n" + String.join("\n", breaches));
    }
    List<Use> others =
        Bytecode.usesOf(plant.model()).stream()
            .filter(use -> Hazard.of(use).filter(found -> found != hazard).isPresent())
            .toList();
    assertEquals(List.of(), others);
  }

  @Test
  void theSentenceNamesMethodLineAndCure() {
    ClassModel tanks =
        writtenClass(
            "ringmaster.shared.arena.Tanks",
            "spawn",
            code ->
                code.lineNumber(41)
                    .dload(0)
                    .invokestatic(ClassDesc.of("java.lang.Math"), "sin", DOUBLE_TO_DOUBLE)
                    .dreturn());
    assertEquals(
        List.of(
            "ringmaster.shared.arena.Tanks.spawn (Tanks.java:41) calls Math.sin, whose last bits"
                + " differ between machines and JDK versions: use AimTable, or StrictMath at"
                + " set-up."),
        breaches(tanks));
  }

  @Test
  void methodReferencesAndLambdasAreSeenInTheMethodThatHoldsThem() {
    List<String> breaches = breaches(compiled(Planted.Behind.class));
    assertEquals(3, breaches.size(), breaches::toString);
    assertTrue(breaches.get(0).contains("$Behind.reference (Planted.java:"));
    assertTrue(breaches.get(0).contains(" refers to Math.cos, "));
    assertTrue(breaches.get(1).contains("$Behind.constructor (Planted.java:"));
    assertTrue(breaches.get(1).contains(" refers to HashMap.new, "));
    assertTrue(breaches.get(2).contains("$Behind.lambda (Planted.java:"));
    assertTrue(breaches.get(2).contains(" calls Math.tan, "));
  }

  @Test
  void aForbiddenClassIsSeenHoweverItIsNamed() {
    List<String> uses =
        Bytecode.usesOf(compiled(Planted.Named.class)).stream()
            .filter(use -> Hazard.of(use).isPresent())
            .map(Use::toString)
            .map(use -> use.replaceAll("^.*\\$Named", "").replaceAll("java:\\d+", "java"))
            .toList();
    assertEquals(
        List.of(
            " (Planted.java) extends ThreadGroup",
            " (Planted.java) extends Callable",
            ".<init> (Planted.java) creates ThreadGroup",
            ".literal (Planted.java) names Thread",
            ".array (Planted.java) names Thread",
            ".arrays (Planted.java) names Thread",
            ".cast (Planted.java) names Thread",
            ".field (Planted.java) reads System.out"),
        uses);
  }

  @Test
  void whatIsTheSameEverywhereIsNotReported() {
    assertEquals(List.of(), breaches(compiled(Planted.Harmless.class)));
  }

  /** What no plant shows, one row of the tables each. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          java.lang.Math              | atan2(double,double)               | ROUNDING
          java.lang.Math              | hypot(double,double)               | ROUNDING
          java.lang.Math              | fma(float,float,float)             |
          java.lang.StrictMath        | pow(double,double)                 |
          java.lang.StrictMath        | random()                           | CHANCE
          java.lang.System            | arraycopy(Object,int,Object,int,int) |
          java.time.LocalDate         | now(ZoneId)                        | CLOCK
          java.time.Clock             | systemUTC()                        | CLOCK
          java.time.Clock             | fixed(Instant,ZoneId)              |
          java.util.Collections       | shuffle(List)                      | CHANCE
          java.util.Collections       | shuffle(List,Random)               |
          java.util.concurrent.ConcurrentHashMap | put(Object,Object)      | HASH_ORDER
          java.util.stream.Collectors | toUnmodifiableSet()                | HASH_ORDER
          java.util.stream.Collectors | toUnmodifiableList()               |
          java.util.stream.Collectors | toMap(Function,Function,BinaryOperator,Supplier) |
          java.util.List              | of(Object)                         |
          java.util.Arrays            | hashCode(Object[])                 | HASH_CODE
          java.util.Arrays            | hashCode(int[])                    |
          java.util.Arrays            | parallelSort(int[])                | THREADS
          java.util.Arrays            | sort(int[])                        |
          java.util.ArrayList         | parallelStream()                   | THREADS
          java.util.concurrent.Executors | newCachedThreadPool()           | THREADS
          java.util.concurrent.locks.LockSupport | park()                  | THREADS
          java.util.concurrent.atomic.AtomicLong | get()                   |
          java.net.Socket             | <init>()                           | OUTSIDE
          java.nio.file.Path          | of(String,String[])                | OUTSIDE
          java.io.File                | <init>(String)                     | OUTSIDE
          java.io.StringReader        | <init>(String)                     |
          java.lang.Integer           | getInteger(String)                 | OUTSIDE
          java.lang.String            | format(Locale,String,Object[])     |
          java.lang.String            | <init>(byte[])                     | LOCALE
          java.lang.String            | <init>(byte[],Charset)             |
          java.lang.invoke.MethodHandles$Lookup | findVirtual(Class,String,MethodType) | REFLECTION
          java.lang.invoke.MethodHandles$Lookup | findVarHandle(Class,String,Class)    |
          """)
  void eachRowCoversWhatItSaysAndNoMore(String owner, String member, Hazard hazard) {
    Use use = new Use("game.Match", ".tick (Match.java:1)", Use.Verb.CALLS, owner, member);
    assertEquals(hazard, Hazard.of(use).orElse(null));
  }

  /** A misspelt row would forbid nothing. */
  @ParameterizedTest
  @EnumSource
  void everyRowNamesWhatThereIs(Hazard hazard) throws ClassNotFoundException {
    for (Hazard.Row row : hazard.rows()) {
      if (!row.owner().endsWith("*") && !row.owner().startsWith("*")) {
        List<String> members = members(Class.forName(row.owner()));
        for (String member : row.members()) {
          assertTrue(
              members.stream().anyMatch(name -> Hazard.Row.matches(member, name)),
              () -> row.owner() + " has no " + member);
        }
      }
    }
  }

  @Test
  void anAllowanceHoldsForItsClassAndTargetOnly() {
    String own = Planted.class.getName();
    Allowance right = new Allowance(own, "java.lang.Math", "planted");
    Allowance otherClass = new Allowance("game.Match", "java.lang.Math", "planted");
    Allowance otherTarget = new Allowance(own, "java.util.HashMap", "planted");
    assertEquals(List.of(), breachesUnder(right));
    assertEquals(3, breachesUnder(otherClass).size());
    assertEquals(3, breachesUnder(otherTarget).size());
  }

  @Test
  void anAllowanceThatNothingNeedsIsReported() {
    List<String> breaches = breachesUnder(new Allowance("game.Match", "java.lang.Math", "planted"));
    assertEquals(
        "game.Match no longer uses java.lang.Math: remove what allows it.", breaches.getLast());
  }

  @Test
  void anAllowanceWithoutAReasonIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Allowance("game.Match", "java.lang.Math", " "));
  }

  /** Each with and without its parameters, as a row may name it. */
  private static List<String> members(Class<?> type) {
    Stream<String> fields = Arrays.stream(type.getFields()).map(Field::getName);
    Stream<String> names = Arrays.stream(type.getMethods()).map(Method::getName);
    Stream<String> methods =
        Arrays.stream(type.getMethods()).map(method -> method.getName() + parameters(method));
    Stream<String> constructors =
        Arrays.stream(type.getConstructors()).map(made -> "<init>" + parameters(made));
    return Stream.of(fields, names, methods, constructors).flatMap(named -> named).toList();
  }

  private static String parameters(Executable executable) {
    return Arrays.stream(executable.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(",", "(", ")"));
  }

  private static List<String> breaches(ClassModel model) {
    return DeterminismCheck.of(List.of(model)).breaches();
  }

  private static List<String> breachesUnder(Allowance allowance) {
    return DeterminismCheck.of(List.of(compiled(Planted.Rounding.class)))
        .allowing(List.of(allowance))
        .breaches();
  }

  private static ClassModel compiled(Class<?> planted) {
    return ClassFile.of().parse(bytesOf(planted));
  }

  private static byte[] bytesOf(Class<?> planted) {
    String file = planted.getName().substring(planted.getPackageName().length() + 1) + ".class";
    try (InputStream in = Objects.requireNonNull(planted.getResourceAsStream(file), file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A class file with one static method from double to double, as javac would write it. */
  private static ClassModel writtenClass(
      String className, String method, Consumer<CodeBuilder> body) {
    ClassDesc name = ClassDesc.of(className);
    byte[] bytes =
        ClassFile.of()
            .build(
                name,
                builder ->
                    builder
                        .with(SourceFileAttribute.of(name.displayName() + ".java"))
                        .withMethodBody(method, DOUBLE_TO_DOUBLE, ClassFile.ACC_STATIC, body));
    return ClassFile.of().parse(bytes);
  }

  /** Written, because the module is not there to compile against. */
  private static ClassModel classWithVectors() {
    ClassDesc vector = ClassDesc.of("jdk.incubator.vector.DoubleVector");
    return writtenClass(
        "game.Kernel",
        "sine",
        code ->
            code.aconst_null()
                .invokevirtual(vector, "neg", MethodTypeDesc.of(vector))
                .pop()
                .dload(0)
                .dreturn());
  }

  /**
   * A class that breaks the rules on one hazard.
   *
   * @param sentenceParts what is to be said of it, among others
   */
  private record Plant(ClassModel model, List<String> sentenceParts) {
    static Plant of(Class<?> planted, String... sentenceParts) {
      return new Plant(compiled(planted), List.of(sentenceParts));
    }
  }

  private static Plant plant(Hazard hazard) {
    return switch (hazard) {
      case ROUNDING -> Plant.of(Planted.Rounding.class, "calls Math.sin", "calls Math.pow");
      case SUMMATION -> Plant.of(Planted.Summation.class, "calls DoubleStream.sum");
      case VECTORS -> new Plant(classWithVectors(), List.of("calls DoubleVector.neg"));
      case CLOCK ->
          Plant.of(
              Planted.Clocks.class,
              "calls System.nanoTime",
              "calls Instant.now",
              "creates Date",
              "calls Thread.sleep",
              "calls TimeUnit.sleep",
              "calls Clock.nanoTime");
      case CHANCE ->
          Plant.of(
              Planted.Chance.class,
              "calls Math.random",
              "creates Random",
              "creates SplittableRandom",
              "calls ThreadLocalRandom.current",
              "calls RandomGenerator.getDefault",
              "calls UUID.randomUUID");
      case HASH_ORDER ->
          Plant.of(
              Planted.HashOrder.class,
              "creates HashMap",
              "creates HashSet",
              "calls HashSet.add",
              "calls Map.of",
              "calls Set.copyOf",
              "calls Collectors.toSet",
              "calls Collectors.toMap",
              "calls Collectors.groupingBy");
      case HASH_CODE ->
          Plant.of(
              Planted.HashCodes.class,
              "calls Object.hashCode",
              "calls Hazard.hashCode",
              "calls Use.hashCode",
              "calls Objects.hash",
              "calls System.identityHashCode");
      case THREADS ->
          Plant.of(
              Planted.Threads.class,
              "creates Thread",
              "calls Thread.start",
              "calls IntStream.parallel",
              "calls List.parallelStream",
              "names Thread");
      case OUTSIDE ->
          Plant.of(
              Planted.Outside.class,
              "calls Files.readString",
              "calls System.getenv",
              "calls System.getProperty",
              "calls Runtime.availableProcessors",
              "reads System.err",
              "calls Class.getResourceAsStream");
      case LOCALE ->
          Plant.of(
              Planted.Locales.class,
              "calls String.format",
              "calls String.formatted",
              "calls String.toLowerCase",
              "calls String.toUpperCase",
              "calls String.getBytes");
      case REFLECTION ->
          Plant.of(
              Planted.Reflection.class,
              "calls Class.getDeclaredMethods",
              "calls Method.getName",
              "calls Class.forName");
      case STATIC_STATE ->
          Plant.of(
              Planted.StaticState.class,
              "declares the static field Planted$StaticState.next",
              "changes what is in the static field Planted$StaticState.TABLE",
              "changes what is in the static field Planted$StaticState.GRID",
              "changes what is in the static field Planted$StaticState.NAMES",
              "changes what is in the static field Planted$StaticState.COUNT",
              "changes what is in the static field Planted$StaticState.TEXT",
              "changes what is in the static field Planted$StaticState.BOX",
              "changes what is in the static field Planted$StaticState.COPY",
              "changes what is in the static field Planted$StaticState.FILLED");
    };
  }
}
