package ringmaster.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What makes the same commands lead to different states, on another run, machine or JDK: by what
 * code uses, why, and what to use instead.
 *
 * <p>A row names a class, or after a colon some of its members: by name, or with the simple names
 * of the parameters where other overloads are fine. A star stands for any ending. Rows that begin
 * with {@code not} take back what others of the same hazard cover. Of two hazards that cover the
 * same use, the upper is named.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are never changed
enum Hazard {
  /** The specification leaves these a unit in the last place, and intrinsics take it. */
  ROUNDING(
      "whose last bits differ between machines and JDK versions",
      "use AimTable, or StrictMath at set-up",
      """
      java.lang.Math: acos asin atan atan2 cbrt cos cosh exp expm1 hypot log log10 log1p pow
      java.lang.Math: sin sinh tan tanh
      """),
  SUMMATION(
      "which may add in any order",
      "add in a loop, by index",
      """
      java.util.stream.DoubleStream: average sum summaryStatistics
      java.util.stream.Collectors: averagingDouble summarizingDouble summingDouble
      """),
  VECTORS(
      "which may round otherwise than plain Java and is no final part of it",
      "write a loop over arrays",
      "jdk.incubator.vector.*"),
  CLOCK(
      "so a replay would see another time",
      "count ticks",
      """
      java.lang.System: currentTimeMillis nanoTime
      java.lang.Thread: sleep
      java.time.*: now
      java.time.Clock: system* tickMillis tickMinutes tickSeconds
      java.time.InstantSource: system
      java.util.Calendar: getInstance
      java.util.Date: <init>()
      java.util.GregorianCalendar: <init>()
      java.util.concurrent.TimeUnit: sleep
      ringmaster.shared.time.Clock
      ringmaster.shared.time.SystemClock
      """),
  CHANCE(
      "whose numbers nobody can draw again",
      "use Rng, seeded from the match's seed",
      """
      java.lang.Math: random
      java.lang.StrictMath: random
      java.security.SecureRandom
      java.util.Collections: shuffle(List)
      java.util.Random: <init>()
      java.util.SplittableRandom: <init>()
      java.util.UUID: randomUUID
      java.util.concurrent.ThreadLocalRandom
      java.util.random.RandomGenerator: getDefault of
      java.util.random.RandomGenerator$*: of
      java.util.random.RandomGeneratorFactory: create() getDefault
      """),
  /** Salted per run, or by hash codes that are. Insertion order, as of LinkedHashMap, is none. */
  HASH_ORDER(
      "whose order changes from run to run",
      "use a LinkedHashMap, TreeMap, EnumMap or List",
      """
      java.util.HashMap
      java.util.HashSet
      java.util.Hashtable
      java.util.IdentityHashMap
      java.util.Map: copyOf entry of ofEntries
      java.util.Properties
      java.util.Set: copyOf of
      java.util.WeakHashMap
      java.util.concurrent.ConcurrentHashMap*
      java.util.stream.Collectors: groupingBy(Function) groupingBy(Function,Collector)
      java.util.stream.Collectors: groupingByConcurrent toConcurrentMap toSet toUnmodifiable*
      java.util.stream.Collectors: toMap(Function,Function) toMap(Function,Function,BinaryOperator)
      not java.util.stream.Collectors: toUnmodifiableList
      """),
  /** By identity; or, of a record, by what the JDK of the day makes of its fields. */
  HASH_CODE(
      "which differs between runs or JDK versions",
      "compute a number from the fields, in a method of another name",
      """
      *: hashCode()
      java.lang.System: identityHashCode
      java.util.Arrays: deepHashCode hashCode(Object[])
      java.util.Objects: hash hashCode
      not java.lang.Boolean
      not java.lang.Byte
      not java.lang.Character
      not java.lang.Double
      not java.lang.Float
      not java.lang.Integer
      not java.lang.Long
      not java.lang.Short
      not java.lang.String
      """),
  /** Atomics stay allowed: to claim a block of work with one decides who does it, not what. */
  THREADS(
      "whose order nobody can repeat",
      "do the work where it is called, in the order of its index",
      """
      *: parallelStream
      java.lang.InheritableThreadLocal
      java.lang.Object: notify notifyAll wait
      java.lang.Thread*
      java.util.Arrays: parallel*
      java.util.Timer*
      java.util.concurrent.*
      java.util.stream.*: parallel
      not java.util.concurrent.TimeUnit
      not java.util.concurrent.atomic.*
      """),
  OUTSIDE(
      "of which the journal knows nothing",
      "do that outside the match, and pass in what comes of it",
      """
      java.io.Console
      java.io.File*
      java.io.RandomAccessFile
      java.lang.Boolean: getBoolean
      java.lang.Class: getResource*
      java.lang.ClassLoader
      java.lang.Integer: getInteger
      java.lang.Long: getLong
      java.lang.Module: getResource*
      java.lang.Process*
      java.lang.Runtime
      java.lang.System: clearProperty console err exit gc getProperties getProperty getenv in
      java.lang.System: lineSeparator load loadLibrary out set*
      java.lang.foreign.*
      java.lang.management.*
      java.lang.ref.*
      java.net.*
      java.nio.channels.*
      java.nio.file.*
      java.util.ServiceLoader
      java.util.prefs.*
      """),
  LOCALE(
      "which depends on the machine's language, character set or time zone",
      "pass a Locale, Charset or ZoneId",
      """
      java.io.ByteArrayOutputStream: toString()
      java.io.InputStreamReader: <init>(InputStream)
      java.io.OutputStreamWriter: <init>(OutputStream)
      java.io.PrintStream: format(String,Object[]) printf(String,Object[])
      java.io.PrintWriter: format(String,Object[]) printf(String,Object[])
      java.lang.String: <init>(byte[]) <init>(byte[],int,int) formatted getBytes()
      java.lang.String: format(String,Object[]) toLowerCase() toUpperCase()
      java.nio.charset.Charset: defaultCharset
      java.text.DecimalFormat: <init>() <init>(String)
      java.text.MessageFormat: <init>(String) format(String,Object[])
      java.text.NumberFormat: getInstance() getIntegerInstance() getNumberInstance()
      java.text.SimpleDateFormat: <init>() <init>(String)
      java.time.ZoneId: systemDefault
      java.time.format.DateTimeFormatter: ofPattern(String)
      java.util.Formatter: <init>() <init>(Appendable)
      java.util.Locale: getDefault
      java.util.Scanner: <init>(InputStream)
      java.util.TimeZone: getDefault
      """),
  REFLECTION(
      "which answers in no fixed order and hides from this check what is called",
      "name classes and members in the code",
      """
      java.lang.Class: forName getClasses getConstructor* getDeclared* getField* getMethod*
      java.lang.Class: getRecordComponents newInstance
      java.lang.invoke.MethodHandles$Lookup: find* unreflect*
      java.lang.reflect.*
      not java.lang.invoke.MethodHandles$Lookup: findStaticVarHandle findVarHandle
      """),
  /** Found by declarations and by {@link HeldByStatic}, not by a row. */
  STATIC_STATE(
      "which all matches share and no restore brings back",
      "make it a constant, or a field of the match",
      "");

