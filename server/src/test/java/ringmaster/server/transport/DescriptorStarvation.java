package ringmaster.server.transport;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Run as a process with few file descriptors: shows that accepting without one is no busy loop. */
final class DescriptorStarvation {
  private DescriptorStarvation() {}

  public static void main(String[] args) throws IOException {
    try (ControlLab lab = new ControlLab()) {
      // Loads every class that is needed later, for loading takes descriptors.
      lab.exchange(lab.player(1));
      try (RawClient waiting = new RawClient("127.1.0.9", lab.control.port())) {
        starve(lab);
        lab.pollUntil(() -> !waiting.messages().isEmpty());
      }
    }
  }

  private static void starve(ControlLab lab) throws IOException {
    List<FileInputStream> hoard = new ArrayList<>();
    try {
      hoardAll(hoard);
      for (int i = 0; i < 1000; i++) {
        if (lab.poll() != 0) {
          throw new AssertionError("a failed accept was taken for work");
        }
      }
    } finally {
      for (FileInputStream each : hoard) {
        each.close();
      }
    }
  }

  private static void hoardAll(List<FileInputStream> hoard) {
    try {
      while (true) {
        hoard.add(new FileInputStream("/dev/null"));
      }
    } catch (IOException e) {
      // That was the last one.
    }
  }
}
