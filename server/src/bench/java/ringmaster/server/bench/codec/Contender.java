package ringmaster.server.bench.codec;

import ringmaster.shared.snapshot.FrameRing;

/**
 * A way to code what viewers are shown. It is first shown traffic of other matches over the same
 * links, to be made ready for it as its author would, and then measured.
 */
interface Contender {
  String name();

  /** Looks at what it will be used for; what needs no training does nothing. */
  default void learn(Sight now, Sight baseline) {}

  /** There is no more to learn. */
  default void settle() {}

  /**
   * Begins with a viewer who has nothing.
   *
   * @param frames the last frames, up to the one that is coded
   */
  ViewerCodec open(FrameRing frames, int seat);
}