  private final String reason;
  private final String cure;
  private final List<Row> rows;
  private final List<Row> exceptions;

  Hazard(String reason, String cure, String table) {
    this.reason = reason;
    this.cure = cure;
    rows = table.lines().filter(line -> !isException(line)).map(Row::parse).toList();
    exceptions =
        table
            .lines()
            .filter(Hazard::isException)
            .map(line -> Row.parse(line.substring("not ".length())))
            .toList();
  }

  /** The hazard of a use; none for nearly all of them. */
  static Optional<Hazard> of(Use use) {
    return Arrays.stream(values()).filter(hazard -> hazard.covers(use)).findFirst();
  }

  /** One sentence: who uses what and where, why not, and what instead. */
  String sentence(Use use) {
    return use + ", " + reason + ": " + cure + ".";
  }

  /** The table, without what it takes back. */
  List<Row> rows() {
    return rows;
  }

  private boolean covers(Use use) {
    if (use.verb() == Use.Verb.DECLARES || use.verb() == Use.Verb.CHANGES) {
      return this == STATIC_STATE;
    }
    return rows.stream().anyMatch(row -> row.covers(use))
        && exceptions.stream().noneMatch(row -> row.covers(use));
  }

  private static boolean isException(String line) {
    return line.startsWith("not ");
  }

  /**
   * One line of a table.
   *
   * @param members {@code *} alone for the class with all it has
   */
  record Row(String owner, List<String> members) {
    static Row parse(String line) {
      int colon = line.indexOf(": ");
      return colon < 0
          ? new Row(line, List.of("*"))
          : new Row(line.substring(0, colon), List.of(line.substring(colon + 2).split(" ")));
    }

    boolean covers(Use use) {
      return matches(owner, use.owner())
          && members.stream()
              .anyMatch(member ->
                  matches(member, member.contains("(") ? use.member() : use.memberName()));
    }

    static boolean matches(String pattern, String text) {
      return pattern.endsWith("*")
          ? text.startsWith(pattern.substring(0, pattern.length() - 1))
          : text.equals(pattern);
    }
  }
}
