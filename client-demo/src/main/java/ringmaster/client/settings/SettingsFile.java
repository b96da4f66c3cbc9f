package ringmaster.client.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings on disk, as JSON that a person may edit. Reading never fails: what cannot be used is
 * named in a sentence, its default is used, and a file that cannot be used at all is set aside, not
 * overwritten.
 */
public final class SettingsFile {
  /** Ours has 4 KiB; what is larger is something else, and is not read. */
  static final int MAX_BYTES = 1 << 20;

  /** Files set aside for one reason at most: they are for a person, not for the disk to fill. */
  static final int MAX_ASIDE = 5;

  private static final String NAME = "settings.json";
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final Path path;

  /** The file was written by a newer version: saving would lose what that one added. */
  private boolean newer;

  /** What was read, and one sentence for each thing that could not be used. */
  public record Loaded(Settings settings, List<String> warnings) {}

  public SettingsFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  /** In the folder where this system keeps what a user has chosen. */
  public static SettingsFile standard() {
    Path home = Path.of(System.getProperty("user.home", "."));
    String system = System.getProperty("os.name", "");
    return new SettingsFile(folder(system, System.getenv(), home).resolve(NAME));
  }

  static Path folder(String system, Map<String, String> environment, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support/Ringmaster");
    }
    if (name.startsWith("windows")) {
      return absolute(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
          .resolve("Ringmaster");
    }
    return absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
        .resolve("ringmaster");
  }

  /** The XDG specification wants relative paths ignored; they would depend on the start. */
  private static Path absolute(@Nullable String given, Path otherwise) {
    Path path = given == null ? otherwise : Path.of(given);
    return path.isAbsolute() ? path : otherwise;
  }

  public Path path() {
    return path;
  }

  /** Reads the file; without one, all is as on the first day. */
  public Loaded load() {
    List<String> warnings = new ArrayList<>();
    newer = false;
    try {
      SettingsReader reader = new SettingsReader(parse(read()), warnings);
      newer = reader.isNewer();
      return new Loaded(reader.settings(), warnings);
    } catch (NoSuchFileException e) {
      return new Loaded(new Settings(), warnings);
    } catch (IOException e) {
      warnings.add("settings: " + path + " " + reason(e) + "; " + dealWithIt());
      return new Loaded(new Settings(), warnings);
    }
  }

  private byte[] read() throws IOException {
    if (Files.notExists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (isSomethingElse()) {
      throw new IOException("is not a file");
    }
    if (Files.size(path) > MAX_BYTES) {
      throw new IOException("is larger than 1 MiB");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MAX_BYTES);
    }
  }

  private static JsonObject parse(byte[] bytes) throws IOException {
    try {
      ByteBuffer wrapped = ByteBuffer.wrap(bytes);
      String text = StandardCharsets.UTF_8.newDecoder().decode(wrapped).toString();
      JsonElement json = JsonParser.parseString(text);
      if (json.isJsonObject()) {
        return json.getAsJsonObject();
      }
    } catch (CharacterCodingException | JsonParseException e) {
      throw new IOException("is not JSON", e);
    }
    throw new IOException("is not a JSON object");
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException ? "cannot be read" : String.valueOf(e.getMessage());
  }

  /** A folder or a device: somebody else's, to be neither moved nor replaced. */
  private boolean isSomethingElse() {
    return Files.exists(path) && !Files.isRegularFile(path);
  }

  private String dealWithIt() {
    return isSomethingElse() ? "defaults are used, and no settings are kept" : setAside();
  }

  private String setAside() {
    try {
      Path kept = freeName("corrupt");
      Files.move(path, kept);
      return "it is kept as " + kept.getFileName() + ", and defaults are used";
    } catch (IOException e) {
      return "defaults are used, and the next save replaces it (" + e.getMessage() + ")";
    }
  }

  /** A name beside the file that nothing has yet. */
  private Path freeName(String why) throws IOException {
    for (int n = 1; n <= MAX_ASIDE; n++) {
      Path name = path.resolveSibling(path.getFileName() + "." + why + "-" + n);
      if (!Files.exists(name, LinkOption.NOFOLLOW_LINKS)) {
        return name;
      }
    }
    throw new IOException("there are " + MAX_ASIDE + " " + why + " files beside it already");
  }

  /**
   * Replaces the file, whole or not at all, and makes its folder if need be.
   *
   * @throws IOException if it stays as it was; its message says why
   */
  public void save(Settings settings) throws IOException {
    if (isSomethingElse()) {
      throw new IOException(path + " is not a file");
    }
    Path folder = path.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (newer && Files.exists(path)) {
      Files.copy(path, freeName("newer"));
      newer = false;
    }
    // Through a link, as people have who keep their settings under version control.
    Path target = Files.exists(path) ? path.toRealPath() : path;
    Path written = Files.createTempFile(target.getParent(), NAME, ".tmp");
    try {
      write(written, GSON.toJson(settings) + "\n");
      replace(target, written);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /** Forced to the disk before it gets the name: else a power cut leaves the name with nothing. */
  private static void write(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void replace(Path target, Path written) throws IOException {
    try {
      Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
