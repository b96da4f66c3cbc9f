/**
 * What a player is sent: quantised frames, and the codec that sends of them only what the player is
 * not known to have. Encoding runs on pool workers, decoding on client threads.
 *
 * <p>From the outside in: {@link ringmaster.shared.snapshot.SnapshotEncoder} and {@link
 * ringmaster.shared.snapshot.SnapshotDecoder} keep what a viewer has, by ticks ({@code KnownSet});
 * {@code EntityWriter} and {@code EntityReader} ask the game's predictors; {@code SymbolWriter} and
 * {@code SymbolReader} code residuals by a {@code CodecModel}, and {@code ModelLayout} lists its
 * tables. {@link ringmaster.shared.snapshot.SnapshotCodec} draws the form.
 *
 * <p>What arrived proves itself, and the next change is coded against it. So nothing waits for a
 * round trip, and what did not fit one snapshot goes into the next. Events, which have no newest
 * value, are acknowledged by the tick up to which all of them arrived.
 */
@NullMarked
package ringmaster.shared.snapshot;

import org.jspecify.annotations.NullMarked;
