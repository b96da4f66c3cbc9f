/**
 * Rigid bodies in the plane: columns of bodies and contacts, broad and narrow phase, a soft-step
 * solver, sleeping islands, continuous collision, joints and queries. Runs on a pool worker, one
 * world at a time or one world on several, and on the client for its own body. Knows nothing of
 * games; the same calls give the same bits on every machine and for any number of workers.
 *
 * <p>The stages of a step, in order: {@code PairFinder} finds new pairs, {@code NarrowPhase} what
 * touches and where, {@code ContactGraph} colours, {@code Solver} moves, {@code ContinuousStage}
 * stops fast bodies, {@code Islands} puts to sleep.
 *
 * <p>The ideas are those of Box2D v3 (Erin Catto): soft contacts in small steps ("Solver2D"), graph
 * colouring, simulation islands.
 */
@NullMarked
package ringmaster.shared.physics;

import org.jspecify.annotations.NullMarked;
