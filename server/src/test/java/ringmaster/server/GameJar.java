package ringmaster.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import ringmaster.shared.game.Game;

/**
 * A jar with a tiny game in it, compiled here and now as a stranger would: its rules count ticks,
 * and each part of its source can be replaced by another.
 */
final class GameJar {
  static final String SERVICE = "META-INF/services/" + Game.class.getName();

  private static final String MAP =
      """
      {"version": 1, "sizeMeters": 32,
       "walls": [[[-16, -16], [16, -16], [16, 16], [-16, 16], [-16, -16]]],
       "spawns": [{"x": 0, "y": 0, "angle": 0, "team": 0}], "goals": [], "props": []}
      """;

  private static final String SOURCE =
      """
      package guest;

      import java.util.List;
      import ringmaster.shared.game.*;
      import ringmaster.shared.physics.Workers;
      import ringmaster.shared.state.StateVisitor;

      public final class Guest implements Game {
        static final EntityType COUNTER =
            new EntityType("counter", List.of(/*FIELD*/), EntityType.Shape.NONE, 0, 0)
                .with(new Guess());
        static Object keeper;
        static int ticks;

        /*PUBLIC*/ Guest() { /*MAKE*/ }
        public String mode() { return "MODE"; }
        public int version() { return 3; }
        public List<String> maps() { return List.of(/*MAPS*/); }
        public EntitySchema schema(MatchSettings settings, GameMap map) {
          return new EntitySchema(List.of(COUNTER), /*CAPACITY*/);
        }
        public int bodySlot(MatchSettings settings, int seat) { return /*BODY*/; }
        public Sight newSight(MatchSettings settings, GameMap map) {
          return new Sight() {
            public boolean sees(EntityFrame frame, int slot, int seat, float x, float y) {
              /*SIGHT*/
              return true;
            }
            public boolean sees(float x, float y, float placeX, float placeY) { return true; }
          };
        }
        public Simulation newSimulation(MatchSettings settings, GameMap map) {
          /*BUILD*/
          return new Match();
        }
        public Brain newBrain(String name, MatchSettings settings, GameMap map, long seed) {
          return new Brain() {
            public boolean observes() { return true; }
            public long command(EntityFrame frame, int seat, int tick) { /*BRAIN*/ return 0; }
          };
        }

        /** An exception is code as well. */
        static final class Odd extends RuntimeException {
          @Override public String getMessage() { /*MESSAGE*/ return "odd"; }
        }

        static final class Guess implements EntityPredictor {
          public int[] order() { return new int[] {/*ORDER*/}; }
          public int predict(int field, int[] then, int[] now, int ageTicks) {
            /*PREDICT*/
            return then[field];
          }
          public int expect(int field, int slot, int[] now, Seen others) { return 0; }
        }

        static final class Match implements Simulation {
          private int tick;

          public void join(int seat) { /*JOIN*/ }
          public void leave(int seat) {}
          public void tick(TickCommands commands, Workers workers) {
            /*TICK*/
            tick++;
            ticks = tick;
          }
          int deeper(int depth) { return depth < 0 ? 0 : 1 + deeper(depth + 1); }
          public Phase phase() { return Phase.PLAYING; }
          public void capture(EntityFrame frame) {
            /*CAPTURE*/
            frame.put(0, /*TYPE*/, 0);
            frame.setQuantized(0, 0, tick & 1023);
          }
          public int ownerWords() { return 1; }
          public void captureOwner(int seat, int[] words, int offset) {
            /*OWNER*/
            words[offset] = tick;
          }
          public void visit(StateVisitor visitor) { tick = visitor.int32(tick); }
        }
      }
      """;

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final String mode;

  /** A game that works. */
  GameJar(String mode) {
    this.mode = mode;
    parts.put("/*FIELD*/", "EntityField.count(\"ticks\", 0, 1023)");
    parts.put("/*PUBLIC*/", "public");
    parts.put("/*CAPACITY*/", "1");
    parts.put("/*MAPS*/", "\"pit\"");
    parts.put("/*TYPE*/", "0");
    parts.put("/*BODY*/", "-1");
    parts.put("/*ORDER*/", "0");
    file(SERVICE, "guest.Guest\n");
    file("maps/pit.json", MAP);
  }

  /** With another source for a part, such as {@code TICK}. */
  GameJar with(String part, String source) {
    parts.put("/*" + part + "*/", source);
    return this;
  }

  /** With something that happens in tick 100. */
  GameJar atTick100(String source) {
    return with("TICK", "if (tick == 100) { " + source + " }");
  }

  /** With another file in the jar. */
  GameJar file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  GameJar file(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  GameJar without(String name) {
    files.remove(name);
    return this;
  }

  /** Changes compiled classes: their name in the jar, and what becomes of their bytes. */
  interface Tampering {
    byte[] apply(String name, byte[] bytes);
  }

  Path writeTo(Path folder, String name) throws IOException {
    return writeTo(folder, name, (className, bytes) -> bytes);
  }

  Path writeTo(Path folder, String name, Tampering tampering) throws IOException {
    String source = SOURCE.replace("MODE\"", mode + "\"");
    for (Map.Entry<String, String> part : parts.entrySet()) {
      source = source.replace(part.getKey(), part.getValue());
    }
    Path classes = Files.createTempDirectory(folder, "classes");
    compile(source, classes);
    Path jar = folder.resolve(name);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.4.2");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        Stream<Path> compiled = Files.walk(classes)) {
      for (Path file : compiled.filter(Files::isRegularFile).sorted().toList()) {
        String className = classes.relativize(file).toString().replace('\\', '/');
        put(entries, className, tampering.apply(className, Files.readAllBytes(file)));
      }
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(entries, file.getKey(), file.getValue());
      }
    }
    return jar;
  }

  private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    if (bytes.length > 0) {
      jar.putNextEntry(new JarEntry(name));
      jar.write(bytes);
    }
  }

  private static void compile(String source, Path target) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///guest/Guest.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    StringWriter complaints = new StringWriter();
    List<String> options =
        List.of(
            "-d", target.toString(), "-proc:none", "-cp", Path.of(location(Game.class)).toString());
    if (!compiler.getTask(complaints, null, null, options, null, List.of(file)).call()) {
      throw new AssertionError(complaints + "\n" + source);
    }
  }

  private static URI location(Class<?> type) {
    try {
      return type.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
