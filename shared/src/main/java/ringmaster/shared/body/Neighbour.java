package ringmaster.shared.body;

import ringmaster.shared.physics.BodyKind;

/**
 * A type of entities whose bodies a {@link BodyPrediction} simulates along with the player's own
 * while they are near it.
 *
 * @param type index in the game's schema; its first columns are those of {@link BodyFields}
 * @param kind as in the simulation
 * @param reachMeters how near its centre must be to the own body's; a bit further it stays in
 * @param driven whether a player drives it: then it coasts where it is simulated
 */
public record Neighbour(int type, BodyKind kind, float reachMeters, boolean driven) {}
