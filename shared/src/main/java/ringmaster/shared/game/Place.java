package ringmaster.shared.game;

import java.util.ArrayList;
import java.util.List;

/**
 * Two columns that say where something is: {@code x} and {@code y} in metres, or two whose names
 * end so, as {@code fromX} and {@code fromY}. Everyone may know them: whether something is sent to
 * a viewer must not tell of what the viewer may not know.
 *
 * @param xField index of the column
 * @param yField likewise
 */
public record Place(int xField, int yField) {
  /** All places among the columns of a type, in their order. */
  public static List<Place> of(List<EntityField> fields) {
    List<Place> places = new ArrayList<>();
    for (int x = 0; x < fields.size(); x++) {
      int y = partner(fields, x);
      if (y >= 0) {
        places.add(new Place(x, y));
      }
    }
    return List.copyOf(places);
  }

  private static int partner(List<EntityField> fields, int x) {
    String name = fields.get(x).name();
    if (!isPublicLength(fields.get(x)) || !(name.equals("x") || name.endsWith("X"))) {
      return -1;
    }
    String prefix = name.substring(0, name.length() - 1);
    String wanted = prefix + (prefix.isEmpty() ? "y" : "Y");
    for (int y = 0; y < fields.size(); y++) {
      if (fields.get(y).name().equals(wanted) && isPublicLength(fields.get(y))) {
        return y;
      }
    }
    return -1;
  }

  private static boolean isPublicLength(EntityField field) {
    return field.unit().equals("m") && field.visibility() == EntityField.Visibility.EVERYONE;
  }
}
