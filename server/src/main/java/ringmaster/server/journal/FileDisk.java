package ringmaster.server.journal;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A directory of the machine. */
public final class FileDisk implements Disk {
  /** Windows opens no directory as a file, and needs no sync of one. */
  private static final boolean DIRECTORIES_SYNC = File.separatorChar == '/';

  private final Path directory;

  public FileDisk(Path directory) {
    this.directory = directory;
  }

  @Override
  public List<String> files() throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  @Override
  public Output create(String file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(file),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    try {
      syncDirectory();
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return new FileOutput(channel);
  }

  private void syncDirectory() throws IOException {
    if (DIRECTORIES_SYNC) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  @Override
  public long size(String file) throws IOException {
    return Files.size(directory.resolve(file));
  }

  @Override
  public void read(String file, ByteBuffer into) throws IOException {
    try (FileChannel channel = FileChannel.open(directory.resolve(file))) {
      while (into.hasRemaining()) {
        if (channel.read(into) < 0) {
          throw new EOFException(file + " ended while it was read");
        }
      }
    }
  }

  private record FileOutput(FileChannel channel) implements Output {
    @Override
    public long append(ByteBuffer[] buffers) throws IOException {
      return channel.write(buffers);
    }

    @Override
    public void sync() throws IOException {
      channel.force(false);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
