package ringmaster.server.bench.codec;

import ringmaster.shared.game.EntityFrame;

/** Both sides of one viewer's snapshots: the frames of a trace, as one {@link Contender} does. */
interface ViewerCodec {
  /** A snapshot is known to have arrived; maybe not for the first time. */
  void acknowledge(int tick);

  /**
   * Codes a snapshot.
   *
   * @param baseline what the newest snapshot known to have arrived showed
   * @return its length in bytes
   */
  int encode(Sight now, Sight baseline, byte[] bytes);

  /** How many bytes of the snapshot coded last are about entities. */
  int entityBytes(byte[] bytes, int length);

  /**
   * Decodes a snapshot that arrived.
   *
   * @return what is shown now, valid until the next
   */
  EntityFrame decode(byte[] bytes, int length, Sight baseline);
}
