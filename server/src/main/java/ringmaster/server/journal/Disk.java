package ringmaster.server.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** One directory of files that are appended to, then read from their beginning. */
public interface Disk {
  /** Names of the files there are, in order. */
  List<String> files() throws IOException;

  /**
   * Makes an empty file, in place of one of that name. Returns when its name would survive a crash
   * of the machine.
   */
  Output create(String file) throws IOException;

  long size(String file) throws IOException;

  /** Fills the buffer from the beginning of the file. Fails if the file is shorter. */
  void read(String file, ByteBuffer into) throws IOException;

  /** A file being written. */
  interface Output extends Closeable {
    /**
     * Appends what remains in the buffers, in order, or a part of it, and advances them.
     *
     * @return how many bytes were appended; 0 when the disk takes none now
     */
    long append(ByteBuffer[] buffers) throws IOException;

    /** Returns when everything appended would survive a crash of the machine. */
    void sync() throws IOException;
  }
}
