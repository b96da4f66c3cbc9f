package ringmaster.rules;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which package may see which. Names are relative to {@code ringmaster.}; arrows are transitive; a
 * package that exists and is not in the table is a breach, and so is a circle.
 *
 * <p>A row reads: package, arrow, the packages it may see. {@code shared.*} stands for every row
 * that begins so.
 *
 * <p>The modules' root packages {@code server} and {@code client} put things together, so they see
 * everything; of the others only {@code client.practice} and {@code client.play} see the server.
 */
final class PackageTable {
  /** The table of the project. */
  static final PackageTable PROJECT =
      new PackageTable(
          """
          shared                ->
          shared.math           ->
          shared.time           ->
          shared.wire           ->
          shared.agent          ->
          shared.state          ->
          shared.physics        -> shared.state
          shared.scene          -> shared.physics shared.math
          shared.command        -> shared.wire
          shared.game           -> shared.physics shared.command shared.state
          shared.body           -> shared.game shared.physics shared.state
          shared.arena          -> shared.body
          shared.seal           -> shared.wire
          shared.protocol       -> shared.wire shared.command shared.game
          shared.snapshot       -> shared.wire shared.game shared.protocol
          shared.interest       -> shared.game shared.snapshot
          shared.netsim         -> shared.protocol
          shared.install        -> shared.snapshot shared.game shared.physics shared.command \
                                   shared.state
          shared.report         ->

          testkit               -> shared.*

          server.telemetry      ->
          server.transport      -> shared.protocol shared.agent
          server.session        -> server.transport shared.protocol shared.seal shared.agent
          server.ingress        -> server.session shared.command shared.snapshot
          server.journal        -> server.ingress
          server.pool           -> shared.physics
          server.guard          ->
          server.match          -> shared.game shared.physics shared.command shared.snapshot \
                                   shared.interest shared.install server.pool
          server.replication    -> server.match server.guard shared.snapshot shared.interest \
                                   server.session server.transport shared.seal server.pool
          server.recovery       -> server.journal server.match server.guard
          server.loop           -> server.ingress server.journal server.match \
                                   server.replication server.pool server.guard shared.install
          server.fill           -> server.ingress shared.snapshot shared.install
          server.status         -> server.ingress server.journal shared.report
          server                -> shared.* server.*

          client.prediction     -> shared.*
          client.interpolation  -> shared.*
          client.connection     -> client.prediction client.interpolation
          client.bot            -> client.connection client.prediction client.interpolation
          client.load           -> client.connection client.prediction client.interpolation \
                                   client.bot
          client.browser        -> client.connection
          client.window         ->
          client.settings       -> client.window
          client.input          -> client.window client.settings client.connection
          client.scene          -> client.connection client.prediction client.interpolation
          client.render         -> client.scene client.window client.settings
          client.widget         -> client.window
          client.hud            -> client.widget client.settings client.browser client.connection \
                                   client.bot
          client.audio          -> client.scene client.settings
          client.practice       -> client.connection server
          client.play           -> client.browser client.input client.scene client.render \
                                   client.hud client.audio client.practice
          client.testbed        -> client.play shared.scene
          client                -> shared.* server.* client.* server
          """,
          Set.of("shared", "shared.math", "shared.time"),
          Set.of("server.telemetry"));

  private final Map<String, Set<String>> reachable = new LinkedHashMap<>();
  private final Set<String> openToAll;
  private final Set<String> openToServer;

  /**
   * @param table rows as described above
   * @param openToAll packages that need no arrow, except from one another
   * @param openToServer the same, for packages of the server
   */
  PackageTable(String table, Set<String> openToAll, Set<String> openToServer) {
    this.openToAll = openToAll;
    this.openToServer = openToServer;
    Map<String, Set<String>> direct = parse(table);
    for (String name : direct.keySet()) {
      Set<String> seen = new LinkedHashSet<>();
      follow(name, direct, seen);
      if (seen.contains(name)) {
        throw new IllegalArgumentException(name + " reaches itself: the table has a circle");
      }
      reachable.put(name, seen);
    }
  }

  boolean contains(String name) {
    return reachable.containsKey(name);
  }

  boolean allows(String from, String to) {
    return from.equals(to)
        || reachable.getOrDefault(from, Set.of()).contains(to)
        || (openToAll.contains(to) && !openToAll.contains(from))
        || (openToServer.contains(to) && isOfServer(from) && !openToServer.contains(from));
  }

  private static Map<String, Set<String>> parse(String table) {
    Map<String, String> rows = new LinkedHashMap<>();
    table
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          String[] sides = line.split("->", -1);
          if (sides.length != 2 || rows.put(sides[0].strip(), sides[1].strip()) != null) {
            throw new IllegalArgumentException("not a row, or a second one: " + line);
          }
        });
    Map<String, Set<String>> direct = new LinkedHashMap<>();
    rows.forEach((name, targets) -> direct.put(name, expand(name, targets, rows.keySet())));
    return direct;
  }

  private static Set<String> expand(String name, String targets, Set<String> names) {
    Set<String> expanded = new LinkedHashSet<>();
    for (String target : targets.split("\\s+", 0)) {
      if (target.endsWith(".*")) {
        String module = target.substring(0, target.length() - 2);
        names.stream()
            .filter(n -> n.startsWith(module + ".") && !n.equals(name))
            .forEach(expanded::add);
      } else if (names.contains(target)) {
        expanded.add(target);
      } else if (!target.isEmpty()) {
        throw new IllegalArgumentException(name + " -> " + target + ", which has no row");
      }
    }
    return expanded;
  }

  private static void follow(String name, Map<String, Set<String>> direct, Set<String> seen) {
    for (String target : direct.getOrDefault(name, Set.of())) {
      if (seen.add(target)) {
        follow(target, direct, seen);
      }
    }
  }

  private static boolean isOfServer(String name) {
    return name.equals("server") || name.startsWith("server.");
  }
}
