package ringmaster.client.play;

import com.google.gson.Gson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Says once a second, as one JSON line, what a person at the screen would know. */
public final class Probe {
  /** What the line holds beside the measurements of frames. */
  public interface Source {
    /** Adds {@code tick, pose, health, ping, predictionErrorMeters, screen} and more. */
    void describe(Map<String, Object> line);

    /** What this process has used of all processors. */
    long processCpuNanos();

    /** What the thread of the frames has allocated on the heap so far. */
    long allocatedBytes();

    /** How long this process has run. */
    long processMillis();
  }

  private static final Gson JSON = new Gson();
  private static final long SECOND_NANOS = 1_000_000_000;

  private final Consumer<String> out;
  private final Source source;
  private final long startNanos;
  private long lineNanos;
  private long lineCpuNanos;
  private long frameNanos;
  private long longestNanos;
  private long lineAllocatedBytes;
  private long firstFrameMillis;
  private int frames;

  /**
   * @param out receives each line
   * @param startNanos the seconds count from here
   */
  public Probe(Consumer<String> out, Source source, long startNanos) {
    this.out = out;
    this.source = source;
    this.startNanos = startNanos;
    lineNanos = startNanos;
    frameNanos = startNanos;
    lineCpuNanos = source.processCpuNanos();
    lineAllocatedBytes = source.allocatedBytes();
  }

  /** A frame is done. */
  public void frame(long nowNanos) {
    if (firstFrameMillis == 0) {
      firstFrameMillis = source.processMillis();
    }
    frames++;
    longestNanos = Math.max(longestNanos, nowNanos - frameNanos);
    frameNanos = nowNanos;
    if (nowNanos - lineNanos >= SECOND_NANOS) {
      write(nowNanos);
    }
  }

  /** The run is over: says what is left to say, if that is worth a line. */
  public void end(long nowNanos) {
    boolean half = nowNanos - lineNanos >= SECOND_NANOS / 2;
    if (frames > 0 && (half || lineNanos == startNanos)) {
      write(nowNanos);
    }
  }

  /** The run is over: says how it ended, however little of a second that line is about. */
  public void endWithLine(long nowNanos) {
    if (frames > 0) {
      write(nowNanos);
    }
  }

  private void write(long nowNanos) {
    double elapsed = nowNanos - lineNanos;
    long cpuNanos = source.processCpuNanos();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("second", Math.round((nowNanos - startNanos) * 1e-9));
    line.put("fps", rounded(frames * 1e9 / elapsed, 1));
    line.put("longestFrameMillis", rounded(longestNanos * 1e-6, 1));
    line.put("cpuCores", rounded((cpuNanos - lineCpuNanos) / elapsed, 2));
    line.put("bytesPerFrame", (source.allocatedBytes() - lineAllocatedBytes) / frames);
    line.put("firstFrameMillis", firstFrameMillis);
    source.describe(line);
    out.accept(JSON.toJson(line));
    lineNanos = nowNanos;
    lineCpuNanos = cpuNanos;
    longestNanos = 0;
    frames = 0;
    lineAllocatedBytes = source.allocatedBytes(); // this line is no part of the next second
  }

  /** A number with so many decimals, for people to read. */
  public static double rounded(double value, int decimals) {
    double scale = Math.pow(10, decimals);
    return Math.round(value * scale) / scale;
  }
}
