package ringmaster.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.ByteBuffer;
import org.lwjgl.openal.AL;
import org.lwjgl.openal.AL10;
import org.lwjgl.openal.ALC;
import org.lwjgl.openal.ALC10;
import org.lwjgl.openal.ALCCapabilities;
import org.lwjgl.openal.SOFTHRTF;
import org.lwjgl.openal.SOFTLoopback;
import org.lwjgl.openal.SOFTOutputLimiter;
import org.lwjgl.system.Configuration;

/** A device that nobody hears: what it would play is rendered into an array. Stereo. */
final class LoopbackOutput implements Output {
  private static final int[] ATTRIBUTES = {
    SOFTLoopback.ALC_FORMAT_CHANNELS_SOFT,
    SOFTLoopback.ALC_STEREO_SOFT,
    SOFTLoopback.ALC_FORMAT_TYPE_SOFT,
    SOFTLoopback.ALC_FLOAT_SOFT,
    ALC10.ALC_FREQUENCY,
    Synth.RATE_HZ,
    SOFTHRTF.ALC_HRTF_SOFT,
    ALC10.ALC_FALSE,
    SOFTOutputLimiter.ALC_OUTPUT_LIMITER_SOFT,
    ALC10.ALC_FALSE,
    0
  };

  private final long device;
  private final long context;
  private boolean plugged = true;
  private boolean connected = true;
  private boolean closed;

  private LoopbackOutput(long device) {
    this.device = device;
    ALCCapabilities capabilities = ALC.createCapabilities(device);
    context = ALC10.alcCreateContext(device, ATTRIBUTES);
    ALC10.alcMakeContextCurrent(context);
    AL.createCapabilities(capabilities);
  }

  /** Opens one; where OpenAL is missing the test is skipped, but not on a CI machine. */
  static LoopbackOutput open() {
    Configuration.MEMORY_BACKEND.set("ffm");
    try {
      return new LoopbackOutput(SOFTLoopback.alcLoopbackOpenDeviceSOFT((ByteBuffer) null));
    } catch (LinkageError | NullPointerException e) {
      String sentence = "OpenAL cannot be loaded here, so nothing is rendered: " + e;
      return System.getenv("CI") == null ? abort(sentence) : fail(sentence, e);
    }
  }

  /** Left and right in turn. */
  float[] render(float seconds) {
    float[] samples = new float[2 * Synth.samples(seconds)];
    SOFTLoopback.alcRenderSamplesSOFT(device, samples, samples.length / 2);
    assertEquals(AL10.AL_NO_ERROR, AL10.alGetError(), "OpenAL's error");
    return samples;
  }

  void plugged(boolean in) {
    plugged = in;
    connected &= in;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public boolean connected() {
    return connected;
  }

  @Override
  public boolean reopen() {
    connected = plugged;
    return connected;
  }

  @Override
  public void close() {
    closed = true;
    ALC10.alcMakeContextCurrent(0);
    ALC10.alcDestroyContext(context);
    ALC10.alcCloseDevice(device);
  }
}
