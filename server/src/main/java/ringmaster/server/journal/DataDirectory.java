package ringmaster.server.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory a server keeps its state in, held by one server at a time.
 *
 * <pre>
 * lock             locked while a server runs; its existence means nothing
 * journal/         the segments being written
 * journal.old-N/   journals of earlier servers, N from 1
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String JOURNAL = "journal";

  private final Path directory;
  private final FileChannel lockFile;

  private DataDirectory(Path directory, FileChannel lockFile) {
    this.directory = directory;
    this.lockFile = lockFile;
  }

  /**
   * Opens a data directory, made if there is none, and keeps other servers out of it.
   *
   * @throws IOException with one sentence for the user, naming the directory
   */
  public static DataDirectory open(Path directory) throws IOException {
    try {
      Files.createDirectories(directory);
      return lock(directory);
    } catch (FileAlreadyExistsException e) {
      throw refusal(directory, "is not a directory", e);
    } catch (AccessDeniedException e) {
      throw refusal(directory, "may not be read and written by this user", e);
    } catch (FileSystemException e) {
      throw refusal(directory, "cannot be used" + because(e.getReason()), e);
    }
  }

  private static String because(@Nullable String reason) {
    return reason == null ? "" : ": " + reason;
  }

  /** Whether a server has used this directory before. */
  public static boolean wasUsed(Path directory) {
    return Files.exists(directory.resolve(LOCK));
  }

  private static IOException refusal(Path directory, String reason, IOException cause) {
    return new IOException("data directory " + directory + " " + reason, cause);
  }

  private static DataDirectory lock(Path directory) throws IOException {
    if (!Files.isReadable(directory)) {
      throw new AccessDeniedException(directory.toString());
    }
    FileChannel lockFile =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (tryLock(lockFile) == null) {
        throw new IOException("data directory " + directory + " is in use by another server");
      }
    } catch (IOException e) {
      lockFile.close();
      throw e;
    }
    return new DataDirectory(directory, lockFile);
  }

  private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  /**
   * Makes an empty journal directory. What an earlier server left there is kept under another name.
   *
   * @return that name, or null if there was nothing
   */
  public @Nullable String startJournal() throws IOException {
    Path journal = journal();
    @Nullable String setAside = null;
    if (Files.exists(journal) && !isEmpty(journal)) {
      Path old = nextFreeOldJournal();
      Files.move(journal, old);
      setAside = String.valueOf(old.getFileName());
    }
    Files.createDirectories(journal);
    return setAside;
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> content = Files.list(directory)) {
      return content.findAny().isEmpty();
    }
  }

  private Path nextFreeOldJournal() {
    int number = 1;
    while (Files.exists(oldJournal(number))) {
      number++;
    }
    return oldJournal(number);
  }

  private Path oldJournal(int number) {
    return directory.resolve(JOURNAL + ".old-" + number);
  }

  /** Where the segments are. */
  public Path journal() {
    return directory.resolve(JOURNAL);
  }

  /** Lets the next server in. */
  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
