package ringmaster.client.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ringmaster.client.window.Key;

/**
 * Settings out of any JSON object. What is missing has its default; what is wrong has its default
 * and a sentence; nothing wrong spoils anything else.
 */
final class SettingsReader {
  /** More sentences than a person reads; the rest are counted. */
  private static final int MAX_WARNINGS = 10;

  /** As servers have it. */
  private static final int MAX_NAME_CODE_POINTS = 16;

  private static final int MAX_TEXT_CHARS = 256;
  private static final int MAX_LIST = 256;
  private static final int MAX_KEYS = 8;
  private static final int MAX_QUOTED_CHARS = 40;

  private final JsonObject json;
  private final List<String> warnings;
  private final Settings settings = new Settings();
  private final boolean newer;
  private int unsaid;

  /**
   * @param warnings receives the sentences
   */
  SettingsReader(JsonObject json, List<String> warnings) {
    this.json = json;
    this.warnings = warnings;
    int version = integer("version", Settings.VERSION, 1, Integer.MAX_VALUE);
    newer = version > Settings.VERSION;
    if (newer) {
      warn(
          "they are of version %d, and this is %d: what is known of them is used"
              .formatted(version, Settings.VERSION));
    }
    readFields();
    readBindings();
    if (unsaid > 0) {
      warnings.add("settings: " + unsaid + " more of this kind");
    }
  }

  Settings settings() {
    return settings;
  }

  /** Whether a newer version wrote them. */
  boolean isNewer() {
    return newer;
  }

  private void readFields() {
    Settings s = settings;
    s.name = name(s.name);
    s.quality = choice("quality", Quality.values(), s.quality);
    s.fullscreen = flag("fullscreen", s.fullscreen);
    s.vsync = flag("vsync", s.vsync);
    s.fpsCap = integer("fpsCap", s.fpsCap, 0, 1000);
    s.hudScalePercent = integer("hudScalePercent", s.hudScalePercent, 50, 300);
    s.mouseSensitivity = number("mouseSensitivity", s.mouseSensitivity, 0.05f, 50);
    s.padSensitivity = number("padSensitivity", s.padSensitivity, 0.05f, 50);
    s.padDeadZonePercent = integer("padDeadZonePercent", s.padDeadZonePercent, 0, 90);
    s.masterVolumePercent = integer("masterVolumePercent", s.masterVolumePercent, 0, 100);
    s.effectsVolumePercent = integer("effectsVolumePercent", s.effectsVolumePercent, 0, 100);
    s.engineVolumePercent = integer("engineVolumePercent", s.engineVolumePercent, 0, 100);
    s.netGraph = choice("netGraph", NetGraphLevel.values(), s.netGraph);
    s.cameraShake = flag("cameraShake", s.cameraShake);
    s.recent = texts("recent", Settings.MAX_RECENT);
    s.favourites = texts("favourites", MAX_LIST);
    s.muted = texts("muted", MAX_LIST);
  }

  private @Nullable JsonElement field(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull() ? null : value;
  }

  private String name(String otherwise) {
    JsonElement value = field(json, "name");
    String text = value == null ? otherwise : text(value);
    if (text != null && text.codePointCount(0, text.length()) <= MAX_NAME_CODE_POINTS) {
      return text;
    }
    warn(
        "name is a line of at most %d characters, not %s; none is used"
            .formatted(MAX_NAME_CODE_POINTS, quoted(value)));
    return otherwise;
  }

  private <E extends Enum<E>> E choice(String name, E[] all, E otherwise) {
    JsonElement value = field(json, name);
    for (E one : all) {
      if (value == null || one.name().equals(text(value))) {
        return value == null ? otherwise : one;
      }
    }
    warn(
        "%s is one of %s, not %s; %s is used"
            .formatted(name, Arrays.toString(all), quoted(value), otherwise));
    return otherwise;
  }

