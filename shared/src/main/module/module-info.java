import ringmaster.shared.game.Game;

/**
 * What authors of games write against: the exported packages and nothing else. Everything a game
 * needs is reached from {@link ringmaster.shared.game}; the rest is between server and client.
 *
 * <p>The server and the demo client run on the class path, for Kryonet is no module.
 */
module ringmaster.shared {
  requires com.google.gson;
  requires jdk.management;
  requires static org.jspecify;

  exports ringmaster.shared.body;
  exports ringmaster.shared.command;
  exports ringmaster.shared.game;
  exports ringmaster.shared.math;
  exports ringmaster.shared.physics;
  exports ringmaster.shared.state;
  exports ringmaster.shared.time;

  uses Game;

  provides Game with
      ringmaster.shared.arena.Scrum,
      ringmaster.shared.arena.Skirmish;
}
