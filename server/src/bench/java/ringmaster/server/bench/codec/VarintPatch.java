package ringmaster.server.bench.codec;

import ringmaster.shared.game.EntityFrame;

/**
 * The fields that changed, as they are now, in as many bytes as the number needs: what libraries
 * that synchronise state do, such as Colyseus. Numbers of either sign count from 0.
 */
final class VarintPatch extends Patch {
  VarintPatch(Columns columns) {
    super("varint-patch", columns);
  }

  @Override
  public int encode(Sight now, Sight baseline, byte[] bytes) {
    return write(now, baseline, bytes);
  }

  @Override
  public EntityFrame decode(byte[] bytes, int length, Sight baseline) {
    read(bytes, baseline);
    return shown;
  }

  @Override
  void putField(int type, int field, int value, int then) {
    putNumber(Columns.zigzag(value - columns.zero[type][field]));
  }

  @Override
  int takeField(int type, int field, int then) {
    return columns.zero[type][field] + Columns.unzigzag(takeNumber());
  }
}
