package ringmaster.shared.protocol;

import java.util.SortedMap;
import java.util.TreeMap;
import ringmaster.shared.game.GameSetting;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.wire.ByteReader;
import ringmaster.shared.wire.ByteWriter;

/**
 * What a host decided of a game's own settings, in offers and in the journal.
 *
 * <pre>
 * u8   count, at most 16
 * then count times, by name:
 * text name
 * i32  value
 * </pre>
 */
public final class SettingsCodec {
  private static final int MAX_NAME_BYTES = 32;

  private SettingsCodec() {}

  public static void writeOptions(ByteWriter writer, SortedMap<String, Integer> options) {
    writer.u8(options.size());
    options.forEach((name, value) -> writer.text(name).i32(value));
  }

  /**
   * Reads options; of a short input none.
   *
   * @throws IllegalArgumentException if they are more than may be, or a name is none
   */
  public static SortedMap<String, Integer> readOptions(ByteReader reader) {
    int count = reader.u8();
    if (count > MatchSettings.MAX_OPTIONS) {
      throw new IllegalArgumentException(count + " options");
    }
    SortedMap<String, Integer> options = new TreeMap<>();
    for (int i = 0; i < count && !reader.bad(); i++) {
      String name = reader.text(MAX_NAME_BYTES);
      int value = reader.i32();
      if (!reader.bad() && !GameSetting.isName(name)) {
        throw new IllegalArgumentException("an option without a proper name");
      }
      options.put(name, value);
    }
    return options;
  }
}
