package ringmaster.client.audio;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lwjgl.openal.AL;
import org.lwjgl.openal.ALC;
import org.lwjgl.openal.ALC10;
import org.lwjgl.openal.ALCCapabilities;
import org.lwjgl.openal.EXTDisconnect;
import org.lwjgl.openal.EnumerateAllExt;
import org.lwjgl.openal.SOFTReopenDevice;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.Platform;

/** The system's own choice of loudspeakers or headphones. */
final class Device implements Output {
  static {
    // The other way to memory warns of its end on this Java. Read before anything else of LWJGL.
    Configuration.MEMORY_BACKEND.set("ffm");
  }

  private final long device;
  private final long context;
  private final ALCCapabilities capabilities;
  private final int[] connected = new int[1];

  private Device(long device, long context, ALCCapabilities capabilities) {
    this.device = device;
    this.context = context;
    this.capabilities = capabilities;
  }

  /**
   * Opens the device; null if there is none.
   *
   * @throws LinkageError if OpenAL cannot be loaded here
   */
  static @Nullable Device open() {
    if (Platform.get() == Platform.LINUX && !LinuxSound.isThere(System.getenv(), Path.of("/"))) {
      return null;
    }
    long device = ALC10.alcOpenDevice((ByteBuffer) null);
    if (device == 0) {
      return null;
    }
    ALCCapabilities capabilities = ALC.createCapabilities(device);
    long context = ALC10.alcCreateContext(device, (IntBuffer) null);
    if (context == 0 || !ALC10.alcMakeContextCurrent(context)) {
      ALC10.alcCloseDevice(device);
      return null;
    }
    AL.createCapabilities(capabilities);
    return new Device(device, context, capabilities);
  }

  /** As its maker calls it. */
  String name() {
    int which =
        capabilities.ALC_ENUMERATE_ALL_EXT
            ? EnumerateAllExt.ALC_ALL_DEVICES_SPECIFIER
            : ALC10.ALC_DEVICE_SPECIFIER;
    String name = ALC10.alcGetString(device, which);
    return name == null ? "without a name" : name;
  }

  @Override
  public boolean connected() {
    if (!capabilities.ALC_EXT_disconnect) {
      return true;
    }
    ALC10.alcGetIntegerv(device, EXTDisconnect.ALC_CONNECTED, connected);
    return connected[0] != 0;
  }

  @Override
  public boolean reopen() {
    return capabilities.ALC_SOFT_reopen_device
        && SOFTReopenDevice.alcReopenDeviceSOFT(device, (ByteBuffer) null, (IntBuffer) null);
  }

  @Override
  public void close() {
    ALC10.alcMakeContextCurrent(0);
    ALC10.alcDestroyContext(context);
    ALC10.alcCloseDevice(device);
  }
}
