package ringmaster.server.status;

import java.util.Locale;
import java.util.regex.Pattern;

/** One name, as each report writes it. */
final class Names {
  private static final Pattern UNDERSCORE_AND_LETTER = Pattern.compile("_(.)");
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  private Names() {}

  /** {@code SERVER_FULL} as {@code serverFull}. */
  static String camelCase(Enum<?> constant) {
    return UNDERSCORE_AND_LETTER
        .matcher(constant.name().toLowerCase(Locale.ROOT))
        .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }

  /** {@code snapshotBytes} as {@code ringmaster_snapshot_bytes}. */
  static String metric(String camelCase) {
    return "ringmaster_"
        + CAPITAL
            .matcher(camelCase)
            .replaceAll(match -> "_" + match.group().toLowerCase(Locale.ROOT));
  }
}
