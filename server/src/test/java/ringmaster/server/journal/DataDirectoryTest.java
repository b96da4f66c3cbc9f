package ringmaster.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path temporary = Path.of("");

  @Test
  void aMissingDirectoryIsMade() throws IOException {
    Path directory = temporary.resolve("a/b");
    try (DataDirectory data = DataDirectory.open(directory)) {
      assertNull(data.startJournal());
      assertTrue(Files.isDirectory(data.journal()));
    }
  }

  @Test
  void aSecondServerIsKeptOutUntilTheFirstIsGone() throws IOException {
    DataDirectory first = DataDirectory.open(temporary);
    assertRefused(temporary, "is in use by another server");
    first.close();
    DataDirectory.open(temporary).close();
  }

  @Test
  void aFileIsNoDataDirectory() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    assertRefused(file, "is not a directory");
    assertRefused(file.resolve("below"), "cannot be used: Not a directory");
  }

  private static void assertRefused(Path path, String reason) {
    IOException refusal = assertThrows(IOException.class, () -> DataDirectory.open(path).close());
    assertEquals("data directory " + path + " " + reason, refusal.getMessage());
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsRefusedByName() throws IOException {
    Path directory = Files.createDirectory(temporary.resolve("data"));
    Files.createDirectory(directory.resolve("lock"));
    assertRefused(directory, "cannot be used: Is a directory");
  }

  @Test
  void anOldJournalIsSetAsideUnderTheNextFreeName() throws IOException {
    try (DataDirectory data = DataDirectory.open(temporary)) {
      assertNull(data.startJournal());
      assertNull(data.startJournal());
      for (int server = 1; server <= 3; server++) {
        Files.writeString(data.journal().resolve("segment"), "of server " + server);
        assertEquals("journal.old-" + server, data.startJournal());
        assertTrue(Files.exists(temporary.resolve("journal.old-" + server + "/segment")));
      }
    }
  }
}
