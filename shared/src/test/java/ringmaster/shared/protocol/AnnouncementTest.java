package ringmaster.shared.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class AnnouncementTest {
  private static byte[] written(Announcement announcement) {
    ByteBuffer out = ByteBuffer.allocate(Announcement.BYTES);
    announcement.write(out);
    assertEquals(0, out.remaining());
    return out.array();
  }

  @Test
  void comesBackAsItWent() {
    Announcement announcement = new Announcement(0xFFFF, 7777, Long.MIN_VALUE + 1);
    assertEquals(announcement, Announcement.read(ByteBuffer.wrap(written(announcement))));
  }

  @Test
  void anotherLengthIsNoAnnouncement() {
    byte[] bytes = written(new Announcement(2, 7777, 1));
    for (int length = 0; length < 2 * bytes.length; length++) {
      if (length != bytes.length) {
        assertNull(Announcement.read(ByteBuffer.wrap(Arrays.copyOf(bytes, length))));
      }
    }
  }

  @Test
  void anotherMagicOrLayoutIsNoAnnouncement() {
    for (int at = 0; at < 5; at++) {
      byte[] bytes = written(new Announcement(2, 7777, 1));
      bytes[at] ^= 1;
      assertNull(Announcement.read(ByteBuffer.wrap(bytes)));
    }
  }

  @Test
  void portZeroIsNoAnnouncement() {
    assertNull(Announcement.read(ByteBuffer.wrap(written(new Announcement(2, 0, 1)))));
    assertNotNull(Announcement.read(ByteBuffer.wrap(written(new Announcement(2, 0xFFFF, 1)))));
  }
}
