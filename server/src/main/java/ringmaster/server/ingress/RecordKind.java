package ringmaster.server.ingress;

import org.jspecify.annotations.Nullable;

/** Kinds of ring records. The number is in the journal: never reuse one. */
public enum RecordKind {
  /** A tick is due: time as an input. Published by the tick thread. */
  TICK(1),
  /** One new command of one player. Published by network threads. */
  COMMAND(2),
  /** A match shall be built. Published by the control thread. */
  CREATE(3),
  /** A match is built and runs from the next tick on. Published by the builder. */
  ACTIVATE(4),
  /** A player takes a seat. Published by the control thread. */
  JOIN(5),
  /** A player's seat becomes free. Published by the control thread. */
  LEAVE(6),
  /** A match ends. Published by the control thread. */
  CLOSE(7),
  /** State hashes after a tick, so that a journal proves itself. Published by the tick thread. */
  HASHES(8);

  private static final @Nullable RecordKind[] BY_NUMBER = new RecordKind[16];

  static {
    for (RecordKind kind : values()) {
      BY_NUMBER[kind.number] = kind;
    }
  }

  private final int number;

  RecordKind(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** The kind of a number, or null. */
  public static @Nullable RecordKind of(int number) {
    return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
  }
}
