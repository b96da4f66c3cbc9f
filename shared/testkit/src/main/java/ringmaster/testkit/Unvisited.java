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

  private final List<String> found = new ArrayList<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Unvisited() {}

  /** For example {@code TagSimulation.chaser: 3 and 0}; the first few. */
  static List<String> between(Simulation saved, Simulation restored) {
    Unvisited difference = new Unvisited();
    difference.compare(saved.getClass().getSimpleName(), saved, restored);
    return difference.found;
  }

  private void compare(String name, @Nullable Object one, @Nullable Object two) {
    if (found.size() >= MOST_NAMED || one == two) {
      return;
    }
    if (one == null || two == null || one.getClass() != two.getClass() || isValue(one)) {
      if (!Objects.equals(one, two)) {
        found.add(name + ": " + one + " and " + two);
      }
    } else if (seen.add(one)) {
      compareInside(name, one, two);
    }
  }

  private static boolean isValue(Object any) {
    return any instanceof Number
        || any instanceof Boolean
        || any instanceof Character
        || any instanceof String
        || any instanceof Enum<?>;
  }

  private void compareInside(String name, Object one, Object two) {
    if (one.getClass().isArray()) {
      compareArrays(name, one, two);
      return;
    }
    for (Class<?> type = one.getClass(); isOwn(type); type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          String fieldName = type.getSimpleName() + "." + field.getName();
          compare(fieldName, value(field, one), value(field, two));
        }
      }
    }
  }

  /** The first element that differs stands for the array. */
  private void compareArrays(String name, Object one, Object two) {
    int before = found.size();
    int length = Math.min(Array.getLength(one), Array.getLength(two));
    for (int i = 0; i < length && found.size() == before; i++) {
      compare(name + "[" + i + "]", Array.get(one, i), Array.get(two, i));
    }
  }

  /** What the JDK keeps inside its collections says nothing to an author. */
  private static boolean isOwn(@Nullable Class<?> type) {
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
