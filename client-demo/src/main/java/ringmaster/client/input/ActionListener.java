package ringmaster.client.input;

import ringmaster.client.settings.Action;

/** Told of actions that happen once, like a screenshot. Called on the main thread. */
public interface ActionListener {
  /** A key of the action went down while no other of its keys was. */
  void pressed(Action action);
}
