package ringmaster.client.audio;

/** Gives one sample after the other, within about -1..1. */
@FunctionalInterface
interface Source {
  float next();
}