  private boolean flag(String name, boolean otherwise) {
    JsonElement value = field(json, name);
    if (value == null) {
      return otherwise;
    }
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()) {
      return value.getAsBoolean();
    }
    warn("%s is true or false, not %s; %s is used".formatted(name, quoted(value), otherwise));
    return otherwise;
  }

  private int integer(String name, int otherwise, int least, int most) {
    JsonElement value = field(json, name);
    double number = value == null ? otherwise : number(value);
    if (number >= least && number <= most && number == Math.rint(number)) {
      return (int) number;
    }
    warn(
        "%s is a whole number from %d to %d, not %s; %d is used"
            .formatted(name, least, most, quoted(value), otherwise));
    return otherwise;
  }

  private float number(String name, float otherwise, float least, float most) {
    JsonElement value = field(json, name);
    float number = value == null ? otherwise : (float) number(value);
    if (number >= least && number <= most) {
      return number;
    }
    warn(
        "%s is a number from %s to %s, not %s; %s is used"
            .formatted(name, least, most, quoted(value), otherwise));
    return otherwise;
  }

  /** Not a number if it is none. */
  private static double number(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()
        ? value.getAsDouble()
        : Double.NaN;
  }

  /** One line of text; null if it is something else. */
  private static @Nullable String text(JsonElement value) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      return null;
    }
    String text = value.getAsString();
    boolean oneLine = text.chars().noneMatch(Character::isISOControl);
    return oneLine && text.length() <= MAX_TEXT_CHARS ? text : null;
  }

  /** The array of that name; null, with a sentence if it is something else. */
  private @Nullable JsonArray list(JsonObject object, String name, String used) {
    JsonElement value = field(object, name);
    if (value == null || value.isJsonArray()) {
      return value == null ? null : value.getAsJsonArray();
    }
    warn("%s is a list, not %s; %s".formatted(name, quoted(value), used));
    return null;
  }

  private List<String> texts(String name, int most) {
    JsonArray list = list(json, name, "an empty one is used");
    Set<String> texts = new LinkedHashSet<>();
    for (JsonElement value : list == null ? new JsonArray() : list) {
      String text = text(value);
      if (text == null || text.isBlank()) {
        warn("%s of %s is no line of text; it is left out".formatted(quoted(value), name));
      } else if (texts.size() < most) {
        texts.add(text);
      }
    }
    return new ArrayList<>(texts);
  }

  private void readBindings() {
    JsonElement value = field(json, "bindings");
    if (value != null && !value.isJsonObject()) {
      warn("bindings is an object, not %s; the first keys are used".formatted(quoted(value)));
    } else if (value != null) {
      JsonObject bindings = value.getAsJsonObject();
      warnOfUnknownActions(bindings);
      for (Action action : Action.values()) {
        List<Key> keys = keys(bindings, action);
        if (keys != null) {
          settings.bindings.put(action, keys);
        }
      }
    }
  }

  private void warnOfUnknownActions(JsonObject bindings) {
    Set<String> known =
        Arrays.stream(Action.values()).map(Action::name).collect(Collectors.toSet());
    for (Map.Entry<String, JsonElement> entry : bindings.entrySet()) {
      if (!known.contains(entry.getKey())) {
        warn("%s is no action; it is left out".formatted(quoted(entry.getKey())));
      }
    }
  }

  /** The keys of an action, none being a choice too; null if its first ones are to be used. */
  private @Nullable List<Key> keys(JsonObject bindings, Action action) {
    JsonArray list = list(bindings, action.name(), firstKeys(action));
    if (list == null) {
      return null;
    }
    Set<Key> keys = new LinkedHashSet<>();
    for (JsonElement value : list) {
      String name = text(value);
      Key key = name == null ? null : Key.named(name);
      if (key == null) {
        warn("%s is no key (for %s); %s".formatted(quoted(value), action, firstKeys(action)));
        return null;
      }
      if (keys.size() < MAX_KEYS) {
        keys.add(key);
      }
    }
    return new ArrayList<>(keys);
  }

  /** For example "W and Up are used". */
  private static String firstKeys(Action action) {
    List<String> labels = action.defaults().stream().map(Key::label).toList();
    String last = labels.getLast();
    return labels.size() == 1
        ? last + " is used"
        : String.join(", ", labels.subList(0, labels.size() - 1)) + " and " + last + " are used";
  }

  /** A value as it stands in the file, cut to what fits a sentence. */
  private static String quoted(@Nullable JsonElement value) {
    String text = String.valueOf(value);
    return text.length() <= MAX_QUOTED_CHARS ? text : text.substring(0, MAX_QUOTED_CHARS) + "...";
  }

  private static String quoted(String text) {
    return quoted(new JsonPrimitive(text));
  }

  private void warn(String sentence) {
    if (warnings.size() < MAX_WARNINGS) {
      warnings.add("settings: " + sentence);
    } else {
      unsaid++;
    }
  }
}
