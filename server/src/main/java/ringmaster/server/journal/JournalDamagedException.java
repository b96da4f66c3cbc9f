package ringmaster.server.journal;

import java.io.IOException;

/** A journal that cannot be trusted. The message says where and why in one sentence. */
public final class JournalDamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  JournalDamagedException(String message) {
    super(message);
  }
}
