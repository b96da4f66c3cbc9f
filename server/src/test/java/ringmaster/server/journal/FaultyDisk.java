package ringmaster.server.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import ringmaster.shared.math.Rng;

/** A disk in memory whose faults are scripted: each method arms one for the calls to come. */
public final class FaultyDisk implements Disk {
  /** A file's bytes; allocated in advance, so that appending allocates nothing. */
  private static final class Content {
    byte[] bytes = new byte[64 * 1024];
    int length;
    int syncedLength;
  }

  private final TreeMap<String, Content> contents = new TreeMap<>();
  private int stalledAppends;
  private int failingAppends;
  private int failingSyncs;
  private int failingCreates;
  private int maxAppendBytes = Integer.MAX_VALUE;
  private long freeBytes = Long.MAX_VALUE;
  private int syncs;

  /** The next appends take no bytes. */
  public FaultyDisk stall(int appends) {
    stalledAppends = appends;
    return this;
  }

  /** The next appends end in an input/output error. */
  public FaultyDisk failAppends(int appends) {
    failingAppends = appends;
    return this;
  }

  /** The next syncs fail, and what was not synced is gone for good. */
  public FaultyDisk failSyncs(int count) {
    failingSyncs = count;
    return this;
  }

  /** The next files cannot be made. */
  public FaultyDisk failCreates(int count) {
    failingCreates = count;
    return this;
  }

  /** Every append takes at most so many bytes. */
  public FaultyDisk shorten(int bytesPerAppend) {
    maxAppendBytes = bytesPerAppend;
    return this;
  }

  /** After so many bytes the disk is full. */
  public FaultyDisk fullAfter(long bytes) {
    freeBytes = bytes;
    return this;
  }

  /** Makes room in each file in advance. */
  FaultyDisk reserve(String file, int bytes) {
    Content content = new Content();
    content.bytes = new byte[bytes];
    contents.put(file, content);
    return this;
  }

  /** Makes room in all files there are, so that appending to them allocates nothing. */
  public FaultyDisk reserveAll(int bytes) {
    for (Content content : contents.values()) {
      content.bytes = Arrays.copyOf(content.bytes, Math.max(bytes, content.bytes.length));
    }
    return this;
  }

  /** The machine loses power: of what was not synced, a part from the beginning is left. */
  void crash(Rng rng) {
    for (Content content : contents.values()) {
      int unsyncedBytes = content.length - content.syncedLength;
      content.length = content.syncedLength + rng.nextInt(unsyncedBytes + 1);
    }
  }

  byte[] bytesOf(String file) {
    Content content = content(file);
    return Arrays.copyOf(content.bytes, content.length);
  }

  /** Puts a file there, or puts another in its place. */
  FaultyDisk put(String file, byte[] bytes) {
    Content content = new Content();
    content.bytes = bytes.clone();
    content.length = bytes.length;
    contents.put(file, content);
    return this;
  }

  void remove(String file) {
    contents.remove(file);
  }

  int syncs() {
    return syncs;
  }

  @Override
  public List<String> files() {
    return contents.entrySet().stream()
        .filter(entry -> entry.getValue().length > 0)
        .map(entry -> entry.getKey())
        .toList();
  }

  @Override
  public Output create(String file) throws IOException {
    if (failingCreates > 0) {
      failingCreates--;
      throw new IOException("Permission denied");
    }
    Content content = contents.computeIfAbsent(file, unused -> new Content());
    freeBytes += content.length;
    content.length = 0;
    content.syncedLength = 0;
    return new MemoryOutput(content);
  }

  @Override
  public long size(String file) {
    return content(file).length;
  }

  @Override
  public void read(String file, ByteBuffer into) {
    into.put(content(file).bytes, 0, into.remaining());
  }

  private Content content(String file) {
    Content content = contents.get(file);
    if (content == null) {
      throw new IllegalArgumentException("no file " + file);
    }
    return content;
  }

  private final class MemoryOutput implements Output {
    private final Content content;

    MemoryOutput(Content content) {
      this.content = content;
    }

    @Override
    public long append(ByteBuffer[] buffers) throws IOException {
      if (stalledAppends > 0) {
        stalledAppends--;
        return 0;
      }
      if (failingAppends > 0) {
        failingAppends--;
        throw new IOException("Input/output error");
      }
      if (freeBytes == 0) {
        throw new IOException("No space left on device");
      }
      int before = content.length;
      for (ByteBuffer buffer : buffers) {
        take(buffer, (int) Math.min(freeBytes, maxAppendBytes - (content.length - before)));
      }
      return content.length - before;
    }

    private void take(ByteBuffer buffer, int maxBytes) {
      int count = Math.min(buffer.remaining(), maxBytes);
      while (content.length + count > content.bytes.length) {
        content.bytes = Arrays.copyOf(content.bytes, 2 * content.bytes.length);
      }
      buffer.get(content.bytes, content.length, count);
      content.length += count;
      freeBytes -= count;
    }

    @Override
    public void sync() throws IOException {
      syncs++;
      if (failingSyncs > 0) {
        failingSyncs--;
        Arrays.fill(content.bytes, content.syncedLength, content.length, (byte) 0);
        content.syncedLength = content.length;
        throw new IOException("Input/output error");
      }
      content.syncedLength = content.length;
    }

    @Override
    public void close() {}
  }
}
