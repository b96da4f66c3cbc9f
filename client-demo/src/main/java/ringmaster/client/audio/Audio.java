package ringmaster.client.audio;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ringmaster.client.scene.SoundCues;
import ringmaster.client.settings.Settings;

/**
 * The game's ears: plays the cues of each frame on the system's device. Sound never stops a game:
 * without a device or library it is silent, and says so in a sentence.
 */
public final class Audio implements AutoCloseable {
  /** How often the device is asked whether it is there, or tried again when it is not. */
  private static final long CHECK_NANOS = 3_000_000_000L;

  private static final float LONGEST_FRAME_SECONDS = 0.1f;
  private static final float NANOS_PER_SECOND = 1e9f;
  private static final String GONE = "the sound device is gone: silent until there is another";

  private final Settings settings;
  private final @Nullable Output output;
  private final CompletableFuture<SoundBank> bank;
  private @Nullable Mixer mixer;
  private String warning;
  private boolean connected = true;
  private boolean begun;
  private long checkedNanos;
  private long lastFrameNanos;

  private Audio(
      Settings settings,
      @Nullable Output output,
      CompletableFuture<SoundBank> bank,
      String warning) {
    this.settings = settings;
    this.output = output;
    this.bank = bank;
    this.warning = warning;
  }

  /** Plays nothing, for who runs where nobody hears. */
  public static Audio silent(Settings settings) {
    return new Audio(settings, null, new CompletableFuture<>(), "");
  }

  /** Opens the system's device. The sounds are synthesised meanwhile, on another thread. */
  public static Audio open(Settings settings) {
    return open(settings, Device::open, CompletableFuture.supplyAsync(SoundBank::new));
  }

  /**
   * Opens a device.
   *
   * @param opener gives null where there is no device
   */
  static Audio open(
      Settings settings,
      Supplier<? extends @Nullable Output> opener,
      CompletableFuture<SoundBank> bank) {
    try {
      Output output = opener.get();
      String warning = output == null ? "no sound device: the game is silent" : "";
      return new Audio(settings, output, bank, warning);
    } catch (LinkageError e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      String warning = "the sound library cannot be loaded, the game is silent: " + reason;
      return new Audio(settings, null, bank, warning);
    }
  }

  /** The name of the device that would be used; empty where the client plays silently. */
  public static Optional<String> describe() {
    try (Device device = Device.open()) {
      return Optional.ofNullable(device).map(Device::name);
    } catch (LinkageError e) {
      return Optional.empty();
    }
  }

  /** Why nothing is heard; empty if all is well. */
  public String warning() {
    return warning;
  }

  /**
   * Plays a frame's cues. Called once a frame, also when there is nothing to hear: engines that are
   * not among the cues stop.
   */
  public void play(SoundCues cues, long nowNanos) {
    if (output == null || !isConnected(output, nowNanos)) {
      return;
    }
    if (mixer == null) {
      if (!bank.isDone()) {
        return;
      }
      mixer = new Mixer(bank.join());
    }
    float seconds = (nowNanos - lastFrameNanos) / NANOS_PER_SECOND;
    lastFrameNanos = nowNanos;
    mixer.play(cues, settings, Math.clamp(seconds, 0, LONGEST_FRAME_SECONDS), nowNanos);
  }

  private boolean isConnected(Output output, long nowNanos) {
    if (begun && nowNanos - checkedNanos < CHECK_NANOS) {
      return connected;
    }
    begun = true;
    checkedNanos = nowNanos;
    boolean was = connected;
    connected = was ? output.connected() : output.reopen();
    if (connected && !was && mixer != null) {
      mixer.beginAnew();
    }
    warning = connected ? "" : GONE;
    return connected;
  }

  /** Lets go of the device; nothing can be played afterwards. */
  @Override
  public void close() {
    if (mixer != null) {
      mixer.close();
      mixer = null;
    }
    if (output != null) {
      output.close();
    }
  }
}
