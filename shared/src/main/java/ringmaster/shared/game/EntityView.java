package ringmaster.shared.game;

/**
 * Entities as somebody sees them at some moment: those of one frame as they are, those between two
 * snapshots, or some of them simulated ahead.
 */
public interface EntityView {
  /** Entity slots there are. */
  int capacity();

  boolean present(int slot);

  /** Type index of a present entity. */
  int type(int slot);

  /** 0..255; tells a slot's present entity from its earlier ones. */
  int generation(int slot);

  /** A field of a present entity, in its unit. */
  float get(int slot, int field);
}
