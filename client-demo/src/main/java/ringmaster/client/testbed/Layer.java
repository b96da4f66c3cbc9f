package ringmaster.client.testbed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ringmaster.client.window.Key;

/** What can be drawn over the bodies. */
public enum Layer {
  CONTACTS(Key.C, "contacts: points, normals, impulses"),
  ISLANDS(Key.I, "islands: a colour each"),
  SLEEP(Key.S, "sleep: how long who has rested (with Z)"),
  AABBS(Key.A, "fat boxes in which pairs are sought"),
  JOINTS(Key.J, "joints: bodies, anchors");

  final Key key;
  final String about;

  Layer(Key key, String about) {
    this.key = key;
    this.about = about;
  }

  /** As it is typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Layer::word).toList();
  }

  public static Optional<Layer> named(String word) {
    return Arrays.stream(values()).filter(layer -> layer.word().equals(word)).findFirst();
  }
}
