package ringmaster.client;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import ringmaster.client.audio.Audio;
import ringmaster.client.window.Window;
import ringmaster.client.window.WindowException;
import ringmaster.server.journal.DataDirectory;
import ringmaster.server.transport.DatagramEndpoint;
import ringmaster.server.transport.TransportException;
import ringmaster.shared.report.Machine;
import ringmaster.shared.time.Clock;

/** Looks at this machine as a server, or a player, would find it. Leaves nothing behind. */
final class Checkup {
  private static final int BUILT_FOR_JAVA = 25;
  private static final long MEBIBYTE = 1 << 20;

  /** The launcher's heap, and as much again for the rest of the process and the system. */
  private static final long ENOUGH_MEMORY_BYTES = 1024 * MEBIBYTE;

  /** A thousand players and their journal, with room to spare. */
  private static final long ENOUGH_OPEN_FILES = 4096;

  /** Half an hour of 200 full matches at 3.6 MB/s is 6.5 GB; below 1 GiB it is minutes. */
  private static final long ENOUGH_DISK_BYTES = 1024 * MEBIBYTE;

  private static final long NO_DISK_BYTES = 64 * MEBIBYTE;

  private static final int NAPS = 50;
  private static final long NAP_NANOS = 1_000_000;

  /** A tick that begins so late leaves its period noticeably shorter. */
  private static final long LATE_NANOS = 2_000_000;

  private final InetSocketAddress game;
  private final InetSocketAddress http;
  private final Path data;
  private final Clock clock;

