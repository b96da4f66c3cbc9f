package ringmaster.client.hud;

import org.jspecify.annotations.Nullable;

/** Whole numbers as words, each written once, so that a number that changes makes no garbage. */
final class Figures {
  private static final int KEPT = 1_000;

  private final @Nullable String[] written = new @Nullable String[KEPT];
  private final String suffix;

  Figures(String suffix) {
    this.suffix = suffix;
  }

  String of(int number) {
    if (number < 0 || number >= KEPT) {
      return number + suffix;
    }
    String words = written[number];
    if (words == null) {
      words = number + suffix;
      written[number] = words;
    }
    return words;
  }
}
