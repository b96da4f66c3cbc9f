package ringmaster.client.play;

import java.io.IOException;
import java.util.function.Consumer;
import ringmaster.client.settings.Settings;
import ringmaster.client.settings.SettingsFile;

/** Writes the settings a moment after they were changed: not at every step of a slider. */
final class SettingsKeeper implements AutoCloseable {
  private static final long DELAY_NANOS = 700_000_000;

  private final SettingsFile file;
  private final Settings settings;
  private final Consumer<String> says;
  private boolean changed;
  private boolean waiting;
  private long changedNanos;

  /**
   * @param says receives the sentence if they cannot be written
   */
  SettingsKeeper(SettingsFile file, Settings settings, Consumer<String> says) {
    this.file = file;
    this.settings = settings;
    this.says = says;
  }

  Settings settings() {
    return settings;
  }

  /** They are other than in the file. */
  void changed() {
    changed = true;
    waiting = false;
  }

  /** Called once a frame. */
  void keep(long nowNanos) {
    if (changed && !waiting) {
      waiting = true;
      changedNanos = nowNanos;
    }
    if (changed && nowNanos - changedNanos > DELAY_NANOS) {
      save();
    }
  }

  private void save() {
    changed = false;
    waiting = false;
    try {
      file.save(settings);
    } catch (IOException e) {
      says.accept("The settings cannot be kept: " + e.getMessage());
    }
  }

  /** Writes what has not been written yet. */
  @Override
  public void close() {
    if (changed) {
      save();
    }
  }
}
