package ringmaster.shared.physics;

import java.util.List;

/** Plays all golden plays in a process of its own; ends badly if a hash is another. */
final class GoldenCommand {
  /** As the argument: for an interpreter. */
  static final String EARLY = "early";

  private GoldenCommand() {}

  public static void main(String[] arguments) {
    boolean early = List.of(arguments).contains(EARLY);
    for (Golden golden : Golden.ALL) {
      long expected = early ? golden.earlyHash() : golden.lateHash();
      long hash = golden.hash(Workers.ALONE, early ? golden.early() : golden.late());
      if (hash != expected) {
        throw new IllegalStateException(
            "%s: hash 0x%x, not 0x%x".formatted(golden.play(), hash, expected));
      }
    }
  }
}
