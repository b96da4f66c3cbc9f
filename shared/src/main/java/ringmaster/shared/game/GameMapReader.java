package ringmaster.shared.game;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the bytes of a map file and checks all of it.
 *
 * <pre>
 * {"version": 1, "sizeMeters": 64,
 *  "walls":  [[[x, y], [x, y], ...], ...],
 *  "spawns": [{"x": 0, "y": 0, "angle": 0, "team": 0}, ...],
 *  "goals":  [{"x0": 0, "y0": 0, "x1": 0, "y1": 0, "team": 1}, ...],
 *  "props":  [{"kind": "crate", "x": 0, "y": 0, "angle": 0}, ...]}
 * </pre>
 */
final class GameMapReader {
  /** A hundred times the largest map that ships. */
  static final int MAX_FILE_BYTES = 1 << 20;

  private static final int VERSION = 1;
  private static final float MIN_SIZE_METERS = 16;

  /** Entity fields hold positions up to 264 m from the centre. */
  private static final float MAX_SIZE_METERS = 512;

  /** Each prop takes an entity slot, of which there are {@link EntitySchema#MAX_CAPACITY}. */
  private static final int MAX_PROPS = 512;

  /** Points nearer than this make no wall. */
  private static final float MIN_WALL_METERS = 0.01f;

  private static final int MAX_TEAM = 2;
  private static final Pattern LINE_AND_COLUMN = Pattern.compile("line \\d+ column \\d+");
  private static final Pattern PROP_KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  private final String file;
  private float sizeMeters;

  /**
   * @param file what error messages call it
   */
  GameMapReader(String file) {
    this.file = file;
  }

  GameMap read(String name, byte[] bytes) {
    if (bytes.length > MAX_FILE_BYTES) {
      throw wrong("the file", "is larger than " + MAX_FILE_BYTES + " bytes");
    }
    JsonObject map = object(parse(text(bytes)), "the file");
    allow(map, "the file", List.of("version", "sizeMeters", "walls", "spawns", "goals", "props"));
    if (number(map, "version", "") != VERSION) {
      throw wrong("version", "must be " + VERSION);
    }
    sizeMeters = number(map, "sizeMeters", "");
    if (sizeMeters < MIN_SIZE_METERS || sizeMeters > MAX_SIZE_METERS) {
      throw wrong("sizeMeters", "must be " + MIN_SIZE_METERS + " to " + MAX_SIZE_METERS);
    }
    List<GameMap.Spawn> spawns = list(map, "spawns", this::spawn);
    if (spawns.isEmpty()) {
      throw wrong("spawns", "must not be empty");
    }
    List<GameMap.Prop> props = list(map, "props", this::prop);
    if (props.size() > MAX_PROPS) {
      throw wrong("props", "are more than " + MAX_PROPS);
    }
    return new GameMap(
        name,
        sizeMeters,
        list(map, "walls", this::wall),
        spawns,
        list(map, "goals", this::goal),
        props,
        sha256(bytes));
  }

  private MapFormatException wrong(String field, String complaint) {
    return new MapFormatException(file + ": " + field + " " + complaint);
  }

