package ringmaster.testkit;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.Simulation;

/**
 * Names the fields in which a restored simulation differs from the one that was saved. Scratch
 * memory may differ; when the two then go different ways, what {@code visit} forgot is among these.
 */
final class Unvisited {
  private static final int MOST_NAMED = 8;

  private final OwnCode ownCode;

  /** In fields of the author's classes, and in those of the engine's. */
  private final List<String> own = new ArrayList<>();

  private final List<String> ofEngine = new ArrayList<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Unvisited(OwnCode ownCode) {
    this.ownCode = ownCode;
  }

  /**
   * For example {@code TagSimulation.chaser: 3 and 0}; the first few. Fields of the engine only if
   * there are no others: it visits what it has, unless the game forgets to let it.
   */
  static List<String> between(Simulation saved, Simulation restored, OwnCode ownCode) {
    Unvisited difference = new Unvisited(ownCode);
    String name = saved.getClass().getSimpleName();
    difference.compare(difference.own, name, saved, restored);
    return difference.own.isEmpty() ? difference.ofEngine : difference.own;
  }

  /**
   * @param found where a difference is kept
   */
  private void compare(
      List<String> found, String name, @Nullable Object one, @Nullable Object two) {
    if (own.size() >= MOST_NAMED || one == two) {
      return;
    }
    if (one == null || two == null || one.getClass() != two.getClass() || isValue(one)) {
      if (!Objects.equals(one, two) && found.size() < MOST_NAMED) {
        found.add(name + ": " + one + " and " + two);
      }
    } else if (seen.add(one)) {
      compareInside(found, name, one, two);
    }
  }

  private static boolean isValue(Object any) {
    return any instanceof Number
        || any instanceof Boolean
        || any instanceof Character
        || any instanceof String
        || any instanceof Enum<?>;
  }

  private void compareInside(List<String> found, String name, Object one, Object two) {
    if (one.getClass().isArray()) {
      compareArrays(found, name, one, two);
      return;
    }
    for (Class<?> type = one.getClass(); isOutsideJdk(type); type = type.getSuperclass()) {
      List<String> ofType = ownCode.contains(type.getName()) ? own : ofEngine;
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          String fieldName = type.getSimpleName() + "." + field.getName();
          compare(ofType, fieldName, value(field, one), value(field, two));
        }
      }
    }
  }

  /** The first element that differs stands for the array. */
  private void compareArrays(List<String> found, String name, Object one, Object two) {
    int before = found.size();
    int length = Math.min(Array.getLength(one), Array.getLength(two));
    for (int i = 0; i < length && found.size() == before; i++) {
      compare(found, name + "[" + i + "]", Array.get(one, i), Array.get(two, i));
    }
  }

  /** What the JDK keeps inside its collections says nothing to an author. */
  private static boolean isOutsideJdk(@Nullable Class<?> type) {
    return type != null && type.getClassLoader() != null;
  }

  private static @Nullable Object value(Field field, Object holder) {
    try {
      field.setAccessible(true);
      return field.get(holder);
    } catch (InaccessibleObjectException | IllegalAccessException e) {
      return null; // a module that opens nothing: the line that differs later has to do
    }
  }
}
