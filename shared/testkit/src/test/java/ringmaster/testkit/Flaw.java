package ringmaster.testkit;

import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.state.StateVisitor;

/** What may be wrong with {@link Pebbles}; by default nothing is. */
interface Flaw {
  Flaw NONE = new Flaw() {};

  /** A match is made. */
  default void made() {}

  default void tick(PebblesSimulation game, Workers workers) {}

  default void visit(PebblesSimulation game, StateVisitor visitor) {}

  default void capture(PebblesSimulation game, EntityFrame frame) {}

  default void leave(PebblesSimulation game, int seat) {}

  default boolean writesOwnerWords() {
    return true;
  }

  default Phase phase(Phase sound) {
    return sound;
  }

  /** Metres a predicted pebble is put beside where it belongs. */
  default float predictionError() {
    return 0;
  }

  default void predict() {}

  default boolean ownerForeseen() {
    return false;
  }

  default boolean ownsPebbles() {
    return true;
  }

  default int generation(int ofSeat) {
    return ofSeat;
  }

  default Brain brain(Brain sound) {
    return sound;
  }
}
