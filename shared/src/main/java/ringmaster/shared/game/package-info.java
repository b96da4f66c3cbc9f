/**
 * The interface a game implements, and the words it shares with the server: entity schema, frames,
 * settings, maps.
 *
 * <p>A game is a pure function of its state and the commands of a tick; it sees no socket, thread
 * or clock. Whoever writes one begins with {@link ringmaster.shared.body.BodyGame}, if each player
 * drives one body, or with {@link ringmaster.shared.game.Game} itself.
 *
 * <h2>One tick's life</h2>
 *
 * <pre>
 * client   a key             Command, 36 bits, for a tick a little ahead
 *          at once           Prediction.step(command): the own body moves in the next frame
 *          over UDP          with the commands before it that are not acknowledged
 * server   network thread    checks it and publishes it into the ring; the journal copies it
 *          tick thread       publishes TICK
 *          worker            Simulation.leave, join: seats that changed
 *          worker            Simulation.tick(commands, workers): the rules, the world's step
 *          worker            Simulation.visit(hash): the state's hash goes into the journal
 *          worker            Simulation.capture(frame), captureOwner: what there is to see
 *          worker            per player: what changed, as far as it concerns that player
 * client   snapshot          the frame, and each event once
 *          reconcile         Prediction.load(ownerWords), Surroundings.see(frame) for what is near,
 *                            then step for each command under way
 *          draw              others between the two newest frames
 * </pre>
 *
 * <h2>Threads</h2>
 *
 * <p>A {@code Game} is immutable and shared by all threads. A {@code Simulation} is used by one
 * thread at a time, now this worker and now that; a {@code Prediction}, a {@code Brain} and an
 * {@code EntityFrame} belong to whoever made them.
 *
 * <h2>Errors</h2>
 *
 * <p>What cannot be played is refused before a match is made: {@code IllegalArgumentException}, one
 * sentence. What a simulation throws later is a bug; it ends that match and no other.
 *
 * <h2>Promise</h2>
 *
 * <p>The packages that the module {@code ringmaster.shared} exports follow semantic versions: what
 * is public or protected there stays as it is within a major version; before 1.0, within a minor
 * one. All else may change at any time.
 */
@NullMarked
package ringmaster.shared.game;

import org.jspecify.annotations.NullMarked;
