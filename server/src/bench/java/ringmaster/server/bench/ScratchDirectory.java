package ringmaster.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import ringmaster.server.journal.FileDisk;

/** A folder for one journal, removed with what is in it. */
final class ScratchDirectory implements AutoCloseable {
  private final Path path;

  /** Refuses in a sentence to measure in a directory that is not there. */
  static void require(Path parent, CommandLine command) {
    if (!Files.isDirectory(parent)) {
      throw new ParameterException(command, "--dir: there is no directory " + parent);
    }
  }

  /**
   * @param parent on the disk to be measured
   */
  ScratchDirectory(Path parent) throws IOException {
    path = Files.createTempDirectory(parent, "ringmaster-bench");
  }

  FileDisk disk() {
    return new FileDisk(path);
  }

  @Override
  public void close() throws IOException {
    for (String file : disk().files()) {
      Files.delete(path.resolve(file));
    }
    Files.delete(path);
  }
}