  /**
   * @param game where a server would listen, by TCP and UDP
   * @param http where it would serve its status
   * @param data its data directory, which need not exist
   */
  Checkup(InetSocketAddress game, InetSocketAddress http, Path data, Clock clock) {
    this.game = game;
    this.http = http;
    this.data = data.toAbsolutePath().normalize();
    this.clock = clock;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    Machine machine = Machine.here();
    findings.add(processor(machine));
    findings.add(memory(machine));
    findings.add(collector());
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      findings.add(openFiles(unix.getMaxFileDescriptorCount()));
    }
    findings.add(tcpPort("control port", game, "--port"));
    findings.add(datagramPort());
    findings.add(tcpPort("status port", http, "--http"));
    findings.add(receiveBuffer());
    findings.add(dataDirectory());
    findings.add(diskSpace());
    findings.add(timer());
    findings.add(graphics());
    if (System.getProperty("os.name", "").equals("Linux")) {
      findings.add(display(System.getenv()));
    }
    findings.add(sound());
    return findings;
  }

  private static Finding java() {
    String found = Runtime.version() + " of " + System.getProperty("java.vendor");
    return Runtime.version().feature() == BUILT_FOR_JAVA
        ? Finding.ok("java", found)
        : Finding.warning(
            "java", found, "Java " + BUILT_FOR_JAVA + " is what this was built and tested with");
  }

  private static Finding processor(Machine machine) {
    String found = machine.cores() + " cores, " + machine.cpu();
    return machine.cores() > 1
        ? Finding.ok("processor", found)
        : Finding.warning(
            "processor", found, "ticks wait for network and journal; give it two cores or more");
  }

  private static Finding memory(Machine machine) {
    String found =
        "%,d MiB, of which the heap may take %,d"
            .formatted(
                machine.memoryBytes() / MEBIBYTE, Runtime.getRuntime().maxMemory() / MEBIBYTE);
    return machine.memoryBytes() >= ENOUGH_MEMORY_BYTES
        ? Finding.ok("memory", found)
        : Finding.warning("memory", found, "1,024 MiB are the least to host with");
  }

  private static Finding collector() {
    String names =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .collect(Collectors.joining(", "));
    return names.contains("ZGC")
        ? Finding.ok("collector", names)
        : Finding.warning(
            "collector", names, "its pauses delay ticks; the launcher uses -XX:+UseZGC");
  }

  private static Finding openFiles(long limit) {
    String found = "%,d at most".formatted(limit);
    return limit >= ENOUGH_OPEN_FILES
        ? Finding.ok("open files", found)
        : Finding.warning(
            "open files",
            found,
            "each player takes one; raise it with ulimit -n %d".formatted(ENOUGH_OPEN_FILES));
  }

  private static Finding tcpPort(String check, InetSocketAddress address, String option) {
    String port = "TCP port " + address.getPort();
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address);
      return Finding.ok(check, port + " is free");
    } catch (IOException e) {
      return Finding.problem(
          check,
          port + " on " + address.getHostString() + " cannot be had: " + e.getMessage(),
          "stop what uses it, or serve with another " + option);
    }
  }

  private Finding datagramPort() {
    String check = "datagram port";
    try (DatagramEndpoint endpoint = new DatagramEndpoint(game)) {
      return Finding.ok(check, "UDP port " + endpoint.port() + " is free");
    } catch (TransportException e) {
      return Finding.problem(
          check,
          withoutStop(String.valueOf(e.getMessage())),
          "stop what uses it, or serve with another --port");
    }
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private Finding receiveBuffer() {
    String check = "receive buffer";
    int wanted = DatagramEndpoint.WANTED_RECEIVE_BUFFER_BYTES;
    InetSocketAddress anyPort = new InetSocketAddress(game.getAddress(), 0);
    try (DatagramEndpoint endpoint = new DatagramEndpoint(anyPort)) {
      int granted = endpoint.receiveBufferBytes();
      String found = "the system grants %,d bytes of %,d".formatted(granted, wanted);
      return granted >= wanted
          ? Finding.ok(check, found)
          : Finding.warning(
              check,
              found,
              "bursts of datagrams may be lost; on Linux, sysctl -w net.core.rmem_max=" + wanted);
    } catch (TransportException e) {
      return Finding.problem(
          check, withoutStop(String.valueOf(e.getMessage())), "no datagrams without a UDP port");
    }
  }

  private Finding dataDirectory() {
    Path existing = existingPart(data);
    String check = "data directory";
    if (DataDirectory.wasUsed(data)) {
      try (DataDirectory free = DataDirectory.open(data)) {
        return Finding.ok(check, data + ", of an earlier server");
      } catch (IOException e) {
        return Finding.problem(check, String.valueOf(e.getMessage()), "serve with another --data");
      }
    }
    if (Files.isDirectory(existing) && Files.isWritable(existing)) {
      return Finding.ok(check, data + (existing.equals(data) ? "" : " can be made"));
    }
    return Finding.problem(
        check,
        existing + (Files.isDirectory(existing) ? " may not be written" : " is not a directory"),
        "serve with another --data");
  }

  private Finding diskSpace() {
    String check = "disk space";
    try {
      long freeBytes = Files.getFileStore(existingPart(data)).getUsableSpace();
      String found = "%,d MiB free for the journal".formatted(freeBytes / MEBIBYTE);
      if (freeBytes >= ENOUGH_DISK_BYTES) {
        return Finding.ok(check, found);
      }
      String advice = "200 full matches write 216 MB a minute; make room";
      return freeBytes >= NO_DISK_BYTES
          ? Finding.warning(check, found, advice)
          : Finding.problem(check, found, advice);
    } catch (IOException e) {
      return Finding.warning(check, "cannot be told: " + e.getMessage(), "look yourself");
    }
  }

  /** The path, or the nearest folder above it that is there. */
  private static Path existingPart(Path path) {
    Path part = path;
    while (!Files.exists(part) && part.getParent() != null) {
      part = part.getParent();
    }
    return part;
  }

  /** How late a thread wakes that asked to be woken: ticks begin so. */
  private Finding timer() {
    long[] lateNanos = new long[NAPS];
    for (int i = 0; i < NAPS; i++) {
      long dueNanos = clock.nanoTime() + NAP_NANOS;
      LockSupport.parkNanos(NAP_NANOS);
      lateNanos[i] = clock.nanoTime() - dueNanos;
    }
    Arrays.sort(lateNanos);
    long medianNanos = lateNanos[NAPS / 2];
    String found =
        "threads wake %,d us late, at worst %,d"
            .formatted(medianNanos / 1_000, lateNanos[NAPS - 1] / 1_000);
    return medianNanos < LATE_NANOS
        ? Finding.ok("timer", found)
        : Finding.warning("timer", found, "ticks begin as late; a busy or virtual machine does so");
  }

  /** What draws, for those who play here; a server needs neither this nor what follows. */
  private static Finding graphics() {
    String check = "graphics";
    try (Window window = Window.open(Window.Options.headless(1, 1))) {
      String version = window.glVersion().split(" ", 2)[0];
      String found = window.rendererName() + ", OpenGL " + version;
      return window.softwareRendered()
          ? Finding.warning(check, found, "the processor draws, so play uses the lowest quality")
          : Finding.ok(check, found);
    } catch (WindowException e) {
      return Finding.warning(check, "none", String.valueOf(e.getMessage()));
    }
  }

  /** Elsewhere than on Linux a desktop is always there. */
  static Finding display(Map<String, String> environment) {
    String check = "display";
    if (environment.containsKey("WAYLAND_DISPLAY")) {
      return Finding.ok(check, "Wayland's " + environment.get("WAYLAND_DISPLAY"));
    }
    if (environment.containsKey("DISPLAY")) {
      return Finding.ok(check, "X11's " + environment.get("DISPLAY"));
    }
    return Finding.warning(
        check,
        "no desktop in this session (neither DISPLAY nor WAYLAND_DISPLAY is set)",
        "start play in a desktop session, or with --headless");
  }

  private static Finding sound() {
    return Audio.describe()
        .map(name -> Finding.ok("sound", "device " + name))
        .orElseGet(() -> Finding.warning("sound", "no device", "the client plays silently"));
  }
}