  private String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MapFormatException(file + ": the file is not UTF-8", e);
    }
  }

  private JsonElement parse(String json) {
    JsonReader reader = new JsonReader(new StringReader(json));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement root = JsonParser.parseReader(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw wrong("the file", "goes on after its end");
      }
      return root;
    } catch (IOException | JsonParseException e) {
      throw new MapFormatException(file + ": the file is not strict JSON" + at(reader), e);
    }
  }

  /** How far a reader has come: it tells nobody but as text. */
  private static String at(JsonReader reader) {
    Matcher place = LINE_AND_COLUMN.matcher(reader.toString());
    return place.find() ? " at " + place.group() : "";
  }

  private <T> List<T> list(JsonObject map, String field, BiFunction<JsonElement, String, T> read) {
    JsonArray array = array(member(map, field, ""), field);
    List<T> elements = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      elements.add(read.apply(array.get(i), field + "[" + i + "]"));
    }
    return elements;
  }

  private GameMap.Polyline wall(JsonElement json, String field) {
    JsonArray points = array(json, field);
    if (points.size() < 2) {
      throw wrong(field, "needs at least 2 points");
    }
    List<Float> coordinates = new ArrayList<>(2 * points.size());
    for (int i = 0; i < points.size(); i++) {
      addPoint(coordinates, points.get(i), field + "[" + i + "]");
    }
    return new GameMap.Polyline(coordinates);
  }

  private void addPoint(List<Float> coordinates, JsonElement json, String field) {
    JsonArray point = array(json, field);
    if (point.size() != 2) {
      throw wrong(field, "must be two numbers");
    }
    float x = inside(number(point.get(0), field + "[0]"), field + "[0]");
    float y = inside(number(point.get(1), field + "[1]"), field + "[1]");
    if (repeats(coordinates, x, y)) {
      throw wrong(field, "repeats the point before it");
    }
    coordinates.add(x);
    coordinates.add(y);
  }

  private static boolean repeats(List<Float> coordinates, float x, float y) {
    int size = coordinates.size();
    if (size == 0) {
      return false;
    }
    float dx = x - coordinates.get(size - 2);
    float dy = y - coordinates.get(size - 1);
    return dx * dx + dy * dy < MIN_WALL_METERS * MIN_WALL_METERS;
  }

  private GameMap.Spawn spawn(JsonElement json, String field) {
    JsonObject spawn = object(json, field);
    allow(spawn, field, List.of("x", "y", "angle", "team"));
    return new GameMap.Spawn(
        coordinate(spawn, "x", field),
        coordinate(spawn, "y", field),
        number(spawn, "angle", field),
        team(spawn, field));
  }

  private GameMap.Goal goal(JsonElement json, String field) {
    JsonObject goal = object(json, field);
    allow(goal, field, List.of("x0", "y0", "x1", "y1", "team"));
    return new GameMap.Goal(
        coordinate(goal, "x0", field),
        coordinate(goal, "y0", field),
        coordinate(goal, "x1", field),
        coordinate(goal, "y1", field),
        team(goal, field));
  }

  private GameMap.Prop prop(JsonElement json, String field) {
    JsonObject prop = object(json, field);
    allow(prop, field, List.of("kind", "x", "y", "angle"));
    return new GameMap.Prop(
        kind(prop, field),
        coordinate(prop, "x", field),
        coordinate(prop, "y", field),
        number(prop, "angle", field));
  }

  private String kind(JsonObject prop, String field) {
    if (member(prop, "kind", field) instanceof JsonPrimitive kind
        && kind.isString()
        && PROP_KIND.matcher(kind.getAsString()).matches()) {
      return kind.getAsString();
    }
    throw wrong(field + ".kind", "must be 1 to 32 of the characters a-z, 0-9 and -");
  }

  private int team(JsonObject json, String field) {
    float team = number(json, "team", field);
    if (team != (int) team || team < 0 || team > MAX_TEAM) {
      throw wrong(field + ".team", "must be a whole number from 0 to " + MAX_TEAM);
    }
    return (int) team;
  }

  private float coordinate(JsonObject json, String name, String field) {
    return inside(number(json, name, field), path(field, name));
  }

  private float inside(float meters, String field) {
    if (Math.abs(meters) > sizeMeters / 2) {
      throw wrong(field, "lies outside the map of " + sizeMeters + " m");
    }
    return meters;
  }

  private float number(JsonObject json, String name, String field) {
    return number(member(json, name, field), path(field, name));
  }

  /** Strict JSON has no NaN, but 1e99 is no finite float either. */
  private float number(JsonElement json, String field) {
    if (json instanceof JsonPrimitive primitive && primitive.isNumber()) {
      float number = primitive.getAsFloat();
      if (Float.isFinite(number)) {
        return number;
      }
    }
    throw wrong(field, "must be a finite number");
  }

  private JsonElement member(JsonObject json, String name, String field) {
    JsonElement member = json.get(name);
    if (member == null) {
      throw wrong(path(field, name), "is missing");
    }
    return member;
  }

  private JsonObject object(JsonElement json, String field) {
    if (json instanceof JsonObject object) {
      return object;
    }
    throw wrong(field, "must be an object");
  }

  private JsonArray array(JsonElement json, String field) {
    if (json instanceof JsonArray array) {
      return array;
    }
    throw wrong(field, "must be an array");
  }

  /** A misspelt field would otherwise be a missing one, or silently nothing. */
  private void allow(JsonObject json, String field, List<String> names) {
    for (String name : json.keySet()) {
      if (!names.contains(name)) {
        throw wrong(field, "has an unknown field \"" + name + "\"");
      }
    }
  }

  private static String path(String field, String name) {
    return field.isEmpty() ? name : field + "." + name;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
