package ringmaster.testkit;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ringmaster.shared.time.Clock;

/** Classes that break the rules of {@link DeterminismTest}, and one that does not. Never run. */
@SuppressWarnings({
  "DefaultCharset",
  "DefaultLocale",
  "JavaUtilDate",
  "ModifiedButNotUsed",
  "StringCaseLocaleUsage",
  "UnnecessaryLambda"
})
final class Planted {
  private Planted() {}

  static final class Behind {
    static DoubleUnaryOperator reference() {
      return Math::cos;
    }

    static Supplier<Map<String, String>> constructor() {
      return HashMap::new;
    }

    static DoubleUnaryOperator lambda() {
      return radians -> Math.tan(radians);
    }
  }

  static final class Named extends ThreadGroup implements Callable<Object> {
    Named() {
      super("planted");
    }

    @Override
    public Object call() {
      return 1;
    }

    static Object literal() {
      return Thread.class;
    }

    static Object array() {
      return new Thread[1];
    }

    static Object arrays() {
      return new Thread[1][1];
    }

    static Object cast(Object any) {
      return (Thread) any;
    }

    static Object field() {
      return System.out;
    }
  }

  static final class Rounding {
    static double wave(double x) {
      return Math.sin(x) + Math.pow(x, 3);
    }
  }

  static final class Summation {
    static double total(double[] values) {
      return DoubleStream.of(values).sum();
    }
  }

  static final class Clocks {
    static Object read(Clock clock) throws InterruptedException {
      Thread.sleep(1);
      TimeUnit.SECONDS.sleep(1);
      long nanos = System.nanoTime() + clock.nanoTime();
      return List.of(java.time.Instant.now(), new Date(), nanos);
    }
  }

  static final class Chance {
    static Object draw() {
      return List.of(
          Math.random(),
          new Random(),
          new SplittableRandom(),
          ThreadLocalRandom.current(),
          RandomGenerator.getDefault(),
          UUID.randomUUID());
    }
  }

  static final class HashOrder {
    static Object collect(List<String> names) {
      HashSet<String> seen = new HashSet<>();
      seen.add("tank");
      return List.of(
          new HashMap<String, String>(),
          Map.of("tank", 1, "crate", 2),
          Set.copyOf(names),
          names.stream().collect(Collectors.toSet()),
          names.stream().collect(Collectors.toMap(name -> name, String::length)),
          names.stream().collect(Collectors.groupingBy(String::length)));
    }
  }

  static final class HashCodes {
    static int mix(Object any, Hazard constant, Use use) {
      return any.hashCode()
          + constant.hashCode()
          + use.hashCode()
          + Objects.hash(any, constant)
          + System.identityHashCode(any);
    }
  }

  static final class Threads {
    static Object spread(List<String> names, Object any) {
      Thread worker = new Thread(() -> {});
      worker.start();
      return List.of(
          IntStream.range(0, 9).parallel(), names.parallelStream(), any instanceof Thread);
    }
  }

  static final class Outside {
    static Object ask(Path file) throws IOException {
      System.err.flush();
      return List.of(
          Files.readString(file),
          System.getenv("HOME"),
          System.getProperty("user.name"),
          Runtime.getRuntime().availableProcessors(),
          Objects.requireNonNull(Outside.class.getResourceAsStream("map.json")));
    }
  }

  static final class Locales {
    static Object write(String name, float meters) {
      return List.of(
          String.format("%f", meters),
          "%f".formatted(meters),
          name.toLowerCase(),
          name.toUpperCase(),
          name.getBytes());
    }
  }

  static final class Reflection {
    static Object look(Class<?> type) throws ClassNotFoundException {
      Method first = type.getDeclaredMethods()[0];
      return List.of(first.getName(), Class.forName("game.Match"));
    }
  }

  static final class StaticState {
    static int next;

    static final int[] TABLE = new int[4];
    static final long[][] GRID = new long[4][4];
    static final List<String> NAMES = new ArrayList<>();
    static final AtomicInteger COUNT = new AtomicInteger();
    static final StringBuilder TEXT = new StringBuilder();
    static final Box BOX = new Box();
    static final int[] COPY = new int[4];
    static final int[] FILLED = new int[4];

    /** Final, and shared all the same. */
    static void change(int at, boolean twice) {
      TABLE[at] += twice ? 2 : 1;
      long[] row = GRID[at];
      row[at] = twice ? 2 : 1;
      NAMES.add("tank");
      COUNT.incrementAndGet();
      TEXT.append(at).append("tank");
      BOX.value = at;
      System.arraycopy(TABLE, 0, COPY, 0, at);
      Arrays.fill(FILLED, at);
    }
  }

  static final class Box {
    int value;
  }

  /** One of each that stands near something forbidden. */
  static final class Harmless {
    private static final int[] SQUARES = new int[4];

    static {
      for (int i = 0; i < SQUARES.length; i++) {
        SQUARES[i] = i * i;
      }
    }

    static int[] ownCopy(int at, boolean doubled) {
      int[] own = SQUARES.clone();
      own[at] = doubled ? 2 * SQUARES[at] : SQUARES[at];
      System.arraycopy(SQUARES, 0, own, 0, at);
      return own;
    }

    static Object compute(List<String> names, byte[] bytes, float x) {
      Function<String, Integer> length = String::length;
      Map<String, Integer> ordered = new LinkedHashMap<>();
      names.forEach(name -> ordered.put(name, length.apply(name)));
      Map<Hazard, Integer> byHazard = new EnumMap<>(Hazard.class);
      byHazard.put(Hazard.CLOCK, new AtomicInteger().incrementAndGet());
      return List.of(
          Math.sqrt(Math.abs(x)) + StrictMath.sin(x),
          new Random(7).nextInt(),
          new SplittableRandom(7).nextInt(),
          new Date(7),
          ordered.entrySet(),
          byHazard,
          new TreeMap<>(ordered),
          "tank".hashCode() + Float.hashCode(x) + Arrays.hashCode(bytes),
          names.stream().collect(Collectors.toMap(n -> n, n -> 1, (a, b) -> a, TreeMap::new)),
          Stream.of("tank").map(name -> name.toLowerCase(Locale.ROOT)).toList(),
          String.format(Locale.ROOT, "%f", x).getBytes(StandardCharsets.UTF_8),
          TimeUnit.SECONDS.toNanos(1));
    }
  }
}
