package ringmaster.server.bench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.BodyType;
import ringmaster.shared.scene.Stage;

/** How deep bodies are in one another, by their exact outlines. */
final class Penetration {
  private record Placed(Outline outline, int body, boolean moves, double minX, double maxX) {}

  private Penetration() {}

  /** The greatest overlap of two bodies, one of which moves by forces; 0 if there is none. */
  static double greatestMeters(Stage stage) {
    List<Placed> parts = new ArrayList<>();
    for (int body = 0; body < stage.count(); body++) {
      place(stage, body, parts);
    }
    parts.sort(Comparator.comparingDouble(Placed::minX));
    double greatest = 0;
    for (int i = 0; i < parts.size(); i++) {
      Placed left = parts.get(i);
      for (int j = i + 1; j < parts.size() && parts.get(j).minX < left.maxX; j++) {
        greatest = Math.max(greatest, overlapMeters(left, parts.get(j)));
      }
    }
    return greatest;
  }

  private static void place(Stage stage, int body, List<Placed> into) {
    BodyKind kind = stage.kind(body);
    for (BodyKind.Part part : kind.parts()) {
      Outline outline =
          Outline.of(part.shape(), stage.x(body), stage.y(body), stage.cos(body), stage.sin(body));
      double radius = outline.radiusMeters();
      into.add(
          new Placed(
              outline,
              body,
              kind.type() == BodyType.DYNAMIC,
              Arrays.stream(outline.x()).min().orElseThrow() - radius,
              Arrays.stream(outline.x()).max().orElseThrow() + radius));
    }
  }

  private static double overlapMeters(Placed a, Placed b) {
    return a.body != b.body && (a.moves || b.moves)
        ? Outline.overlapMeters(a.outline, b.outline)
        : 0;
  }
}
